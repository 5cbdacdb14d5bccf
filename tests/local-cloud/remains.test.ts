import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudDatabase } from '../../config/cloud-database'
import { startLocalCloud } from '../../tools/local-cloud'
import { openDocuments } from '../../tools/local-cloud/store/documents'

const newFolder = () => mkdtempSync(join(tmpdir(), 'local-cloud-remains-'))
const open = (dataDir: string) => openDocuments({ dataDir, database: cloudDatabase, synchronous: 'NORMAL' })
const bytesOf = (dataDir: string) =>
  readdirSync(dataDir)
    .filter((name) => name.startsWith('database'))
    .map((name) => readFileSync(join(dataDir, name)).toString('latin1'))
    .join()

/** Ids in random order split pages, and documents of unlike sizes join them again. */
function comeAndGo(documents: ReturnType<typeof open>): string[] {
  const ids = Array.from({ length: 1500 }, () => randomBytes(32).toString('hex'))
  for (const id of ids)
    documents.atomically(() =>
      documents.put('answers', id, { _id: id, roundId: 'r', villageId: 'V01', text: 'x'.repeat(200) }),
    )
  for (const id of ids) documents.atomically(() => documents.remove('answers', id))
  return ids
}

describe('no byte of a removed document is left', () => {
  test('once the file is rebuilt', () => {
    const dataDir = newFolder()
    const documents = open(dataDir)
    documents.atomically(() => documents.put('audits', 'stays', { _id: 'stays', roundId: 'r' }))
    const ids = comeAndGo(documents)
    expect(documents.rebuild()).toBe(true)
    const bytes = bytesOf(dataDir)
    expect(bytes).toContain('stays')
    expect(ids.filter((id) => bytes.includes(id))).toEqual([])
    documents.close()
    rmSync(dataDir, { recursive: true })
  })

  test('killed before that: when it is opened again', async () => {
    const dataDir = newFolder()
    const killed = open(dataDir)
    const ids = comeAndGo(killed)
    // Not closed: as the process left it.
    const again = open(dataDir)
    expect(again.rebuild()).toBe(true)
    expect(ids.filter((id) => bytesOf(dataDir).includes(id))).toEqual([])
    again.close()
    killed.writer.close()
    rmSync(dataDir, { recursive: true })
  })

  test('killed before that, and the first change of all was refused: the mark that asks for it is there', () => {
    const dataDir = newFolder()
    const config = {
      phones: { rule: 'ADMINONLY', indexes: [{ fields: ['number'], unique: true }] },
      ...cloudDatabase,
    } as const
    const opened = () => openDocuments({ dataDir, database: config, synchronous: 'NORMAL' })
    const killed = opened()
    const put = (_id: string, number: number) => killed.atomically(() => killed.put('phones', _id, { _id, number }))
    put('a', 1)
    put('b', 2)
    // Undone, and with it the mark in the file that something is to be overwritten.
    expect(() => put('b', 1)).toThrow('duplicate key')
    killed.atomically(() => killed.remove('phones', 'a'))
    const again = opened()
    expect(again.writer.get('PRAGMA user_version')).toMatchObject({ user_version: 1 })
    expect(again.rebuild()).toBe(true)
    expect(again.writer.get('PRAGMA user_version')).toMatchObject({ user_version: 0 })
    again.close()
    killed.writer.close()
    rmSync(dataDir, { recursive: true })
  })

  test('by itself, soon after the last removal', async () => {
    const dataDir = newFolder()

    const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', quiet: true })
    const ids = Array.from({ length: 800 }, () => randomBytes(32).toString('hex'))
    for (const _id of ids) cloud.seed('answers', [{ _id, roundId: 'r', villageId: 'V01', text: 'x'.repeat(200) }])
    cloud.clear('answers')
    for (let tries = 0; tries < 100 && ids.some((id) => bytesOf(dataDir).includes(id)); tries++)
      await new Promise((later) => setTimeout(later, 50))
    expect(ids.filter((id) => bytesOf(dataDir).includes(id))).toEqual([])
    await cloud.stop()
    rmSync(dataDir, { recursive: true })
  })
})
