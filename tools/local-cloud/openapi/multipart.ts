/**
 * The parts of a multipart body as bytes. The SDK sends protobuf in a part without a file name, which every ready-made
 * parser decodes as text and so destroys.
 */
export function partsOf(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  const parts = new Map<string, Buffer>()
  if (!boundary) return parts
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  for (let at = body.indexOf(mark); at >= 0; ) {
    const next = body.indexOf(mark, at + mark.length)
    if (next < 0) break
    // mark CRLF headers CRLF CRLF content CRLF mark
    const headersEnd = body.indexOf('\r\n\r\n', at)
    const headers = body.subarray(at + mark.length, headersEnd).toString('utf8')
    const name = /name="([^"]*)"/.exec(headers)?.[1]
    if (name !== undefined) parts.set(name, body.subarray(headersEnd + 4, next - 2))
    at = next
  }
  return parts
}
