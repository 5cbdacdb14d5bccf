/**
 * Cloud storage: files below the data folder, uploads and temporary addresses signed for a while. Reading is denied to
 * clients as on the platform; only a signed address opens a file.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { invalid, Refusal } from '../refusal'
import type { WhenReached } from '../write-points'

const BUCKET = 'cloud://local-cloud.local/'

export type CloudFiles = ReturnType<typeof cloudFiles>

export interface CloudFilesOptions {
  dataDir: string
  /** Known once the server listens. */
  url: () => string
  mostBytes: number
  reached?: WhenReached
}

export function cloudFiles({ dataDir, url, mostBytes, reached = () => {} }: CloudFilesOptions) {
  const folder = resolve(dataDir, 'storage')
  // Below a name no cloud path may have. What a killed process left of an upload is nobody's file.
  const parts = join(folder, '.parts')
  rmSync(parts, { recursive: true, force: true })
  const key = randomBytes(32)
  mkdirSync(parts, { recursive: true })

  return {
    fileId: (cloudPath: string) => BUCKET + checked(cloudPath),

    /** The path of a file id, or null where the file is not there. */
    pathOf(fileId: string): string | null {
      if (!fileId.startsWith(BUCKET)) return null
      const path = checked(fileId.slice(BUCKET.length))
      return existsSync(join(folder, path)) ? path : null
    },

    /** An address that takes or gives this one file until `until`. Not percent-encoded: the SDK's download does it. */
    address(method: 'GET' | 'PUT', cloudPath: string, until: number): string {
      const path = checked(cloudPath)
      return `${url()}/storage/${path}?until=${until}&sign=${signed(method, path, until)}`
    },

    mayOpen(method: 'GET' | 'PUT', path: string, until: number, signature: string): boolean {
      const expected = Buffer.from(signed(method, path, until))
      const given = Buffer.from(signature)
      return Date.now() < until && given.length === expected.length && timingSafeEqual(given, expected)
    },

    /** Whole or not at all: written beside, then renamed. */
    async write(path: string, body: ReadableStream<Uint8Array> | null): Promise<void> {
      const file = join(folder, checked(path))
      const part = join(parts, `${randomBytes(12).toString('hex')}.part`)
      mkdirSync(dirname(file), { recursive: true })
      try {
        await pipeline(
          body ? Readable.fromWeb(body as never) : Readable.from([]),
          upTo(mostBytes, reached),
          createWriteStream(part, { flush: true }),
        )
        reached('before-rename')
        renameSync(part, file)
        reached('after-rename')
      } finally {
        rmSync(part, { force: true })
      }
    },

    read(path: string): { stream: ReadableStream<Uint8Array>; bytes: number } | null {
      const file = join(folder, checked(path))
      if (!existsSync(file)) return null
      const bytes = statSync(file).size
      // The answer of an empty file is complete before its stream is opened, and by then the file may be gone.
      const content = bytes === 0 ? Readable.from([]) : createReadStream(file)
      return { stream: Readable.toWeb(content) as ReadableStream<Uint8Array>, bytes }
    },

    remove(path: string): void {
      reached('before-deletion')
      rmSync(join(folder, checked(path)), { force: true })
      reached('after-deletion')
    },
  }

  function signed(method: string, path: string, until: number): string {
    return createHmac('sha256', key).update(`${method}\n${path}\n${until}`).digest('hex')
  }

  function checked(path: string): string {
    const parts = path.split('/')
    const isInside = resolve(folder, path).startsWith(folder + sep)
    const isClean =
      parts.every((part) => part !== '' && !part.startsWith('.')) && !/[^ -\u{10ffff}]|[\\?#%]/u.test(path)
    if (!isInside || !isClean) throw invalid(`the cloud path '${path}'`)
    return path
  }
}

function upTo(mostBytes: number, reached: WhenReached): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      reached(bytes === 0 ? 'part-begun' : 'part-half')
      bytes += chunk.length
      done(bytes > mostBytes ? new Refusal('EntityTooLarge', `a file may have ${mostBytes} bytes`) : null, chunk)
    },
  })
}
