/** What must hold of a lived day, and against the day without faults. Every sentence names what it found otherwise. */
import { type Answer, failure } from '../../../src/contract/errors'
import { canonicalJson } from '../../../src/domain/digest'
import { exportOrder } from '../../../src/domain/export-order'
import type { AuditEdition, Deduction } from '../../../src/domain/round-file'
import type { RoundResult } from '../../../src/domain/round-result'
import { recomputeBytes } from '../../recompute/recompute-file'
import { holdsInHistory } from '../phone/day-holds'
import { finalState } from '../phone/final-state'
import { holds } from '../proof'
import type { Lived } from './drive'
import type { Plan } from './plan'

/** Of one day, for itself: what people were told is what is sealed, once, and it is what they meant. */
export function holdsByItself(plan: Plan, lived: Lived): void {
  const sealed = sealedIn(lived)
  const answers = plan.file.responses.length
  holds(lived.received === answers, `${lived.received} of ${answers} saw 已收到`)
  holds(sealed.responses.length === answers, `${sealed.responses.length} responses of ${answers} are sealed`)
  holds(
    lived.gathered.ballots.length === plan.villagers.length,
    `${lived.gathered.ballots.length} ballots of ${plan.villagers.length} accounts`,
  )
  for (const { inspectorId, villageId, marks } of sealed.scorecards) {
    const shown = lived.submitted.get(`${inspectorId} ${villageId}`)
    holds(same(inOrder(shown ?? {}), inOrder(marks)), `${inspectorId} was shown another card of ${villageId} as 已提交`)
  }
  holdsInHistory({ deliveries: lived.deliveries.filter(isScoring).map(asHeard) }, lived.gathered)
  holds(lived.gathered.late.length === 0, `${lived.gathered.late.length} sends came late`)
  holdsAsMeant(plan, sealed)
}

/** What two days must have in common. */
export interface Comparable {
  /** The exported editions, byte for byte: they are UTF-8. */
  audit: string
  open: string
  /** What is not sealed, without times, revisions and ids of photos, which differ from day to day. */
  state: Record<string, unknown>
}

export function comparable({ audit, open, gathered, pictures }: Lived): Comparable {
  const [{ roundId } = { roundId: '' }] = gathered.scorecards
  const voices = gathered.voices.map(({ villageId, text, state }) => `${villageId} ${state} ${text}`).sort()
  const state = finalState(gathered, (id) => pictures.get(id) ?? 'never uploaded', roundId)
  return { audit: textOf(audit), open: textOf(open), state: { ...state, voices } }
}

/** Throws where it is another ranking, other bytes in one of the editions, or other notes, findings, photos, voices. */
export function holdsAsWithout(day: Comparable, without: Comparable): void {
  for (const edition of ['audit', 'open'] as const) {
    const [is, should] = [day[edition], without[edition]]
    if (is === should) continue
    const sameRanking = same(resultIn(is).ranking, resultIn(should).ranking)
    const ranking = sameRanking ? 'the same ranking' : 'another ranking'
    throw new Error(`${edition}: other bytes than without faults, ${ranking}: ${difference(is, should)}`)
  }
  for (const [part, should] of Object.entries(without.state)) {
    const is = day.state[part]
    holds(same(is, should), `${part} are\n    ${around(is, should)}\n  and without faults\n    ${around(should, is)}`)
  }
}

export function resultIn(edition: string): RoundResult {
  const said = recomputeBytes(Buffer.from(edition))
  if (!('result' in said)) throw new Error(`recompute exits ${said.exit}: ${said.error}`)
  return said.result
}

/** The sample's deductions have other ids than the ones that phones draw. */
function holdsAsMeant({ file }: Plan, sealed: AuditEdition): void {
  const meant = exportOrder(file)
  const what = ({ itemId, villageId, occurrences, confirmed, revoked }: Deduction) =>
    [villageId, itemId, occurrences, confirmed, revoked].join(' ')
  const sorted = (deductions: readonly Deduction[]) => deductions.map(what).sort()
  holds(same(sorted(sealed.deductions), sorted(meant.deductions)), 'other deductions are sealed than were meant')
  for (const part of ['scorecards', 'responses', 'measurements', 'accepted'] as const)
    holds(
      canonicalJson(sealed[part]) === canonicalJson(meant[part]),
      `${part} are sealed otherwise than they were meant`,
    )
}

function sealedIn({ audit }: Lived): AuditEdition {
  return JSON.parse(textOf(audit)) as AuditEdition
}

type Delivered = Lived['deliveries'][number]

function isScoring({ action }: Delivered): boolean {
  return action === 'saveMarks'
}

/** Of what the server was killed over nobody knows; it is as good as asked again. */
function asHeard({ answer, ...send }: Delivered) {
  const unknown: Answer = { ok: false, error: failure('tryAgain').refusal }
  return { ...send, answer: answer ?? unknown }
}

function difference(one: string, other: string): string {
  const from = Math.max(0, firstDifference(one, other) - 80)
  return `…${one.slice(from, from + 240)}… instead of …${other.slice(from, from + 240)}…`
}

function around(value: unknown, other: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  const from = Math.max(0, firstDifference(text, JSON.stringify(other) ?? '') - 80)
  return `…${text.slice(from, from + 400)}…`
}

function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

function inOrder(marks: Record<string, number>): [string, number][] {
  return Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
