/**
 * What people hand in for a draft round, its goals and measured facts: each write is counted in the round's own document,
 * in one transaction. So of two that write at once the second starts anew and sees what the first one did, and nothing is
 * written that a round which is becoming ready has not seen. For repositories only.
 */
import { failure } from '../../../src/contract/errors'
import type { Database } from '../cloud'
import type { RoundDoc } from '../documents'
import { transact } from '../writes'

export interface InDraft {
  /** The draft, as it was when the transaction began. */
  draft: RoundDoc
  put(collection: 'goals' | 'measurements', doc: { _id: string }): Promise<void>
  remove(collection: 'goals' | 'measurements', id: string): Promise<void>
}

/** Refused where it is a draft no more. Four requests beside `work`'s own. */
export function inDraft<R>(db: Database, roundId: string, work: (inside: InDraft) => Promise<R>): Promise<R> {
  return transact(db, async (transaction) => {
    const round = transaction.collection('rounds').doc(roundId)
    const draft = (await round.get()).data as RoundDoc | undefined
    if (!draft) throw failure('notFound')
    if (draft.state !== 'draft') throw failure('wrongState', { state: draft.state })
    let isWritten = false
    const result = await work({
      draft,
      async put(collection, { _id, ...data }) {
        isWritten = true
        await transaction.collection(collection).doc(_id).set({ data })
      },
      async remove(collection, id) {
        isWritten = true
        await transaction.collection(collection).doc(id).remove()
      },
    })
    if (isWritten) await round.update({ data: { inputs: (draft.inputs ?? 0) + 1 } })
    return result
  })
}
