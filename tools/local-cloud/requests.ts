/** How many requests the SDK sent, by action, so that tests and bench can say what a call costs. */
export class RequestCounter {
  private counts = new Map<string, number>()

  count(action: string): void {
    this.counts.set(action, (this.counts.get(action) ?? 0) + 1)
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
  }

  /** Runs `work` alone and answers how many database requests it took. */
  async during(work: () => Promise<unknown>): Promise<number> {
    this.reset()
    await work()
    return this.database()
  }
}
