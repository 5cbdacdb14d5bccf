/**
 * What a village's public page shows of its survey, of what was computed at sealing. A figure stands only where it could
 * as well be that of a village in which nobody is in a group of 1–4: there is a way for all its valid responses to have
 * answered, each level chosen by nobody or by five at least, that shows the very same. So neither how many chose a level
 * nor how many left a question out follows from it, not even by subtraction. Rule: docs/domain.md, Survey rules.
 */
import { FEWEST_SHOWN } from './fewest-shown'
import type { Survey } from './round-file'
import { type ShownRate, shownUnanswered } from './small-cells'
import { toUnits, U } from './units'

export type PublicFigures = {
  valid: number
  /** Of 100 who answered the overall item, so many chose the pass mark or better. */
  satisfiedOf100: number | null
  /** Fewer than five, or none, are on the other side: at least, or at most, so many. */
  satisfiedBound: 'least' | 'most' | null
  /** The mean in whole points; of 100 valid responses, so many left the question out (不了解). */
  items: { id: string; mean: number | null; unansweredOf100: number | null }[]
}

/**
 * Null below five valid responses. `rate` and `questions` (means in whole points) are the sealed details'. Where it is told
 * how many answered a question, or how many in a hundred did not, it must be a way for so many.
 */
export function publicFigures(
  survey: Pick<Survey, 'levels' | 'passMark' | 'overallItem'>,
  valid: number,
  rate: ShownRate | null,
  questions: readonly { id: string; answered?: number | null; mean: number | null }[],
): PublicFigures | null {
  if (valid < FEWEST_SHOWN || questions.length === 0) return null
  const levels = scoredLevels(survey)
  const peopleOf = ({ answered }: { answered?: number | null }) => answered ?? valid
  const overall = peopleOf(questions.find(({ id }) => id === survey.overallItem) ?? {})
  const satisfied = rate && satisfiedShownAs(rate, overall)
  const showsRate = satisfied !== null && hasTwin(levels, overall, ANY, satisfied)
  return {
    valid,
    satisfiedOf100: showsRate ? hundredthsOf(rate!) : null,
    satisfiedBound: showsRate ? rate!.bound : null,
    items: questions.map((question) => {
      const { id, mean } = question
      const people = peopleOf(question)
      // The overall item shows two figures of the same answers: its mean must not tell of its rate.
      const beside = id === survey.overallItem && showsRate ? satisfied : ANY
      const stands = mean !== null && hasTwin(levels, people, sumsShownAs(mean, people), beside)
      return { id, mean: stands ? mean : null, unansweredOf100: shownUnanswered(question.answered ?? null, valid) }
    }),
  }
}

/** A total over all who answered, both ends included. */
type Range = { least: number; most: number }
const ANY: Range = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

/** Sums of points, in units, whose mean over so many people is this one in whole points. */
function sumsShownAs(mean: number, people: number): Range {
  return { least: (mean - 0.5) * U * people, most: (mean + 0.5) * U * people - 1 }
}

/** How many of these people may be satisfied where their rate is shown so. */
function satisfiedShownAs(rate: ShownRate, people: number): Range {
  const few = FEWEST_SHOWN - 1
  if (rate.bound === 'least') return { least: people - few, most: people }
  if (rate.bound === 'most') return { least: 0, most: few }
  const of100 = hundredthsOf(rate)
  return {
    least: Math.max(FEWEST_SHOWN, Math.ceil(((of100 - 0.5) * people) / 100)),
    most: Math.min(people - FEWEST_SHOWN, Math.ceil(((of100 + 0.5) * people) / 100) - 1),
  }
}

function hundredthsOf({ rate }: ShownRate): number {
  return Math.round(rate * 100)
}

/** Points in units, highest first: levels worth the same are one group. */
type Level = { points: number; isSatisfied: boolean }

function scoredLevels({ levels, passMark }: Pick<Survey, 'levels' | 'passMark'>): Level[] {
  const points = new Set(levels.flatMap(({ points }) => points ?? []))
  return [...points].sort((a, b) => b - a).map((one) => ({ points: toUnits(one)!, isSatisfied: one >= passMark }))
}

/** Whether so many people can answer in groups of none or five at least with such a sum, so many of them satisfied. */
function hasTwin(levels: readonly Level[], people: number, sums: Range, satisfied: Range): boolean {
  return spread(levels, people, 0, 0)

  /** Puts those who are left on the levels that are left, wherever that can still lead there. */
  function spread([level, ...others]: readonly Level[], left: number, sum: number, content: number): boolean {
    if (left === 0) return isWithin(sums, sum) && isWithin(satisfied, content)
    if (!level || left < FEWEST_SHOWN) return false
    const lowest = others[others.length - 1] ?? level
    if (sum + left * level.points < sums.least || sum + left * lowest.points > sums.most) return false
    if (content > satisfied.most || content + (level.isSatisfied ? left : 0) < satisfied.least) return false
    return groups(left).some((here) =>
      spread(others, left - here, sum + here * level.points, content + (level.isSatisfied ? here : 0)),
    )
  }
}

/** All of them, fewer, down to five; nobody. */
function groups(left: number): number[] {
  return [...Array.from({ length: left - FEWEST_SHOWN + 1 }, (_, n) => left - n), 0]
}

function isWithin({ least, most }: Range, total: number): boolean {
  return total >= least && total <= most
}
