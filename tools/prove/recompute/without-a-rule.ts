/**
 * The same rounds without one rule, or with one rounding done otherwise: the naive computation must then come to something
 * else somewhere, or the rounds do not try that rule.
 */
import type { AuditEdition, Scheme, Survey } from '../../../src/domain/round-file'
import { naiveResult } from '../../../tests/naive/result'
import { endsInHalf, halfAwayFromZero, type Place, places, type Rounding } from '../../../tests/naive/rounding'
import { difference, sayingOf } from './comparison'
import type { HalvedRound } from './halved-round'

export interface Fault {
  name: string
  /** Where only a half can tell. */
  place?: Place
  file(file: AuditEdition): AuditEdition
  round: Rounding
}

export const noOutlierLeftOut: Fault = {
  name: 'no outlier is left out',
  file: scheme({ outlierCut: null }),
  round: halfAwayFromZero,
}

export const faults: readonly Fault[] = [
  noOutlierLeftOut,
  ...places.filter((place) => place !== 'deductions').map(halfTowardsZero),
  {
    name: 'severity: −0.5 becomes 0',
    place: 'severity',
    file: (file) => file,
    round: (value, place) =>
      place === 'severity' && endsInHalf(value) && value.top < 0n
        ? halfAwayFromZero(value, place) + 1n
        : halfAwayFromZero(value, place),
  },
  ...Object.entries<(file: AuditEdition) => AuditEdition>({
    'no inspector is severe': scheme({ severityAdjustment: 'never' }),
    'every design is adjusted': scheme({ severityAdjustment: 'always' }),
    'nothing is trimmed': scheme({ trimFrom: 9 }),
    'everything is trimmed': scheme({ trimFrom: 3 }),
    'few cards are enough': scheme({ minInspectors: 0 }),
    'few answers are enough': survey({ minResponses: 5 }),
    'deductions have no cap': scheme({ deductionCap: 1000 }),
    'an item has no cap': (file) => ({
      ...file,
      scheme: { ...file.scheme, deductionItems: file.scheme.deductionItems.map((one) => ({ ...one, cap: 1000 })) },
    }),
    'what is not confirmed counts': (file) => ({
      ...file,
      deductions: file.deductions.map((one) => ({ ...one, confirmed: true })),
    }),
    'what is revoked counts': (file) => ({
      ...file,
      deductions: file.deductions.map((one) => ({ ...one, revoked: false })),
    }),
    'every goal is as difficult': (file) => ({
      ...file,
      goals: file.goals.map((goal) => ({ ...goal, difficulty: 1 })),
    }),
    'nobody is accepted': (file) => ({ ...file, accepted: [] }),
    'nothing is skipped': (file) => ({ ...file, stops: file.stops.map((stop) => ({ ...stop, state: 'visited' })) }),
    'too fast counts': responses({ tooFast: false }),
    'nothing is restored': responses({ restored: false }),
    'every channel counts': survey({ scoredChannels: ['onsite', 'card', 'poster', 'picture', 'paper'] }),
    'one answer is enough': survey({ minAnswered: 0 }),
    'the pass mark is 50': survey({ passMark: 50 }),
    'nothing fills up': survey({ quota: { share: 0, min: 0, max: 0 } }),
    'the share of households asks nothing': (file) => {
      const { quota } = file.scheme.survey
      return survey({ quota: { ...quota, share: 0 } })(file)
    },
  }).map(([name, file]): Fault => ({ name, file, round: halfAwayFromZero })),
]

/** Whether the naive computation with this fault would differ. */
export function isSeen({ place, file, round }: Fault, { file: given, naive, halves }: HalvedRound): boolean {
  if (place !== undefined && !halves.has(place) && !(place === 'severity' && halves.has('severity below 0')))
    return false
  return difference(sayingOf(naiveResult(file(given), round)), sayingOf(naive)) !== null
}

function halfTowardsZero(place: Place): Fault {
  return {
    name: `${place}: a half is rounded towards 0`,
    place,
    file: (file) => file,
    round: (value, where) => {
      const rounded = halfAwayFromZero(value, where)
      if (where !== place || !endsInHalf(value)) return rounded
      return value.top < 0n ? rounded + 1n : rounded - 1n
    },
  }
}

function scheme(change: Partial<Scheme>) {
  return (file: AuditEdition): AuditEdition => ({ ...file, scheme: { ...file.scheme, ...change } })
}

function survey(change: Partial<Survey>) {
  return (file: AuditEdition): AuditEdition => scheme({ survey: { ...file.scheme.survey, ...change } })(file)
}

function responses(change: { tooFast: boolean } | { restored: boolean }) {
  return (file: AuditEdition): AuditEdition => ({
    ...file,
    responses: file.responses.map((one) => ({ ...one, ...change })),
  })
}
