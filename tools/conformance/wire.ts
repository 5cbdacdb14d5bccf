/** The wire between the SDK and a server: said to directly, or overheard. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Body = Record<string, unknown>
export interface Said {
  code?: string
  message?: string
  data?: Record<string, unknown>
  [field: string]: unknown
}

/** A request that no SDK would send. */
export async function say(url: string, body: Body): Promise<Said> {
  const answer = await fetch(`${url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as Said
}

export interface Overheard {
  url: string
  /** What was sent to /admin since the last `forget`, JSON only; and what was answered. */
  heard: { body: Body; answer: Said | null }[]
  /** The names of the parts of what was sent last as multipart. */
  parts: string[]
  forget(): void
  /** The next request is answered so, and reaches nobody. */
  answerNext(status: number, text: string): void
  stop(): Promise<void>
}

/** Stands between the SDK and a server: everything goes through, and is kept. */
export async function overhear(target: string): Promise<Overheard> {
  let forced: { status: number; text: string } | null = null
  const overheard: Overheard = {
    url: '',
    heard: [],
    parts: [],
    forget: () => {
      overheard.heard = []
    },
    answerNext: (status, text) => {
      forced = { status, text }
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const server = createServer(async (incoming, outgoing) => {
    const sent = await bytesOf(incoming)
    if (forced) {
      outgoing.writeHead(forced.status).end(forced.text)
      forced = null
      return
    }
    if (incoming.headers['content-type']?.startsWith('multipart/'))
      overheard.parts = [...sent.toString('latin1').matchAll(/name="(\w+)"/g)].map(([, name]) => name!)
    const answered = await pass(target, incoming, outgoing, sent).catch(() => null)
    if (answered === null) outgoing.destroy()
    if (incoming.headers['content-type']?.startsWith('application/json'))
      overheard.heard.push({
        body: JSON.parse(sent.toString('utf8')),
        answer: answered && JSON.parse(answered.toString('utf8')),
      })
  })
  // A process that was busy for the default 5 s would find its kept connections cut in the middle of a request.
  server.keepAliveTimeout = 10 * 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  overheard.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return overheard
}

function pass(target: string, incoming: IncomingMessage, outgoing: ServerResponse, sent: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { host: _, ...headers } = incoming.headers
    const onward = request(target + incoming.url, { method: incoming.method, headers }, async (answer) => {
      try {
        const bytes = await bytesOf(answer)
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(bytes)
        resolve(bytes)
      } catch (error) {
        reject(error)
      }
    })
    onward.on('error', reject)
    onward.end(sent)
  })
}

export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
