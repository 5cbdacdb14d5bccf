/**
 * The writes a life is full of, through the real SDK: one document, several in one request, several in a transaction,
 * files. Each lane has documents and files of its own, so that of every cell one change at most is unheard of.
 */
import { randomBytes } from 'node:crypto'
import type { Chance } from '../phone/chance'
import type { Cell, Change, Known, Secret } from './known'

export const database = {
  notes: { rule: 'ADMINONLY', indexes: [{ fields: ['lane'] }] },
  others: {
    rule: 'ADMINONLY',
    indexes: [{ fields: ['lane'] }, { fields: ['text'] }, { fields: ['number'], unique: true }],
  },
} as const

export interface Row {
  _id: string
  lane: string
  part: number
  number: number
  text: string
}

/** The SDK as it is used here. */
interface Documents {
  doc(id: string): {
    update(change: { data: object }): Promise<unknown>
    set(doc: { data: object }): Promise<unknown>
    remove(): Promise<unknown>
  }
  add(doc: { data: object }): Promise<unknown>
  where(query: object): {
    remove(): Promise<unknown>
    count(): Promise<{ total: number }>
    limit(n: number): { get(): Promise<{ data: Row[] }> }
  }
}
interface Transaction {
  collection(name: string): Documents
}
export interface Sdk {
  database(): Transaction & { runTransaction(work: (transaction: Transaction) => Promise<void>): Promise<void> }
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: { status: number }[] }>
}

export interface Write {
  change: Change
  send(): Promise<unknown>
  /** It must be refused as a duplicate, and change nothing. */
  isRefused?: true
}

/** The next write of a lane, by chance; `sequence` counts up with every new document. */
export function nextWrite(sdk: Sdk, known: Known, lane: string, chance: Chance, sequence: () => number): Write {
  const db = sdk.database()
  const docs = (['notes', 'others'] as const).flatMap((collection) => known.cells(`${collection}/${lane}-`))
  const files = known.cells(`files/${lane}-`)
  const fresh = (collection: 'notes' | 'others'): Cell => `${collection}/${lane}-${sequence()}`
  const on = (where: Transaction, cell: Cell) => where.collection(placeOf(cell).collection).doc(placeOf(cell).id)

  const writes: Record<string, () => Write> = {
    addOne() {
      const [cell, secret] = [fresh(chance.oneOf(['notes', 'others'])), newSecret()]
      const send = () => db.collection(placeOf(cell).collection).add({ data: rowOf(cell, secret) })
      return { change: new Map([[cell, secret]]), send }
    },
    addMany() {
      const change = new Map(
        Array.from({ length: chance.between(5, 60) }, () => [fresh('notes'), newSecret()] as const),
      )
      return {
        change,
        send: () => db.collection('notes').add({ data: [...change].map(([cell, secret]) => rowOf(cell, secret)) }),
      }
    },
    update() {
      const [cell, secret] = [chance.oneOf(docs), newSecret()]
      return {
        change: new Map([[cell, secret]]),
        send: () => on(db, cell).update({ data: { text: textOf(cell, secret) } }),
      }
    },
    replace() {
      const [cell, secret] = [chance.oneOf(docs), newSecret()]
      const { _id, ...data } = rowOf(cell, secret)
      return { change: new Map([[cell, secret]]), send: () => on(db, cell).set({ data }) }
    },
    removeOne() {
      const cell = chance.oneOf(docs)
      return { change: new Map([[cell, null]]), send: () => on(db, cell).remove() }
    },
    removeMany() {
      const part = chance.between(0, PARTS - 1)
      const gone = docs.filter((cell) => cell.startsWith('notes/') && partOf(cell) === part)
      return {
        change: new Map(gone.map((cell) => [cell, null])),
        send: () => db.collection('notes').where({ lane, part }).remove(),
      }
    },
    transaction() {
      const kept = [...docs].sort(() => chance.fraction() - 0.5)
      const [removed, ...updated] = kept.slice(0, 3)
      const added = [fresh('notes'), fresh('others')]
      const written = [...updated, ...added].map((cell) => [cell, newSecret()] as const)
      return {
        change: new Map<Cell, Secret | null>([...written, [removed!, null]]),
        send: () =>
          db.runTransaction(async (transaction) => {
            for (const [cell, secret] of written) {
              const { _id, ...data } = rowOf(cell, secret)
              await on(transaction, cell).set({ data })
            }
            await on(transaction, removed!).remove()
          }),
      }
    },
    /** Refused at the commit, with one document written over already. */
    twin() {
      const [twin, cell] = [chance.oneOf(docs.filter((doc) => doc.startsWith('others/'))), chance.oneOf(docs)]
      const { _id, ...data } = rowOf(cell, newSecret())
      const another = { ...rowOf(fresh('others'), newSecret()), number: numberOf(twin) }
      const send = () =>
        db.runTransaction(async (transaction) => {
          await on(transaction, cell).set({ data })
          await transaction.collection('others').add({ data: another })
        })
      return { change: new Map(), send, isRefused: true }
    },
    upload() {
      const cell: Cell = files.length < FILES ? `files/${lane}-${sequence()}` : chance.oneOf(files)
      const secret = newSecret()
      const send = () => sdk.uploadFile({ cloudPath: cell, fileContent: bytesOf(secret) })
      return { change: new Map([[cell, secret]]), send }
    },
    deleteFile() {
      const cell = chance.oneOf(files)
      const send = () => sdk.deleteFile({ fileList: [`cloud://local-cloud.local/${cell}`] })
      return { change: new Map([[cell, null]]), send }
    },
  }
  if (docs.length < 5) return writes.addMany!()
  if (docs.length > 150) return writes.removeMany!()
  const may = ['addOne', 'addMany', 'update', 'replace', 'removeOne', 'transaction', 'transaction', 'upload']
  if (files.length > 1) may.push('deleteFile')
  if (docs.some((doc) => doc.startsWith('others/'))) may.push('twin')
  return writes[chance.oneOf(may)]!()
}

const PARTS = 3
const FILES = 3

/** Hexadecimal, and nothing else that is stored is. */
const newSecret = (): Secret => randomBytes(16).toString('hex')

function placeOf(cell: Cell): { collection: string; id: string } {
  const [collection = '', id = ''] = cell.split('/')
  return { collection, id }
}

const numberOf = (cell: Cell) => Number(cell.split('-').pop())
const partOf = (cell: Cell) => numberOf(cell) % PARTS

export function rowOf(cell: Cell, secret: Secret): Row {
  const { id } = placeOf(cell)
  return { _id: id, lane: id.split('-')[0]!, part: partOf(cell), number: numberOf(cell), text: textOf(cell, secret) }
}

/** From 33 characters to 4 KB, which is more than a page. */
function textOf(cell: Cell, secret: Secret): string {
  return `${secret}.`.repeat([1, 8, 30, 120][numberOf(cell) % 4]!)
}

/** Arrives in several pieces. */
export function bytesOf(secret: Secret): Buffer {
  return Buffer.from(`${secret}\n`.repeat(6_000))
}
