/** 对标, 按十项行动 and 按五大振兴: a village beside the others of its round, from what was frozen. */
import type { CallOut } from '../../src/contract'
import { type GroupShare, groupShares } from '../../src/domain/group-shares'
import { type Lesson, learnFrom } from '../../src/domain/learn-from'
import { revitalisationInWords } from '../../src/domain/revitalisations'
import type { RoundDoc, SnapshotDoc } from '../common/documents'
import { villageHead } from '../common/heads'
import { inOrder } from './revitalisations'

type Comparison = NonNullable<CallOut<'ranking', 'village'>['comparison']>

const MOST_LESSONS = 3
const MOST_NAMES = 3

/** Null: a deferred village is compared with nobody. */
export function comparison(villageId: string, round: RoundDoc, { result, details }: SnapshotDoc): Comparison | null {
  const { scheme } = round
  const groups = groupShares(scheme, result.ranking, details).find((one) => one.villageId === villageId)
  if (!groups) return null
  const actions = new Map(scheme.actions.map(({ id, title }) => [id, title]))
  return {
    lessons: learnFrom(villageId, scheme, result.ranking, details)
      .slice(0, MOST_LESSONS)
      .map((lesson) => lessonOf(lesson, round)),
    actions: groups.actions.map((group) => groupOf(group, actions.get(group.id)!)),
    revitalisations: [...groups.revitalisations]
      .sort(inOrder)
      .map((group) => groupOf(group, revitalisationInWords(group.id))),
  }
}

/** Villages by the names that were frozen. */
function lessonOf(
  { indicatorId, full, mean, best, bestVillageIds }: Lesson,
  { scheme, villages }: RoundDoc,
): Comparison['lessons'][number] {
  const { title } = scheme.indicators.find(({ id }) => id === indicatorId)!
  const named = bestVillageIds.slice(0, MOST_NAMES).map((id) => villages.find((one) => one.id === id)!)
  const bestVillages = named.map(villageHead)
  return { id: indicatorId, title, full, mean, best, bestVillages, bestCount: bestVillageIds.length }
}

function groupOf({ marks, full, share, median }: GroupShare, title: string): Comparison['actions'][number] {
  return { title, marks, full, share, median }
}
