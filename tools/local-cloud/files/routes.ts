/** Where signed addresses lead: PUT for the SDK's upload, GET for a temporary address. */
import type { Context } from 'hono'
import type { App } from '../app'
import { Refusal } from '../refusal'
import type { CloudFiles } from './cloud-files'

export function fileRoutes(app: App, files: CloudFiles): void {
  app.put('/storage/*', async (c) => {
    const path = pathOf(c)
    if (!mayOpen(c, 'PUT', path)) return xmlError(c, 403, 'AccessDenied', 'the address is not signed or has expired')
    if (!c.req.header('x-cos-meta-fileid'))
      return xmlError(c, 403, 'SignatureDoesNotMatch', 'x-cos-meta-fileid is missing')
    try {
      await files.write(path, c.req.raw.body)
      return c.body(null, 200)
    } catch (error) {
      if (error instanceof Refusal) return xmlError(c, 403, error.code, error.message)
      throw error
    }
  })

  // The phone's own upload (wx.cloud.uploadFile): anybody with an account may write a file, and is told its name.
  app.put('/upload', async (c) => {
    const path = c.req.query('path') ?? ''
    if (!c.req.header('x-local-openid')) return c.json({ errCode: -501023, errMsg: 'uploadFile:fail no account' }, 403)
    try {
      await files.write(path, c.req.raw.body)
      return c.json({ fileId: files.fileId(path) })
    } catch (error) {
      if (error instanceof Refusal) return c.json({ errCode: -501007, errMsg: `uploadFile:fail ${error.message}` }, 400)
      throw error
    }
  })

  app.get('/storage/*', (c) => {
    const path = pathOf(c)
    if (!mayOpen(c, 'GET', path)) return xmlError(c, 403, 'AccessDenied', 'the address is not signed or has expired')
    const file = files.read(path)
    if (!file) return xmlError(c, 404, 'NoSuchKey', 'there is no such file')
    return c.body(file.stream, 200, {
      'content-type': CONTENT_TYPES[path.split('.').pop()!.toLowerCase()] ?? 'application/octet-stream',
      'content-length': String(file.bytes),
      'cache-control': 'no-store',
      // An uploaded page must not run in this origin, which also serves the product.
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    })
  })

  function mayOpen(c: Context, method: 'GET' | 'PUT', path: string): boolean {
    return files.mayOpen(method, path, Number(c.req.query('until')), c.req.query('sign') ?? '')
  }
}

function pathOf(c: Context): string {
  return decodeURIComponent(new URL(c.req.url).pathname.slice('/storage/'.length))
}

/** As the object store words it: the SDK reads Code, Message, RequestId and TraceId. */
function xmlError(c: Context, status: 403 | 404, code: string, message: string): Response {
  return c.body(
    `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`,
    status,
    { 'content-type': 'application/xml' },
  )
}

const CONTENT_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
