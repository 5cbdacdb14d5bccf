import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudFiles } from '../../tools/local-cloud/files/cloud-files'
import { eventually } from '../vocabulary/eventually'

describe('an upload that was cut off by the death of the process', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-cloud-upload-'))
  const open = (reached?: () => void) => cloudFiles({ dataDir, url: () => '', mostBytes: 1_000_000, reached })
  const written = () => readdirSync(join(dataDir, 'storage'), { recursive: true, withFileTypes: true })
  afterAll(() => rmSync(dataDir, { recursive: true }))

  test('is no file, and nothing is left of it when the cloud starts again', async () => {
    const files = open()
    // Never ends: as it stands when the process dies.
    const body = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(new Uint8Array(1000).fill(7)) })
    void files.write('photos/r1/p1.jpg', body)
    const bytes = () => written().filter((entry) => entry.isFile())
    await eventually(() => expect(bytes()).toHaveLength(1))
    expect(files.pathOf(files.fileId('photos/r1/p1.jpg'))).toBeNull()
    open()
    expect(bytes()).toEqual([])
  })
})
