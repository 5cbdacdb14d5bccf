/** What must hold of a lived day, and against the day without faults. Every sentence names what it found otherwise. */
import { type Answer, failure } from '../../../src/contract/errors'
import { canonicalJson } from '../../../src/domain/digest'
import { exportOrder } from '../../../src/domain/export-order'
import type { AuditEdition } from '../../../src/domain/round-file'
import type { RoundResult } from '../../../src/domain/round-result'
import { recomputeBytes } from '../../recompute/recompute-file'
import { holdsInHistory } from '../phone/day-holds'
import { finalState } from '../phone/final-state'
import { holds } from '../proof'
import type { Lived } from './lived'
import type { Plan } from './plan'

/** Nothing of which a person was told that it is in is missing, nothing is there twice, no conflict was swallowed. */
export function holdsBeforeSealing(
  plan: Plan,
  { gathered, received, submitted, deliveries }: Pick<Lived, 'gathered' | 'received' | 'submitted' | 'deliveries'>,
): void {
  const people = plan.file.responses.length
  holds(received === people, `${received} of ${people} saw 已收到`)
  holds(gathered.answers.length === people, `${gathered.answers.length} answers of ${people} people are there`)
  const { length: accounts } = plan.villagers
  holds(gathered.ballots.length === accounts, `${gathered.ballots.length} ballots of ${accounts} accounts`)
  for (const { inspectorId, villageId } of plan.cards) {
    const shown = submitted.get(`${inspectorId} ${villageId}`)
    holds(shown !== undefined, `${inspectorId} pressed 提交 in ${villageId}, and it is not 已提交`)
    const card = gathered.scorecards.find((one) => one.inspectorId === inspectorId && one.villageId === villageId)
    const marks = card?.submitted?.marks ?? {}
    holds(same(inOrder(shown!), inOrder(marks)), `${inspectorId} was shown another card of ${villageId} as 已提交`)
  }
  holds(gathered.late.length === 0, `${gathered.late.length} sends came late`)
  holdsInHistory({ deliveries: deliveries.filter(isOfMarks).map(asHeard) }, gathered)
}

/** What is sealed is what people meant, each once. */
export function holdsSealed({ file }: Plan, { audit }: Lived): void {
  const sealed = JSON.parse(textOf(audit)) as AuditEdition
  const meant = exportOrder(file)
  holds(same(kinds(sealed), kinds(meant)), 'other deductions are sealed than were meant')
  for (const part of ['scorecards', 'responses', 'measurements', 'accepted'] as const) {
    const [is, should] = [canonicalJson(sealed[part]), canonicalJson(meant[part])]
    holds(is === should, `${part} are sealed otherwise than they were meant: ${difference(is, should)}`)
  }
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
function kinds({ deductions }: AuditEdition): string[] {
  return deductions
    .map(({ villageId, itemId, occurrences, confirmed, revoked }) =>
      [villageId, itemId, occurrences, confirmed, revoked].join(' '),
    )
    .sort()
}

type Delivered = Lived['deliveries'][number]

function isOfMarks({ action }: Delivered): boolean {
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
