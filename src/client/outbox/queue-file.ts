/**
 * What waits on one phone as a file for another: pure. Format 'lalian-queue/1': the content as a text of its own, with a
 * checksum over it, so that a file cut short or changed on the way is known before anything of it is taken over.
 */
import { isRecord, type StoredRecord } from '../kept-record'
import { type Item, isItem, isObject } from './item'

const FORMAT = 'lalian-queue/1'

export type Queue = {
  at: number
  /** The phone it comes from. */
  phone: string
  device: string
  /** Whose it is: what another person would send would be theirs. */
  inspectorId: string
  items: Item[]
  records: StoredRecord[]
  photos: { id: string; at: number; bytes: number; base64: string }[]
}

export function queueText(queue: Queue): string {
  const content = JSON.stringify(queue)
  return JSON.stringify({ format: FORMAT, checksum: checksum(content), content })
}

/** Null: damaged, or not such a file at all. */
export function queueIn(text: string): Queue | null {
  const file = parsed(text)
  if (!isObject(file) || file.format !== FORMAT || typeof file.content !== 'string') return null
  if (file.checksum !== checksum(file.content)) return null
  const queue = parsed(file.content)
  return isQueue(queue) ? queue : null
}

function isQueue(value: unknown): value is Queue {
  if (!isObject(value)) return false
  const { at, phone, device, inspectorId, items, records, photos } = value
  return (
    typeof at === 'number' &&
    [phone, device, inspectorId].every((text) => typeof text === 'string') &&
    Array.isArray(items) &&
    items.every((item) => isItem(item) && ITEM_ID.test(item.id)) &&
    Array.isArray(records) &&
    records.every((record) => isRecord(record) && RECORD_ID.test(record.id)) &&
    Array.isArray(photos) &&
    photos.every(isPhoto)
  )
}

/** They become keys and names of files here. */
const ITEM_ID = /^[A-Za-z0-9_.:/-]{1,120}$/
const RECORD_ID = /^[A-Za-z0-9_.:-]{1,80}$/
const PHOTO_ID = /^[A-Za-z0-9_-]{16,32}$/

function isPhoto(value: unknown): boolean {
  if (!isObject(value)) return false
  const { id, at, bytes, base64 } = value
  const isSized = typeof at === 'number' && typeof bytes === 'number'
  return isSized && typeof id === 'string' && PHOTO_ID.test(id) && typeof base64 === 'string'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** CRC-32 (IEEE 802.3) over the text's code units, low byte first: against damage, not against intent. */
function checksum(text: string): string {
  let crc = -1
  for (let n = 0; n < text.length; n++) {
    const unit = text.charCodeAt(n)
    crc = TABLE[(crc ^ unit) & 255]! ^ (crc >>> 8)
    crc = TABLE[(crc ^ (unit >> 8)) & 255]! ^ (crc >>> 8)
  }
  return ((crc ^ -1) >>> 0).toString(16)
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})
