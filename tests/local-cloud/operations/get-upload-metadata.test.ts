/** uploadFile: where the bytes go, and what may go there. */
import { existsSync } from 'node:fs'
import { cloudForThisFile, refusalOf } from '../vocabulary'

describe('a file goes up', () => {
  const on = cloudForThisFile({ limits: { fileBytes: 1024 * 1024 } })
  const upload = (cloudPath: string, text: string | Buffer) =>
    on.sdk.uploadFile({ cloudPath, fileContent: Buffer.from(text as string) })

  test('under the name it was given, Chinese and blanks too', async () => {
    const { fileID } = await upload('rounds/r1/照片 1.jpg', 'pixels')
    expect(fileID).toMatch(/^cloud:\/\/.*\/rounds\/r1\/照片 1\.jpg$/)
    expect((await on.sdk.downloadFile({ fileID })).fileContent.toString()).toBe('pixels')
  })

  test('half a megabyte arrives whole; the same path is replaced', async () => {
    const large = Buffer.alloc(500_000, 7)
    await upload('a/large.bin', large)
    const { fileID } = await upload('a/large.bin', large.subarray(0, 400_000))
    expect((await on.sdk.downloadFile({ fileID })).fileContent).toHaveLength(400_000)
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
