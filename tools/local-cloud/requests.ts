/** How requests found their documents: by `ids`, by the index of this name, by a `scan`; how many they looked at for it. */
export interface Look {
  collection: string
  by: string
  requests: number
  documents: number
}

/** How many requests the SDK sent, by action, so that tests and bench can say what a call costs. */
export class RequestCounter {
  private counts = new Map<string, number>()
  private looked = new Map<string, Look>()

  count(action: string): void {
    this.counts.set(action, (this.counts.get(action) ?? 0) + 1)
  }

  look(collection: string, by: string, documents: number): void {
    const key = `${collection} ${by}`
    const before = this.looked.get(key) ?? { collection, by, requests: 0, documents: 0 }
    this.looked.set(key, { ...before, requests: before.requests + 1, documents: before.documents + documents })
  }

  /** By collection and way. What a write looks for again after a wait, and to write it, counts again. */
  looks(): Look[] {
    return [...this.looked.keys()].sort().map((key) => this.looked.get(key)!)
  }

  /** All, or those of one action: `of('database.getDocument')`. */
  of(action: string): number {
    return this.counts.get(action) ?? 0
  }

  /** Requests of the database since the last reset. */
  database(): number {
    return [...this.counts].reduce((sum, [action, n]) => (action.startsWith('database.') ? sum + n : sum), 0)
  }

  byAction(): Record<string, number> {
    return Object.fromEntries([...this.counts].sort())
  }

  reset(): void {
    this.counts.clear()
    this.looked.clear()
  }

  /** Runs `work` alone and answers how many database requests it took. */
  async during(work: () => Promise<unknown>): Promise<number> {
    this.reset()
    await work()
    return this.database()
  }
}
