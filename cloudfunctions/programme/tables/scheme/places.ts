import type { SchemeFault } from '../../../../src/domain/scheme-faults'
import type { Book, Row } from '../../../common/tables/table'

/** Which cell said which place of the scheme: scheme-faults tells of places, whoever mends the file looks for cells. */
export class CellOf {
  private readonly cells = new Map<string, (text: string) => void>()

  constructor(private readonly book: Book) {}

  at(path: string, row: Row, key: string): void {
    // Left empty: not yet decided, which a draft may be.
    if (!row.isEmpty(key)) this.cells.set(path, (text) => row.fault(key, text))
  }

  /** A thing of a list: its fields' columns; whatever else is wrong with it stands at its first one. */
  row(path: string, row: Row, columns: Readonly<Record<string, string>>): void {
    for (const [field, key] of Object.entries(columns))
      this.cells.set(`${path}.${field}`, (text) => row.fault(key, text))
    this.cells.set(path, (text) => row.fault(Object.values(columns)[0]!, text))
  }

  sheet(path: string, name: string): void {
    this.cells.set(path, (text) => this.book.fault(name, text))
  }

  /** At its cell, or at the next place around it that has one; what is not in the file yet is not its fault. */
  tell({ path, text }: SchemeFault): void {
    for (let place = ALIASES[path] ?? path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('.')))) {
      const fault = this.cells.get(place)
      if (fault) {
        fault(text)
        return
      }
    }
  }
}

/** Faults of several values together stand at the first one. */
const ALIASES: Record<string, string> = {
  weights: 'weights.common',
  'survey.quota': 'survey.quota.min',
}
