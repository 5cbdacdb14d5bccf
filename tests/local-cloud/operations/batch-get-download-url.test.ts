/** getTempFileURL: an address for one file, for a while. */
import { cloudForThisFile } from '../vocabulary'

describe('temporary addresses', () => {
  const on = cloudForThisFile()
  const upload = (cloudPath: string, text: string) => on.sdk.uploadFile({ cloudPath, fileContent: Buffer.from(text) })
  const addressOf = async (fileID: string, maxAge = 60) =>
    (await on.sdk.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]!

  test('open the file, with its type', async () => {
    const { fileID } = await upload('rounds/r1/照片 1.jpg', 'pixels')
    const { tempFileURL, status } = await addressOf(fileID)
    expect(status).toBe(0)
    const answer = await fetch(tempFileURL)
    expect([await answer.text(), answer.headers.get('content-type')]).toEqual(['pixels', 'image/jpeg'])
  })

  test('expire, and cannot be bent to another file or time', async () => {
    const { fileID } = await upload('a.txt', 'a')
    await upload('b.txt', 'b')
    const { tempFileURL } = await addressOf(fileID)
    expect((await fetch(tempFileURL.replace('a.txt', 'b.txt'))).status).toBe(403)
    expect((await fetch(tempFileURL.replace(/until=\d+/, 'until=9999999999999'))).status).toBe(403)
    expect((await fetch(tempFileURL.split('?')[0]!)).status).toBe(403)
    const short = await addressOf(fileID, 0.05)
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect((await fetch(short.tempFileURL)).status).toBe(403)
  })

  test('a file that is not there has none', async () => {
    expect((await addressOf('cloud://local-cloud.local/none.txt')).status).not.toBe(0)
  })
})
