/** A failing phone's queue goes to another one as a file, under the ids it has: whichever of the two sends, it is once. */
import { handOver, readBase64, takeOver, writeBase64, writeText } from '../files'
import { keep, readKept } from '../kept-values'
import { thisPhone } from '../phone'
import { fileOf, photoById, putPhoto } from '../photo-store'
import { putRecord, recordById, storedRecords } from '../record-store'
import { inspectorHere } from '../today'
import { freezeWhatWaits } from './freeze'
import type { Item } from './item'
import { type Queue, queueIn, queueText } from './queue-file'
import { sendNow } from './sender'
import { addItem, items } from './store'
import { waitingThings } from './waiting'

/** Written, but WeChat did not open its list: the next tap hands it over without writing it anew. */
let ready: { signs: string; fileName: string } | undefined
const FILE = 'queue.json'

export async function exportQueue(): Promise<'saved' | 'cancelled' | { failed: string }> {
  try {
    if (ready?.signs !== signs()) {
      const queue = await whatWaits()
      if (queue.items.length === 0) return { failed: '这部手机上没有待上传的东西。' }
      await writeText(FILE, queueText(queue))
      ready = { signs: signs(), fileName: `lalian-${queue.at}.json` }
    }
    return await handOver(FILE, ready.fileName)
  } catch (error) {
    return { failed: sentenceOf(error, '文件没有存成。手机可能满了，请删掉一些东西再导出。') }
  }
}

/** Something that waits has changed since. */
function signs(): string {
  return JSON.stringify([items().map(({ id, tries, refused }) => [id, tries, refused]), waitingThings()])
}

async function whatWaits(): Promise<Queue> {
  const me = await thisPhone()
  await freezeWhatWaits(me, { everything: true })
  const waiting = items()
  const photos: Queue['photos'] = []
  for (const item of waiting) {
    const photo = item.action === 'photo' && !item.payload.uploaded ? photoById(item.payload.photoId) : undefined
    // A photo whose file is gone is said where it waits; the marks go all the same.
    const base64 = photo && (await readBase64(fileOf(photo.id)).catch(() => undefined))
    if (photo && base64) photos.push({ id: photo.id, at: photo.at, bytes: photo.bytes, base64 })
  }
  const records = storedRecords().filter(({ version, sentVersion }) => sentVersion < version)
  return { at: Date.now(), ...me, inspectorId: inspectorHere() ?? '', items: waiting, records, photos }
}

export async function importQueue(): Promise<{ items: number; photos: number } | 'cancelled' | { failed: string }> {
  try {
    const text = await takeOver()
    if (text === null) return 'cancelled'
    const queue = queueIn(text)
    if (!queue) return { failed: '这个文件不完整，或不是从这里导出的。请在那部手机上重新导出一次。' }
    const here = inspectorHere()
    if (here === undefined) return { failed: '请先打开今日路线，读到今天的资料后再导入。' }
    if (queue.inspectorId !== here) return { failed: '这是别的评委导出的文件，只能在他自己的手机上导入。' }
    const taken = await takeOverQueue(queue)
    sendNow()
    return taken
  } catch (error) {
    return { failed: sentenceOf(error, '没有导入成。手机可能满了，请删掉一些东西再导入，不会重复。') }
  }
}

/** Files before what names them, everything before the items: killed in between, the same file is imported again. */
async function takeOverQueue(queue: Queue): Promise<{ items: number; photos: number }> {
  const me = await thisPhone()
  const known = knownIds()
  const news = queue.items.filter(({ id }) => !known.has(id))
  const photos = queue.photos.filter(({ id }) => !photoById(id) && news.some((item) => item.id === id))
  for (const { id, at, bytes, base64 } of photos) {
    await writeBase64(fileOf(id), base64)
    putPhoto({ id, at, bytes, state: 'kept' })
  }
  for (const record of queue.records) if (!recordById(record.id)) putRecord(record)
  for (const item of inOrder(news)) addItem(item, queue.phone !== me.phone)
  keep(IMPORTED, [...importedIds(), ...news.map(({ id }) => id)].slice(-MOST_REMEMBERED))
  return { items: news.length - photos.length, photos: photos.length }
}

function inOrder(news: readonly Item[]): Item[] {
  return [...news].sort((a, b) => a.seq - b.seq)
}

/** What was imported and has gone out since is known, too. */
const IMPORTED = 'imported'
const MOST_REMEMBERED = 1000

function knownIds(): Set<string> {
  return new Set([...items().map(({ id }) => id), ...importedIds()])
}

function importedIds(): string[] {
  const kept = readKept(IMPORTED)
  return Array.isArray(kept) ? kept : []
}

/** Our own sentences are in Chinese; anything else is the platform's. */
function sentenceOf(error: unknown, otherwise: string): string {
  const message = error instanceof Error ? error.message : ''
  return /[\u4e00-\u9fff]/.test(message) ? message : otherwise
}
