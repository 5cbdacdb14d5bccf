/** The smallest PNG that will do: black and white squares, one byte a pixel. */
import { crc32, deflateSync } from 'node:zlib'

/** `true` is black; each module becomes `scale` pixels wide. */
export function png(modules: boolean[][], scale: number): Uint8Array {
  const size = modules.length * scale
  const rows = Buffer.alloc(size * (size + 1))
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      rows[y * (size + 1) + 1 + x] = modules[Math.floor(y / scale)]![Math.floor(x / scale)] ? 0 : 255
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // Eight bits of grey; deflate, no filter, no interlace.
  header.writeUInt8(8, 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
