/**
 * Two phones of one inspector on one scorecard, in every order in which the database requests of two calls can meet.
 * What is held after each: the answers and the card are those of one call after the other, nobody's value is
 * overwritten in silence, nothing stands twice in the history, and sending again changes nothing.
 */
import type { ScorecardDoc } from '../../../cloudfunctions/common/documents'
import type { Answer } from '../../../src/contract/errors'
import { openidOf } from '../../seed/people'
import { everyInterleaving, type Interleaving } from '../phone/interleavings'
import {
  cardWithOneMark,
  INSPECTOR,
  type PairOfCalls,
  pairsOfCalls,
  type Send,
  typedIn,
  type Value,
} from '../phone/pairs-of-calls'
import { type RunningRound, withRunningRound } from '../phone/running-round'
import { holds, type Proof } from '../proof'

export const twoPhones: Proof = {
  name: 'two-phones',
  claim: 'in every order of their database requests, two phones on one scorecard lose and overwrite nothing in silence',
  run: ({ form, say }) =>
    withRunningRound(async (round) => {
      const chosen = pairsOfCalls(round).filter(({ isLong }) => form !== 'short' || !isLong)
      let orders = 0
      for (const pair of chosen) {
        const counted = await proveInEveryOrder(round, pair)
        orders += counted.orders
        say(`${pair.what}: ${counted.orders} orders, ${counted.longest} requests in the longest`)
      }
      return `${orders} orders of ${chosen.length} pairs of calls, every one as if one call had come after the other`
    }),
}

type Outcome = { answers: [Answer, Answer]; card: Card }
/** Without the clock of the server. */
type Card = Pick<ScorecardDoc, 'marks' | 'history' | 'submitted' | 'revision'>

async function proveInEveryOrder(round: RunningRound, pair: PairOfCalls): Promise<{ orders: number; longest: number }> {
  const { what, sends } = pair
  const table = tableFor(round, pair)
  const serial = [await table.oneAfterTheOther(0, 1), await table.oneAfterTheOther(1, 0)]
  let longest = 0
  const orders = await everyInterleaving(
    round.cloud,
    table.lay,
    [() => table.send(sends[0]), () => table.send(sends[1])],
    async (run) => {
      longest = Math.max(longest, run.order.length)
      const where = `${what}, order ${run.order.join('')}`
      const outcome = outcomeOf(run, table.card())
      holds(
        serial.some((one) => isSame(one, outcome)),
        `${where}: neither serial order gives ${JSON.stringify(outcome)}`,
      )
      holdsForEachPhone(sends, outcome, where)
      await holdsSentAgain(table, sends, outcome, where)
    },
  )
  return { orders, longest }
}

/** The card as the two phones find it, laid anew before every run. */
function tableFor({ cloud, file }: RunningRound, { base, sends }: PairOfCalls) {
  const { villageId } = sends[0].payload
  const id = `${file.id}:${INSPECTOR}:${villageId}`
  const table = {
    lay(): void {
      cloud.clear('scorecards')
      cloud.clear('audits')
      if (base === 'one mark') cloud.seed('scorecards', [{ _id: id, ...cardWithOneMark(file.id, villageId, sends[0]) }])
    },
    send: ({ action, payload }: Send) =>
      cloud.call('scoring', { action, payload }, openidOf(INSPECTOR)) as Promise<Answer>,
    card(): Card {
      const { marks, history, submitted, revision } = cloud.dump('scorecards')[0] as unknown as ScorecardDoc
      return { marks, history, submitted, revision }
    },
    audited: () => cloud.dump('audits').length,
    async oneAfterTheOther(first: 0 | 1, second: 0 | 1): Promise<Outcome> {
      table.lay()
      const early = await table.send(sends[first])
      const late = await table.send(sends[second])
      return { answers: first === 0 ? [early, late] : [late, early], card: table.card() }
    },
  }
  return table
}

/** No silent overwrite: what a phone typed stands, or it was answered with what stands instead. */
function holdsForEachPhone(sends: readonly [Send, Send], { answers, card }: Outcome, where: string): void {
  for (const n of [0, 1] as const) {
    const { phone } = sends[n].payload
    for (const typed of typedIn(sends[n])) {
      const kept = card.history.filter((past) => past.phone === phone && isValueOf(past, typed))
      const at = `${where}: ${typed.itemId} of ${phone}`
      holds(kept.length <= 1, `${at} stands ${kept.length} times in the history`)
      const stands = card.marks[typed.itemId]
      const isMine = stands !== undefined && isValue(stands, typed)
      const told = toldOf(answers[n], sends[n], typed.itemId)
      if (told.kind === 'stands') holds(isMine, `${at} was answered as done and does not stand`)
      if (told.kind === 'conflict') {
        holds(!isMine, `${at} stands and was answered as a conflict`)
        holds(isValue(told.other, stands!), `${at}: the conflict shows what does not stand`)
        // A refused submission wrote nothing and waits on its phone; a save's loser is kept.
        holds(told.isRefused || (kept.length === 1 && kept[0]!.lost), `${at} lost and is in no history`)
      }
    }
  }
}

/** `nothing`: a refused submission says nothing of the marks that nobody else changed; they wait on their phone. */
type Told = { kind: 'stands' | 'nothing' } | { kind: 'conflict'; other: Value; isRefused: boolean }
type Versions = Record<string, Value>

/** What a phone was told of one mark. */
function toldOf(answer: Answer, { action }: Send, itemId: string): Told {
  if (!answer.ok) {
    const { code, details } = answer.error
    holds(code === 'changed' && details?.items !== undefined, `refused with ${code}`)
    const conflict = (details!.items as Record<string, { theirs: Value }>)[itemId]
    return conflict ? { kind: 'conflict', other: conflict.theirs, isRefused: true } : { kind: 'nothing' }
  }
  if (action === 'submit') return { kind: 'stands' }
  const { saved, conflicts } = answer.data as { saved: Versions; conflicts: Versions }
  holds((saved[itemId] === undefined) !== (conflicts[itemId] === undefined), `told both or nothing of ${itemId}`)
  return saved[itemId] ? { kind: 'stands' } : { kind: 'conflict', other: conflicts[itemId]!, isRefused: false }
}

/** An answer lost on the way: the same send again is answered as before and writes nothing. */
async function holdsSentAgain(
  table: ReturnType<typeof tableFor>,
  sends: readonly [Send, Send],
  { answers, card }: Outcome,
  where: string,
): Promise<void> {
  const lines = table.audited()
  for (const n of [0, 1] as const) {
    const again = await table.send(sends[n])
    holds(isSame(again, answers[n]), `${where}: sent again, ${sends[n].payload.phone} is answered otherwise`)
  }
  const after = table.card()
  // Two submissions of the same marks: the one heard last is named as the one that counts. Nothing else may differ.
  const counts = (one: Card) => ({ ...one, revision: 0, submitted: one.submitted?.marks })
  holds(isSame(counts(after), counts(card)), `${where}: sending again changed the card`)
  holds(table.audited() === lines, `${where}: sending again wrote another audit line`)
}

function outcomeOf({ answers }: Interleaving, card: Card): Outcome {
  return { answers: answers as [Answer, Answer], card }
}

function isValueOf(past: Value & { itemId: string }, typed: Value & { itemId: string }): boolean {
  return past.itemId === typed.itemId && isValue(past, typed)
}

function isValue(a: Value, b: Value): boolean {
  return a.mark === b.mark && a.note === b.note && a.photos.join() === b.photos.join()
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
