/**
 * Trouble on order, for tests: what a network and a busy database do to a request.
 *
 *   faults.inject({ on: 'database.commitTransaction', what: 'conflict', times: 1 })
 *   faults.withdraw(fault)                    // what is left of it meets nobody any more
 *
 * conflict   the operation or commit is refused and its transaction aborted; nothing is written
 * busy       the operation is refused as one too many this second; nothing is done, its transaction stands
 * timeout    the operation is done, the answer says SERVER_TIMEOUT: the outcome is unknown to the caller
 * drop       the operation is done, the socket is closed without an answer
 * duplicate  the operation is delivered twice; the second answer is sent
 * killBefore, killAfter   this process dies (SIGKILL) before or after the operation: run the cloud in a child process
 */
export type Trouble = 'conflict' | 'busy' | 'timeout' | 'drop' | 'duplicate' | 'killBefore' | 'killAfter'

export interface Fault {
  /** The protocol's action. */
  on: string
  what: Trouble
  /** How many requests it meets; 1 where not given. */
  times?: number
  /** How many requests it lets pass first. */
  after?: number
  /** Only requests of this collection. */
  collection?: string
  /** Only requests whose text holds this, so that calls at the same time may each meet their own trouble. */
  about?: string
}

type Pending = Fault & { times: number; after: number; ordered: Fault }

export class Faults {
  private pending: Pending[] = []

  inject(fault: Fault): this {
    this.pending = [...this.pending, { ...fault, times: fault.times ?? 1, after: fault.after ?? 0, ordered: fault }]
    return this
  }

  withdraw(fault: Fault): void {
    this.pending = this.pending.filter(({ ordered }) => ordered !== fault)
  }

  clear(): void {
    this.pending = []
  }

  /** The trouble this request meets, used up by asking. */
  next(action: string, body: { collectionName?: unknown }): Trouble | null {
    for (const fault of this.pending) {
      if (fault.on !== action || fault.times === 0) continue
      if (fault.collection !== undefined && fault.collection !== body.collectionName) continue
      if (fault.about !== undefined && !JSON.stringify(body).includes(fault.about)) continue
      if (fault.after > 0) {
        fault.after -= 1
        continue
      }
      fault.times -= 1
      return fault.what
    }
    return null
  }
}
