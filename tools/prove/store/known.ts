/**
 * What whoever writes knows of the store: what was acknowledged, and the changes of which nothing was heard. A cell is a
 * document or a file, by its path; what stands in it is a secret of which its whole content is made.
 */
export type Cell = string
export type Secret = string

/** One write, of one cell or of several at once: what stands there afterwards, null where nothing does. */
export type Change = ReadonlyMap<Cell, Secret | null>

/** What is found. `damaged`: there, and not as any write made it. */
export type Found = ReadonlyMap<Cell, Secret | 'damaged'>

export class Known {
  private stand = new Map<Cell, Secret>()
  private readonly unheard = new Set<Change>()
  acknowledged = 0

  /** The cells that stand, below a path. */
  cells(path: string): Cell[] {
    return [...this.stand.keys()].filter((cell) => cell.startsWith(path))
  }

  send(change: Change): void {
    this.unheard.add(change)
  }

  hear(change: Change): void {
    this.unheard.delete(change)
    this.acknowledged += 1
    this.apply(change)
  }

  /** What is wrong with what was found, after which it is what is known. An unheard change was done, or was not. */
  wrongIn(found: Found): string[] {
    const wrong: string[] = []
    for (const change of this.unheard) {
      const done = [...change].filter(([cell, secret]) => (found.get(cell) ?? null) === secret)
      const undone = [...change.keys()].filter((cell) => found.get(cell) === this.stand.get(cell))
      if (done.length === change.size) this.apply(change)
      else if (undone.length < change.size)
        wrong.push(`half written: ${done.map(([cell]) => cell)} of ${[...change.keys()]}`)
    }
    this.unheard.clear()
    for (const [cell, secret] of this.stand) {
      const is = found.get(cell)
      if (is === undefined) wrong.push(`lost: ${cell}`)
      else if (is === 'damaged') wrong.push(`damaged: ${cell}`)
      else if (is !== secret) wrong.push(`another content than acknowledged: ${cell}`)
    }
    for (const cell of found.keys())
      if (!this.stand.has(cell)) wrong.push(`there, though removed or never written: ${cell}`)
    return wrong
  }

  /** Pieces of secrets in these bytes that stand nowhere any more. Of 12 digits or more. */
  remainsIn(bytes: Buffer): string[] {
    const standing = new Set([...this.stand.values()].flatMap(piecesOf))
    const runs = bytes.toString('latin1').match(/[0-9a-f]{12,}/g) ?? []
    return runs.filter((run) => !standing.has(run.slice(0, PIECE)) || !standing.has(run.slice(-PIECE)))
  }

  private apply(change: Change): void {
    for (const [cell, secret] of change) {
      if (secret === null) this.stand.delete(cell)
      else this.stand.set(cell, secret)
    }
  }
}

const PIECE = 12

function piecesOf(secret: Secret): string[] {
  return Array.from({ length: secret.length - PIECE + 1 }, (_, at) => secret.slice(at, at + PIECE))
}
