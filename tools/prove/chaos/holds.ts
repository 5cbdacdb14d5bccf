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

/** As anybody recomputes an exported file. */
export function resultOf(bytes: Uint8Array): RoundResult {
  const said = recomputeBytes(bytes)
  if (!('result' in said)) throw new Error(`recompute exits ${said.exit}: ${said.error}`)
  return said.result
}

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

/** The same bytes: the inputs, the ranking and the digest in both editions; and what is not sealed, as far as it is said. */
export function holdsAsWithout(lived: Lived, without: Lived): void {
  for (const edition of ['audit', 'open'] as const) {
    const [is, should] = [resultOf(lived[edition]), resultOf(without[edition])]
    holds(same(is.ranking, should.ranking), `${edition}: another ranking than without faults`)
    holds(
      Buffer.compare(lived[edition], without[edition]) === 0,
      `${edition}: other bytes than without faults: ${difference(lived[edition], without[edition])}`,
    )
  }
  const [is, should] = [stateOf(lived), stateOf(without)]
  for (const part of Object.keys(should) as (keyof typeof should)[])
    holds(
      same(is[part], should[part]),
      `${part} are\n    ${short(is[part])}\n  and without faults\n    ${short(should[part])}`,
    )
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
  return JSON.parse(Buffer.from(audit).toString('utf8')) as AuditEdition
}

/** Without times, revisions and ids of photos, which differ from day to day. */
function stateOf({ gathered, pictures }: Lived) {
  const [{ roundId } = { roundId: '' }] = gathered.scorecards
  const voices = gathered.voices.map(({ villageId, text, state }) => `${villageId} ${state} ${text}`).sort()
  return { ...finalState(gathered, (id) => pictures.get(id) ?? 'never uploaded', roundId), voices }
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

function difference(one: Uint8Array, other: Uint8Array): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const from = Math.max(0, at - 80)
  const text = (bytes: Uint8Array) => Buffer.from(bytes.subarray(from, at + 160)).toString('utf8')
  return `…${text(one)}… instead of …${text(other)}…`
}

function inOrder(marks: Record<string, number>): [string, number][] {
  return Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function short(value: unknown): string {
  return JSON.stringify(value).slice(0, 600)
}
