/** getUploadMetadata, batchGetDownloadUrl, batchDeleteFile: a file's way through cloud storage. */
import { existsSync } from 'node:fs'
import { cloudForThisFile, refusalOf } from '../vocabulary'

describe('cloud storage', () => {
  const on = cloudForThisFile({ limits: { fileBytes: 1024 * 1024 } })
  const upload = (cloudPath: string, text: string | Buffer) =>
    on.sdk.uploadFile({ cloudPath, fileContent: Buffer.from(text as string) })
  const addressOf = async (fileID: string, maxAge = 60) =>
    (await on.sdk.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]!

  test('up, by its temporary address, down, gone', async () => {
    const { fileID } = await upload('rounds/r1/照片 1.jpg', 'pixels')
    expect(fileID).toMatch(/^cloud:\/\/.*\/rounds\/r1\/照片 1\.jpg$/)
    const { tempFileURL, status } = await addressOf(fileID)
    expect(status).toBe(0)
    const answer = await fetch(tempFileURL)
    expect([await answer.text(), answer.headers.get('content-type')]).toEqual(['pixels', 'image/jpeg'])
    expect((await on.sdk.downloadFile({ fileID })).fileContent.toString()).toBe('pixels')
    expect((await on.sdk.deleteFile({ fileList: [fileID] })).fileList[0]).toMatchObject({ status: 0 })
    expect((await fetch(tempFileURL)).status).toBe(404)
    expect((await addressOf(fileID)).status).not.toBe(0)
  })

  test('half a megabyte arrives whole; the same path is replaced', async () => {
    const large = Buffer.alloc(500_000, 7)
    await upload('a/large.bin', large)
    const { fileID } = await upload('a/large.bin', large.subarray(0, 400_000))
    expect((await on.sdk.downloadFile({ fileID })).fileContent).toHaveLength(400_000)
  })

  test('an address expires, and cannot be bent to another file or time', async () => {
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

  test('nobody uploads without the metadata', async () => {
    const { status } = await fetch(`${on.cloud.url}/storage/x.txt`, { method: 'PUT', body: 'x' })
    expect(status).toBe(403)
  })

  test('a phone uploads by its own door, under a name of its own choosing, and is told the file’s id', async () => {
    const put = (path: string, headers: Record<string, string>) =>
      fetch(`${on.cloud.url}/upload?path=${encodeURIComponent(path)}`, { method: 'PUT', headers, body: 'pixels' })
    const answer = await put('photos/r1/p1.jpg', { 'x-local-openid': 'somebody' })
    const { fileId } = (await answer.json()) as { fileId: string }
    expect((await on.sdk.downloadFile({ fileID: fileId })).fileContent.toString()).toBe('pixels')
    expect(await (await put('photos/r1/p1.jpg', { 'x-local-openid': 'somebody' })).json()).toEqual({ fileId })
    expect((await put('photos/r1/p2.jpg', {})).status).toBe(403)
    expect((await put('../p3.jpg', { 'x-local-openid': 'somebody' })).status).toBe(400)
    expect((await put('p.jpg', { 'x-local-openid': 'somebody', origin: 'https://elsewhere.example' })).status).toBe(403)
  })

  test.each(['../out.txt', '/abs.txt', 'a/../../b', 'a//b', '.hidden'])('the path %s is refused', async (path) => {
    await refusalOf(upload(path, 'x'))
    expect(existsSync('/abs.txt')).toBe(false)
  })

  test('a file above the limit is refused and leaves nothing', async () => {
    await refusalOf(upload('big.bin', Buffer.alloc(1024 * 1024 + 1)))
  })
})
