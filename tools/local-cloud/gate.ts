/**
 * A door that holds the SDK's requests before they are done, for proofs that choose in which order two calls' requests
 * meet the database:
 *
 *   cloud.gate.close()
 *   const answer = cloud.call(…)
 *   const request = await cloud.gate.next(answer)   // one that waits at the door; null: the call ended without
 *   request?.release()
 *   request?.refuse()                          // or: the socket is closed, and nothing is done
 *   request?.loseAnswer()                      // or: it is done, and the socket closed without an answer
 *   cloud.gate.open()                          // lets everything through again
 */
/** What becomes of a request that stood at the door. */
export type Passage = 'through' | 'refused' | 'answerLost'

export interface HeldRequest {
  action: string
  collection: string | null
  release(): void
  refuse(): void
  loseAnswer(): void
}

export class Gate {
  private isClosed = false
  /** At the door, and nobody has asked for them yet. */
  private unseen: HeldRequest[] = []
  private readonly held = new Set<HeldRequest>()
  private asking: ((request: HeldRequest | null) => void)[] = []

  close(): void {
    this.isClosed = true
  }

  open(): void {
    this.isClosed = false
    this.unseen = []
    for (const request of [...this.held]) request.release()
  }

  /** The next request at the door that was not handed out yet; waits for one, or until `over` settles: then null. */
  next(over?: Promise<unknown>): Promise<HeldRequest | null> {
    const [first, ...others] = this.unseen
    this.unseen = others
    if (first) return Promise.resolve(first)
    return new Promise((resolve) => {
      this.asking = [...this.asking, resolve]
      const none = () => {
        this.asking = this.asking.filter((one) => one !== resolve)
        resolve(null)
      }
      over?.then(none, none)
    })
  }

  /** How many wait: those that were handed out too. */
  get waiting(): number {
    return this.held.size
  }

  /** For the server: resolves with what becomes of the request. */
  pass(action: string, collection: unknown): Promise<Passage> {
    if (!this.isClosed) return Promise.resolve('through')
    return new Promise((resolve) => {
      const leave = (passage: Passage) => () => {
        this.held.delete(request)
        resolve(passage)
      }
      const request: HeldRequest = {
        action,
        collection: typeof collection === 'string' ? collection : null,
        release: leave('through'),
        refuse: leave('refused'),
        loseAnswer: leave('answerLost'),
      }
      this.held.add(request)
      const [asks, ...others] = this.asking
      this.asking = others
      if (asks) asks(request)
      else this.unseen = [...this.unseen, request]
    })
  }
}
