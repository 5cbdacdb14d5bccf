/**
 * A table that people fill in with Excel, as data: its sheets and columns, what stands in it now, and how a filled one
 * is read. Writing (write-tables.ts) and reading (read-tables.ts) follow the same description, so that an export read
 * again is what it was.
 */
import type { CellFault, Table } from '../../../src/contract/programme'
import type { ProgrammeDoc } from '../documents'
import type { Repositories } from '../repositories'
import type { Stored } from '../repositories/imports'

export interface Column {
  /** By which the kind asks for its cells. */
  key: string
  /** The header, by which the column is found wherever it stands. */
  title: string
  /** Other headers that mean it. */
  aliases?: readonly string[]
  /** What to fill in, in one sentence: in the header's note and on the sheet 说明. */
  explain: string
  /** In characters of half width. */
  width: number
  example: string
  /** `text` cells are formatted as text, so that no leading zero is lost; absent: text. */
  type?: 'text' | 'number'
  /** A number's decimals as shown; absent: as many as it has. */
  decimals?: number
  /** The sheet is refused without this column; whether a cell may be empty, the kind says when it reads it. */
  required: boolean
  /** A drop-down; others may be typed all the same, so that the kind can accept e.g. an id for a name. */
  choices?: readonly string[]
}

export type Value = string | number | null

export interface TableSheet {
  /** Of the tab, at most 31 characters, none of []:*?/\\'. */
  name: string
  /** What stands on it, in one sentence, on the sheet 说明. */
  explain: string
  columns: readonly Column[]
  /** What stands now, by the columns' keys; none in a template. */
  rows: readonly Readonly<Record<string, Value>>[]
  /** Absent from the file: not a fault, no rows. */
  optional?: boolean
}

/** One row of a filled sheet. Every question answers what it could read and remembers what it could not as a fault of the cell. */
export interface Row {
  /** As Excel numbers it. */
  number: number
  /** Empty where nothing stands; with `required` that is a fault. Inner white space becomes one space; at most `most` characters. */
  text(key: string, rule: { most: number; required?: boolean }): string
  /** ASCII as the contract's ids; always required. Null: faulty. */
  id(key: string, rule: { most: number }): string | null
  /** Null: empty (a fault where `required`) or faulty. `percent`: the unit is %, so that a cell formatted 85% means 85. */
  amount(key: string, rule: NumberRule): number | null
  /** The choice's value, by any of its labels. Null: empty (a fault where `required`) or faulty. */
  choice<T>(key: string, choices: readonly Choice<T>[], rule?: { required?: boolean }): T | null
  /** Several of them, separated as people do (、，,;；/ or white space). */
  choices<T>(key: string, choices: readonly Choice<T>[]): T[]
  /** Whether nothing stands in the cell. */
  isEmpty(key: string): boolean
  /** A fault of the kind's own rule at this cell. */
  fault(key: string, text: string): void
  /** `C7`, for a sentence that points there. */
  address(key: string): string
}

export interface NumberRule {
  least: number
  most: number
  /** At most so many; absent: any. */
  decimals?: number
  required?: boolean
  percent?: boolean
  /** As in `这里要填户数，整数`: what is expected. */
  what: string
}

export interface Choice<T> {
  value: T
  /** The first is what is exported; the others are understood. */
  labels: readonly string[]
}

/** A filled workbook. */
export interface Book {
  /** Rows with anything in them, top down. */
  rows(sheet: string): Row[]
  /** A fault of a whole sheet. */
  fault(sheet: string, text: string): void
  /** In the order of sheets and cells. */
  faults(): CellFault[]
}

/** One document that an import adds or changes, and how the preview says it. */
export type Planned = {
  /** `V01 云溪村`. */
  what: string
  /** In words; null: it is new. */
  was: string | null
  becomes: string
  /** Where one document is many things (a scheme), each of them: they are told instead of it. */
  lines?: { what: string; was: string | null; becomes: string }[]
} & Stored

export interface Plan {
  planned: Planned[]
  /** How many things of the file stand as they are. */
  same: number
  /** Fields of the programme that change with it, and how the preview says it. */
  programme?: {
    fields: Partial<ProgrammeDoc>
    added: string[]
    changed: { what: string; was: string; becomes: string }[]
  }
}

export interface Importer {
  memberId: string
  name: string
  sendId: string
  now: number
}

/**
 * One kind of table. `State` is what stands now: loaded once, for the drop-downs, the rows and the comparison.
 * An import loads it twice: for its preview, and again inside the transaction that writes.
 */
export interface TableKind<T extends Table = Table, State = unknown> {
  /** Refuses (`notFound`, `wrongState`, `published`) where the table cannot be had. */
  load(table: T, repos: Repositories): Promise<State>
  /** 村庄-… : the file's name without ending. */
  title(state: State): string
  /** `filled`: with what stands now; else a template. */
  sheets(state: State, filled: boolean): TableSheet[]
  /** What the file would change. Faults are left in the book; where there are any, the answer is not used. */
  plan(book: Book, state: State, by: Importer): Plan
}
