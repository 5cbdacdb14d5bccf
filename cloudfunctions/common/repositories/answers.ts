import type { Database } from '../cloud'
import type { AnswerDoc } from '../documents'
import { transact } from '../writes'
import { all, removeAll } from './pages'

/** How the two envelopes stood when an answer arrived (docs/domain.md, Survey rules). */
export type Envelopes =
  | { kind: 'accepted' }
  | { kind: 'replaced' }
  | { kind: 'alreadyAnswered' }
  | { kind: 'otherVillage' }
  | { kind: 'refused' }

export function answers(db: Database) {
  return {
    /**
     * Writes ballot and answer together or neither. Ballot and answer known: replaces, same village only. Ballot
     * known, answer not: already answered. Answer known, ballot not: refused. Six requests without conflict.
     */
    put: (ballotId: string, answer: AnswerDoc): Promise<Envelopes> =>
      transact(db, async (transaction) => {
        const ballot = await transaction.collection('ballots').doc(ballotId).get()
        const stored = (await transaction.collection('answers').doc(answer._id).get()) as { data?: AnswerDoc | null }
        const hasBallot = Boolean(ballot.data)
        const former = stored.data ?? null
        if (former && !hasBallot) return { kind: 'refused' }
        if (!former && hasBallot) return { kind: 'alreadyAnswered' }
        if (former && former.villageId !== answer.villageId) return { kind: 'otherVillage' }

        const { _id, ...fields } = answer
        // The ballot is written again when an answer is replaced: an unchanged row would be told apart by its version.
        // `used` says nothing: the SDK refuses to write a document without a field.
        await transaction
          .collection('ballots')
          .doc(ballotId)
          .set({ data: { used: true } })
        await transaction.collection('answers').doc(_id).set({ data: fields })
        return { kind: former ? 'replaced' : 'accepted' }
      }),

    /** Every answer of a round, for sealing. */
    ofRound: (roundId: string) => all<AnswerDoc>(db, 'answers', { roundId }),

    /** By village: how many came, how many count. One aggregate, whatever the number of answers. */
    async countsByVillage(roundId: string): Promise<Map<string, { received: number; counting: number }>> {
      const _ = db.command.aggregate
      const answer = (await db
        .collection('answers')
        .aggregate()
        .match({ roundId })
        .group({ _id: '$villageId', received: _.sum(1), counting: _.sum(_.cond(['$counts', 1, 0])) })
        .limit(1000)
        .end()) as { list: { _id: string; received: number; counting: number }[] }
      return new Map(answer.list.map(({ _id: villageId, received, counting }) => [villageId, { received, counting }]))
    },

    /** Destroys a round's answers. */
    destroy: (roundId: string) => removeAll(db, 'answers', { roundId }),
  }
}
