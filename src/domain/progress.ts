/**
 * 增量: how far each village moved since the round before, on what both rounds measured, and the order of the 进步榜.
 * Deductions take no part. Outside the digest. Rule: docs/domain.md, Progress.
 */

import { cents } from './cents-text'
import { comparedCells, comparedItems } from './compared-items'
import { jointProgress } from './joint-progress'
import type { Cell } from './least-squares'
import { byCodeUnits } from './order'
import { relativeProgress } from './relative-progress'
import type { MarkedPaper, Paper } from './round-file'
import { type SurveyedRound, satisfactionProgress } from './satisfaction-progress'
import { type LeftOutOfProgress, standingInBoth } from './standing-in-both'
import type { Units } from './units'

/** A sealed round: its audit edition, its ranking, and what its village pages show. */
export type SealedRound = SurveyedRound

export type Progress = {
  since: { roundId: string; number: number; date: string }
  /** `relative` where a marked paper could not be fitted jointly: labelled 相对增量. */
  kind: 'joint' | 'relative'
  papers: Record<Paper, PaperKind | null>
  /** In the order of the 进步榜. */
  rows: ProgressRow[]
  /** By village id. */
  leftOut: LeftOutOfProgress[]
}

/** `means`: the survey's. A paper that weighs nothing, or of which too few villages have anything in common, is null. */
export type PaperKind = 'joint' | 'relative' | 'means'

/** In units; the papers sum to the total. Ranks go by the total as displayed, equal ones share theirs (1, 2, 2, 4). */
export type ProgressRow = { rank: number; villageId: string; total: Units } & Record<Paper, Units | null>

/** Lists in another order change nothing. A rehearsal never enters a comparison. */
export function roundProgress(before: SealedRound, now: SealedRound): Progress {
  if (before.input.rehearsal || now.input.rehearsal) throw new Error('A rehearsal is never compared')
  const { id: roundId, number, date } = before.input
  const { both, leftOut } = standingInBoth(before, now)
  const comparable = villagesByPaper(before, now, both)
  const compared = PAPERS.filter((paper) => 2 * comparable[paper].size >= both.length && both.length > 0)
  const villages = both.filter((id) => compared.length > 0 && compared.every((paper) => comparable[paper].has(id)))
  const moved = movedOn(before, now, villages, compared)
  const without = both.filter((id) => !villages.includes(id))
  return {
    since: { roundId, number, date },
    kind: PAPERS.some((paper) => moved[paper]?.kind === 'relative') ? 'relative' : 'joint',
    papers: {
      common: moved.common?.kind ?? null,
      demonstration: moved.demonstration?.kind ?? null,
      satisfaction: moved.satisfaction?.kind ?? null,
    },
    rows: inOrder(villages.map((id) => rowOf(id, moved))),
    leftOut: [...leftOut, ...without.map((villageId) => ({ villageId, reason: 'nothingInCommon' as const }))].sort(
      (a, b) => byCodeUnits(a.villageId, b.villageId),
    ),
  }
}

const PAPERS: readonly Paper[] = ['common', 'demonstration', 'satisfaction']

/**
 * On which paper which villages can be compared. One that most villages have nothing in common on is compared for
 * nobody; of another, the villages that cannot be compared are left out.
 */
function villagesByPaper(
  before: SealedRound,
  now: SealedRound,
  both: readonly string[],
): Record<Paper, ReadonlySet<string>> {
  const { weights } = now.input.scheme
  const items = comparedItems(before.input, now.input)
  const scored = [before, now].map(({ input }) => new Set(input.scorecards.map(({ villageId }) => villageId)))
  const marked = both.filter((id) => scored.every((villages) => villages.has(id)))
  const satisfaction = satisfactionProgress(before, now)
  return {
    common: weighing('common', () =>
      marked.filter((id) => {
        const { judged, measured } = items(id)
        return judged.length + measured.length > 0
      }),
    ),
    demonstration: weighing('demonstration', () => marked.filter((id) => items(id).goals.length > 0)),
    satisfaction: weighing('satisfaction', () => both.filter((id) => satisfaction(id) !== null)),
  }

  function weighing(paper: Paper, villages: () => string[]): ReadonlySet<string> {
    return new Set(weights[paper] > 0 ? villages() : [])
  }
}

type Moved = Partial<Record<Paper, { kind: PaperKind; byVillage: ReadonlyMap<string, Units> }>>

function movedOn(
  before: SealedRound,
  now: SealedRound,
  villages: readonly string[],
  compared: readonly Paper[],
): Moved {
  const moved: Moved = {}
  if (villages.length === 0) return moved
  const items = comparedItems(before.input, now.input)
  const { weights, severityAdjustment, outlierCut, trimFrom } = now.input.scheme
  for (const paper of compared) moved[paper] = paper === 'satisfaction' ? surveyed() : marked(paper)
  return moved

  function surveyed() {
    const progress = satisfactionProgress(before, now)
    return { kind: 'means' as const, byVillage: new Map(villages.map((id) => [id, progress(id)!])) }
  }

  function marked(paper: MarkedPaper) {
    const of = { items, paper, weight: weights[paper] }
    const then: Cell[] = comparedCells(before.input, villages, of)
    const since = comparedCells(now.input, villages, of)
    const joint = jointProgress(then, since)
    if (joint) return { kind: 'joint' as const, byVillage: joint }
    const rules = { severityAdjustment, outlierCut, trimFrom, weight: weights[paper] }
    return { kind: 'relative' as const, byVillage: relativeProgress(then, since, rules) }
  }
}

function rowOf(villageId: string, moved: Moved): Omit<ProgressRow, 'rank'> {
  const on = (paper: Paper) => moved[paper]?.byVillage.get(villageId) ?? null
  const papers = { common: on('common'), demonstration: on('demonstration'), satisfaction: on('satisfaction') }
  const total = PAPERS.reduce((sum, paper) => sum + (papers[paper] ?? 0), 0)
  return { villageId, total, ...papers }
}

function inOrder(rows: readonly Omit<ProgressRow, 'rank'>[]): ProgressRow[] {
  const sorted = [...rows].sort((a, b) => cents(b.total) - cents(a.total) || byCodeUnits(a.villageId, b.villageId))
  let rank = 0
  return sorted.map((row, index) => {
    const above = sorted[index - 1]
    if (!above || cents(above.total) !== cents(row.total)) rank = index + 1
    return { rank, ...row }
  })
}
