import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** A folder as a web host serves it: packed beforehand, kept by the browser; calls go on to the cloud behind it. */
export async function packedSite(folder: string, cloudUrl?: string): Promise<{ url: string; close(): void }> {
  const packed = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (cloudUrl && pathname.startsWith('/call/')) return void passOn(cloudUrl + pathname, request, response)
    const name = pathname === '/' ? 'index.html' : pathname
    const body = packed.get(name) ?? pack(join(folder, name))
    if (!body) return response.writeHead(404).end()
    packed.set(name, body)
    response
      .writeHead(200, {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'content-encoding': 'br',
        'cache-control': 'max-age=31536000',
      })
      .end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function pack(file: string): Buffer | undefined {
  try {
    return brotliCompressSync(readFileSync(file))
  } catch {
    return undefined
  }
}

async function passOn(url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-local-openid': String(request.headers['x-local-openid'] ?? ''),
    },
    body: Buffer.concat(parts),
  })
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}
