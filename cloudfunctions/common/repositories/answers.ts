import type { Channel, Response } from '../../../src/domain/round-file'
import type { ResponseGroup } from '../../../src/domain/survey-warnings'
import { U } from '../../../src/domain/units'
import type { Database, Transaction } from '../cloud'
import type { AnswerDoc, CardDoc, Restoring, VoiceDoc } from '../documents'
import { transact } from '../writes'
import { everyPage, removeMany } from './pages'

/** How the two envelopes stood when an answer arrived (docs/domain.md, Survey rules). */
export type Envelopes =
  | { kind: 'accepted' }
  | { kind: 'replaced' }
  | { kind: 'alreadyAnswered' }
  | { kind: 'otherVillage' }
  | { kind: 'refused' }

/** How a household card and its answer stood: `again` is the same filling-in once more, which changes nothing. */
export type CardEnvelopes =
  | { kind: 'accepted' }
  | { kind: 'again' }
  | { kind: 'unknownCard' }
  | { kind: 'cardUsed' }
  | { kind: 'otherKey' }

export function answers(db: Database) {
  return {
    /**
     * Writes ballot and answer together or neither. Ballot and answer known: replaces, same village only. Ballot
     * known, answer not: already answered. Answer known, ballot not: refused. A voice goes with a first answer alone.
     * Six requests without conflict, a voice one more.
     */
    put: (ballotId: string, answer: AnswerDoc, voice: VoiceDoc | null): Promise<Envelopes> =>
      transact(db, async (transaction) => {
        const ballot = await transaction.collection('ballots').doc(ballotId).get()
        const hasBallot = Boolean(ballot.data)
        const former = await storedIn<AnswerDoc>(transaction, 'answers', answer._id)
        if (former && !hasBallot) return { kind: 'refused' }
        if (!former && hasBallot) return { kind: 'alreadyAnswered' }
        if (former && former.villageId !== answer.villageId) return { kind: 'otherVillage' }

        // The ballot is written again when an answer is replaced: an unchanged row would be told apart by its version.
        // `used` says nothing: the SDK refuses to write a document without a field.
        await setIn(transaction, 'ballots', { _id: ballotId, used: true })
        await setIn(transaction, 'answers', answer)
        if (voice && !former) await setIn(transaction, 'voices', voice)
        return { kind: former ? 'replaced' : 'accepted' }
      }),

    /**
     * Uses a household card and writes its answer, together or neither. A used card takes nothing more: the same key
     * once more hears that it was received. Six requests without conflict, a voice one more.
     */
    putByCard: (cardId: string, answer: AnswerDoc, voice: VoiceDoc | null): Promise<CardEnvelopes> =>
      transact(db, async (transaction) => {
        const card = await storedIn<CardDoc>(transaction, 'cards', cardId)
        if (card?.roundId !== answer.roundId || card.villageId !== answer.villageId) return { kind: 'unknownCard' }
        const former = await storedIn<AnswerDoc>(transaction, 'answers', answer._id)
        if (card.used) return { kind: isByCardOf(card, former) ? 'again' : 'cardUsed' }
        // A key belongs to one filling-in: with a second card it would overwrite the first one's answer.
        if (former) return { kind: 'otherKey' }

        await setIn(transaction, 'cards', { ...card, used: true })
        await setIn(transaction, 'answers', answer)
        if (voice) await setIn(transaction, 'voices', voice)
        return { kind: 'accepted' }
      }),

    /** Every response of a round, for sealing, and whether it counts; nothing else is kept of it. A request a thousand. */
    async responsesOfRound(roundId: string): Promise<(Response & { counts: boolean })[]> {
      const responses: (Response & { counts: boolean })[] = []
      await everyPage<AnswerDoc>(
        db,
        'answers',
        { roundId },
        (page) => {
          for (const { villageId, channel, answers, tooFast, restored, counts } of page)
            responses.push({ villageId, channel, answers, tooFast, restored, counts })
        },
        ['villageId', 'channel', 'answers', 'tooFast', 'restored', 'counts'],
      )
      return responses
    },

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

    /**
     * By village, channel and whether too fast: what the warnings are made of. One aggregate, whatever the number of
     * answers; of one village, if it is named.
     */
    async groups(roundId: string, villageId?: string): Promise<ResponseGroup[]> {
      const _ = db.command.aggregate
      const points = { $divide: ['$index', U] }
      const answer = (await db
        .collection('answers')
        .aggregate()
        .match({ roundId, ...(villageId !== undefined && { villageId }) })
        .group({
          _id: { villageId: '$villageId', channel: '$channel', tooFast: '$tooFast' },
          received: _.sum(1),
          answered: _.sum({ $cond: [{ $eq: ['$index', null] }, 0, 1] }),
          // No index, no part in a sum.
          sum: _.sum(points),
          sumSquares: _.sum({ $multiply: [points, points] }),
          straight: _.sum({ $cond: ['$straight', 1, 0] }),
        })
        .limit(MOST_GROUPS)
        .end()) as { list: (Omit<ResponseGroup, keyof GroupKey> & { _id: GroupKey })[] }
      return answer.list.map(({ _id, ...figures }) => ({ ..._id, ...figures }))
    },

    /**
     * Lifts the exclusion of all of a village's responses that are excluded for this reason alone. Done twice, it is the
     * same. Two updates, for whether one counts follows from whether enough is answered.
     */
    async restore(
      roundId: string,
      { villageId, excludedFor }: Restoring,
      scoredChannels: readonly Channel[],
    ): Promise<void> {
      const { in: among, nin, neq } = db.command
      const why =
        excludedFor === 'channel'
          ? { tooFast: false, channel: nin(scoredChannels) }
          : { tooFast: true, channel: among(scoredChannels) }
      const excluded = { roundId, villageId, restored: false, ...why }
      const answers = db.collection('answers')
      await answers.where({ ...excluded, index: neq(null) }).update({ data: { restored: true, counts: true } })
      await answers.where({ ...excluded, index: null }).update({ data: { restored: true } })
    },

    /** Destroys a round's answers. */
    destroy: (roundId: string) => removeMany(db, 'answers', { roundId }),
  }
}

type GroupKey = Pick<ResponseGroup, 'villageId' | 'channel' | 'tooFast'>

/** Two hundred villages by five channels, too fast or not. */
const MOST_GROUPS = 2000

function isByCardOf({ villageId }: CardDoc, answer: AnswerDoc | null): boolean {
  return answer !== null && answer.channel === 'card' && answer.villageId === villageId
}

async function storedIn<T>(transaction: Transaction, collection: string, id: string): Promise<T | null> {
  const stored = (await transaction.collection(collection).doc(id).get()) as { data?: T | null }
  return stored.data ?? null
}

async function setIn<T extends { _id: string }>(transaction: Transaction, collection: string, doc: T): Promise<void> {
  const { _id, ...data } = doc
  await transaction.collection(collection).doc(_id).set({ data })
}
