import { person } from './demo-person.h5'
import type { Picked, PickedFile } from './files'
import { tell } from './kept-changes'
import { fileIdOf, transportError } from './transport-error'

export const MISSING = 'the file is not on this phone'

/** Smaller and coarser, until it fits: longest side and JPEG quality. */
const STEPS = [
  { side: 1600, quality: 0.8 },
  { side: 1600, quality: 0.6 },
  { side: 1280, quality: 0.5 },
  { side: 1024, quality: 0.4 },
  { side: 800, quality: 0.3 },
]
/** What Chromium and Safari give a page in localStorage. */
const LIMIT_KB = 5120

export async function pickPhoto(mostBytes: number): Promise<Picked | null> {
  const file = await chosenFile('image/*')
  if (!file) return null
  const blob = await compressed(file, mostBytes)
  return { bytes: blob.size, save: (name) => write(name, blob) }
}

async function compressed(file: Blob, mostBytes: number): Promise<Blob> {
  const image = await decoded(file)
  let best: Blob | undefined
  for (const { side, quality } of STEPS) {
    best = await drawn(image, side, quality)
    if (best.size <= mostBytes) break
  }
  return best!
}

async function decoded(file: Blob): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = URL.createObjectURL(file)
  try {
    await image.decode()
    return image
  } catch {
    throw new Error('这不是照片。请换一张再试。')
  }
}

function drawn(image: HTMLImageElement, side: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('没有拍成，请再拍一次。'))), 'image/jpeg', quality),
  )
}

/** Addresses of what lies in the browser's database, which answers later than a page draws. */
const addresses = new Map<string, string>()
let isLookedUp = false

export function srcOf(name: string): string | undefined {
  if (!isLookedUp) void lookUp().catch(() => {})
  isLookedUp = true
  return addresses.get(name)
}

async function lookUp(): Promise<void> {
  for (const name of await fileNames()) if (!addresses.has(name)) addresses.set(name, await addressOf(name))
  if (addresses.size > 0) tell()
}

async function addressOf(name: string): Promise<string> {
  return URL.createObjectURL(await read(name))
}

export async function fileNames(): Promise<string[]> {
  const keys = await inFiles<IDBValidKey[]>('readonly', (store) => store.getAllKeys())
  return keys.flatMap((key) => (String(key).startsWith(drawer()) ? [String(key).slice(drawer().length)] : []))
}

export async function removeFile(name: string): Promise<void> {
  addresses.delete(name)
  await inFiles('readwrite', (store) => store.delete(drawer() + name))
}

export async function readBase64(name: string): Promise<string> {
  const bytes = new Uint8Array(await (await read(name)).arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

export function writeBase64(name: string, base64: string): Promise<void> {
  return write(name, blobOf(base64, 'image/jpeg'))
}

function blobOf(base64: string, type: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type })
}

export async function keepPicture(_name: string, base64: string, contentType: string): Promise<string> {
  return `data:${contentType};base64,${base64}`
}

export async function upload(name: string, cloudPath: string): Promise<string> {
  return uploadFrom(await read(name), cloudPath)
}

async function uploadFrom(blob: Blob, cloudPath: string): Promise<string> {
  let answer: { fileId?: string }
  try {
    const response = await fetch(`/upload?path=${encodeURIComponent(cloudPath)}`, {
      method: 'PUT',
      headers: { 'content-type': blob.type || 'application/octet-stream', 'x-local-openid': person() },
      body: blob,
    })
    answer = await response.json()
  } catch (cause) {
    throw transportError(cause as Error)
  }
  return fileIdOf(answer)
}

export function writeText(name: string, text: string): Promise<void> {
  return write(name, new Blob([text], { type: 'application/json' }))
}

export async function handOver(name: string, fileName: string): Promise<'saved' | 'cancelled'> {
  const link = document.createElement('a')
  link.href = await addressOf(name)
  link.download = fileName
  link.click()
  return 'saved'
}

export async function takeOver(): Promise<string | null> {
  const file = await chosenFile('.json,application/json')
  return file ? file.text() : null
}

export async function pickWorkbook(): Promise<PickedFile | null> {
  const file = await chosenFile('.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  if (!file) return null
  return {
    name: file.name,
    bytes: file.size,
    upload: async (cloudPath) => uploadFrom(await stillThere(file), cloudPath),
  }
}

/** A file saved anew since it was chosen cannot be read any more; a failed upload would not say so. */
async function stillThere(file: File): Promise<Blob> {
  try {
    return new Blob([await file.arrayBuffer()], { type: file.type })
  } catch {
    throw new Error('这个文件选好以后又改过了。请重新选一次。')
  }
}

export function storageUse(): { usedKb: number; limitKb: number } {
  const letters = Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage[key].length, 0)
  return { usedKb: Math.ceil(letters / 1024), limitKb: LIMIT_KB }
}

function chosenFile(accept: string): Promise<File | null> {
  return new Promise((done) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => done(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => done(null))
    input.click()
  })
}

/** Several people of the demo share one browser: each has files of their own. */
function drawer(): string {
  return `${person()}/`
}

async function read(name: string): Promise<Blob> {
  const blob = await inFiles<Blob | undefined>('readonly', (store) => store.get(drawer() + name))
  if (!blob) throw new Error(MISSING)
  return blob
}

async function write(name: string, blob: Blob): Promise<void> {
  await inFiles('readwrite', (store) => store.put(blob, drawer() + name))
  addresses.set(name, await addressOf(name))
}

const STORE = 'files'
let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('lalian', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  return opened
}

/** Done when it is on the disk, not when it was asked for. */
async function inFiles<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const work = (await database()).transaction(STORE, mode)
  const asked = ask(work.objectStore(STORE))
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve(asked.result as T)
    work.onerror = () => reject(work.error)
    work.onabort = () => reject(work.error)
  })
}
