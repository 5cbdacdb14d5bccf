/**
 * How many people gave a question each answer, or none, as far as its figures tell: how many are valid, how many answered,
 * the share that left it out, the mean in whole points, for the overall item the rate. Every number of people that fits them is looked for; a group is
 * given away where none of those is nobody, or five and more.
 */
import { FEWEST_SHOWN } from '../../../src/domain/fewest-shown'
import type { Survey } from '../../../src/domain/round-file'

/** As a village's page shows it. */
export interface ShownQuestion {
  valid: number
  answered: number | null
  /** 不了解, of 100 valid ones. */
  unansweredOf100: number | null
  mean: number | null
  /** Of 100, for the overall item where it is shown. */
  rate: { of100: number; bound: 'least' | 'most' | null } | null
}

/** People by points, from most to fewest, and at the end those who left the question out. */
type People = number[]

/** Names of the groups that can only be of 1 to 4 people. */
export function givenAway(shown: ShownQuestion, survey: Pick<Survey, 'levels' | 'passMark'>): string[] {
  const { mean, answered, unansweredOf100, rate } = shown
  if (mean === null && answered === null && unansweredOf100 === null && rate === null) return []
  const points = [...new Set(survey.levels.flatMap((level) => level.points ?? []))].sort((a, b) => b - a)
  const groups = [
    ...points.map((one, n) => ({ name: `answered ${one}`, size: (people: People) => people[n]! })),
    ...points.slice(1).map((one, n) => ({
      name: `answered ${one} or less`,
      size: (people: People) => people.slice(n + 1, points.length).reduce((a, b) => a + b, 0),
    })),
    { name: 'left it out', size: (people: People) => people[points.length]! },
    { name: 'satisfied', size: (people: People) => satisfiedOf(people, points, survey.passMark) },
    {
      name: 'not satisfied',
      size: (people: People) => answeredOf(people) - satisfiedOf(people, points, survey.passMark),
    },
  ]
  const open = new Set(groups)
  for (const people of fitting(shown, points, survey.passMark)) {
    for (const group of open) if (!isSmall(group.size(people))) open.delete(group)
    if (open.size === 0) break
  }
  return [...open].map(({ name }) => name)
}

/** Every way to spread the valid ones over the answers that is shown so; the likeliest to acquit come first. */
function* fitting(shown: ShownQuestion, points: readonly number[], passMark: number): Iterable<People> {
  const { valid, answered, unansweredOf100 } = shown
  const ways = answered === null ? [valid, ...range(0, valid - 1).reverse()] : [answered]
  for (const people of ways) {
    if (unansweredOf100 !== null && Math.round(((valid - people) * 100) / valid) !== unansweredOf100) continue
    // Told nothing of how many answered, one is told that it is not five on both sides.
    if (answered === null && people >= FEWEST_SHOWN && valid - people >= FEWEST_SHOWN) continue
    if (shown.mean !== null && people < FEWEST_SHOWN) continue
    for (const spread of spreads(people, points, shown)) {
      const found = [...spread, valid - people]
      if (isShownSo(found, shown, points, passMark)) yield found
    }
  }
}

function* spreads(
  people: number,
  [best, ...others]: readonly number[],
  shown: ShownQuestion,
  sum = 0,
  all = people,
): Iterable<People> {
  if (best === undefined) {
    if (people === 0) yield []
    return
  }
  if (shown.mean !== null && !canReach(people, best, others, sum, all, shown.mean)) return
  if (others.length === 0) {
    yield [people]
    return
  }
  const sizes = [...range(FEWEST_SHOWN, people).reverse(), 0, ...range(1, Math.min(FEWEST_SHOWN - 1, people))]
  for (const here of sizes.filter((size) => size <= people))
    for (const rest of spreads(people - here, others, shown, sum + here * best, all)) yield [here, ...rest]
}

function canReach(
  people: number,
  best: number,
  others: readonly number[],
  sum: number,
  all: number,
  mean: number,
): boolean {
  const worst = others[others.length - 1] ?? best
  return sum + people * best >= (mean - 0.5) * all && sum + people * worst < (mean + 0.5) * all
}

function isShownSo(
  people: People,
  { mean, rate }: ShownQuestion,
  points: readonly number[],
  passMark: number,
): boolean {
  const answered = answeredOf(people)
  const sum = points.reduce((total, one, n) => total + one * people[n]!, 0)
  if (mean !== null && (answered === 0 || Math.round(sum / answered) !== mean)) return false
  if (rate === null) return true
  const satisfied = satisfiedOf(people, points, passMark)
  if (rate.bound === 'least') return answered - satisfied < FEWEST_SHOWN
  if (rate.bound === 'most') return satisfied < FEWEST_SHOWN
  return answered > 0 && Math.round((satisfied / answered) * 100) === rate.of100
}

function answeredOf(people: People): number {
  return people.slice(0, -1).reduce((a, b) => a + b, 0)
}

function satisfiedOf(people: People, points: readonly number[], passMark: number): number {
  return points.reduce((total, one, n) => total + (one >= passMark ? people[n]! : 0), 0)
}

function isSmall(size: number): boolean {
  return size >= 1 && size < FEWEST_SHOWN
}

function range(from: number, until: number): number[] {
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, n) => from + n)
}
