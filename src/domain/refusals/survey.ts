import { exactWhole } from '../exact'
import { FEWEST_SHOWN } from '../fewest-shown'
import { type Path, quoted, type Refusal } from '../refusal'
import type { AuditEdition, PublicEdition, RoundFile, SurveyTotals } from '../round-file'
import { surveyTallies } from '../survey-tally'
import { U } from '../units'
import { idsOf, twice, unknown } from './ids'
import type { Known } from './known'

/** What is wrong with the responses or their totals. */
export function* surveyRefusals(round: RoundFile, known: Known): Generator<Refusal> {
  if (round.edition === 'audit') yield* responseRefusals(round, known)
  else yield* totalsRefusals(round, known)
}

/** Runs last: it counts responses that must have been accepted. */
export function* acceptedRefusals(round: RoundFile, known: Known): Generator<Refusal> {
  yield* twice(['accepted'], round.accepted)
  for (const [i, id] of round.accepted.entries()) yield* unknown(['accepted', i], id, known.villages, 'village')
  if (round.accepted.length === 0 || round.scheme.weights.satisfaction === 0) return
  const tallies = surveyTallies(round)
  for (const [i, id] of round.accepted.entries()) {
    const { valid } = tallies.get(id)!
    if (valid < FEWEST_SHOWN) {
      yield { path: ['accepted', i], what: `${quoted(id)} has ${valid} valid responses: fewer than ${FEWEST_SHOWN}` }
    }
  }
}

function* responseRefusals({ responses, scheme }: AuditEdition, known: Known): Generator<Refusal> {
  const items = idsOf(scheme.survey.items)
  const levels = new Set(scheme.survey.levels.map(({ value }) => value))
  for (let i = 0; i < responses.length; i++) {
    const { villageId, channel, answers, tooFast } = responses[i]!
    if (!known.villages.has(villageId))
      yield* unknown(['responses', i, 'villageId'], villageId, known.villages, 'village')
    if (tooFast && (channel === 'card' || channel === 'paper')) {
      yield { path: ['responses', i, 'tooFast'], what: `true on ${channel}, where nobody takes the time` }
    }
    for (const id of Object.keys(answers)) {
      const level = answers[id]!
      if (!items.has(id)) yield { path: ['responses', i, 'answers', id], what: 'unknown item' }
      if (!levels.has(level)) yield { path: ['responses', i, 'answers', id], what: `${level} is an unknown level` }
    }
  }
}

function* totalsRefusals({ surveyTotals, villages }: PublicEdition, known: Known): Generator<Refusal> {
  const seen = new Set<string>()
  for (const [i, totals] of surveyTotals.entries()) {
    const { villageId } = totals
    const path = ['surveyTotals', i]
    yield* unknown([...path, 'villageId'], villageId, known.villages, 'village')
    if (seen.has(villageId)) yield { path: [...path, 'villageId'], what: `${quoted(villageId)} has two totals` }
    seen.add(villageId)
    yield* countRefusals(path, totals)
    yield* sumRefusals(path, totals)
  }
  for (const { id } of villages) if (!seen.has(id)) yield { path: ['surveyTotals'], what: `none for ${quoted(id)}` }
}

function* countRefusals(path: Path, totals: SurveyTotals): Generator<Refusal> {
  const { received, excluded, invalid, valid, overallAnswered, overallSatisfied } = totals
  if (received !== excluded + invalid + valid) {
    yield {
      path: [...path, 'received'],
      what: `${received} is not ${excluded} excluded + ${invalid} invalid + ${valid} valid`,
    }
  }
  if (overallAnswered > valid) {
    yield { path: [...path, 'overallAnswered'], what: `${overallAnswered} is above valid ${valid}` }
  }
  if (overallSatisfied > overallAnswered) {
    yield {
      path: [...path, 'overallSatisfied'],
      what: `${overallSatisfied} is above overallAnswered ${overallAnswered}`,
    }
  }
}

/** Sums that no responses could have: an index is 0…100 points, and squares add up to no less than their mean's. */
function* sumRefusals(path: Path, totals: SurveyTotals): Generator<Refusal> {
  const { valid, overallAnswered, overallSatisfied } = totals
  const [n, sum, squares] = [exactWhole(valid), exactWhole(totals.sum), BigInt(totals.sumSquares)]
  const greatest = BigInt(100 * U)
  if (valid < FEWEST_SHOWN) {
    if (sum === BigInt(0) && squares === BigInt(0) && overallAnswered === 0 && overallSatisfied === 0) return
    yield { path, what: `shows sums of ${valid} valid responses: fewer than ${FEWEST_SHOWN}` }
  }
  if (sum > n * greatest)
    yield { path: [...path, 'sum'], what: `${totals.sum} is more than ${valid} responses can have` }
  if (squares > sum * greatest || n * squares < sum * sum) {
    yield { path: [...path, 'sumSquares'], what: `${quoted(totals.sumSquares)} does not go with the sum ${totals.sum}` }
  }
}
