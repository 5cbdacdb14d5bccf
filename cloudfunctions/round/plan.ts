/**
 * 计划: day, scheme, route, panel, and what does not apply, whole: what is not in it is no more. Half a plan is kept too;
 * what it lacks, the check of *ready* says. Recusals are derived, never sent.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { Plan } from '../../src/contract/round'
import type { RoundDoc, SchemeDoc } from '../common/documents'
import type { AuditLine, RoundContext } from '../common/serve'
import { panelOf } from './draft/facts'
import { frozenVillage } from './draft/frozen-village'
import { planTold } from './draft/plan-told'
import { preparationOf } from './draft/preparation'
import { published } from './draft/published'
import { refuseNoDay } from './draft/refuse-no-day'

type Send = CallIn<'round', 'plan'>

/** Sixteen requests, the audit's line included, and one more for each of goals and facts once there are some. */
export async function plan(send: Send, { repos, now }: RoundContext): Promise<CallOut<'round', 'plan'>> {
  const { roundId, revision, sendId } = send
  refuseNoDay(send.plan.day, 'plan.day')
  refuseTimes(send.plan)
  const [scheme, inspectors, villages] = await Promise.all([
    published(send.plan.scheme, repos),
    repos.members.inspectors(),
    repos.villages.all(),
  ])
  const known = new Set(villages.map(({ _id }) => _id))
  refuseUnknown(send.plan, { scheme, villageIds: known, memberIds: new Set(inspectors.map((one) => one.memberId)) })

  const route = send.plan.stops.map(({ villageId }) => villages.find(({ _id }) => _id === villageId)!)
  const planned = await repos.rounds.change(roundId, ['draft'], (stored) => {
    if (stored.plannedBy === sendId) return null
    if (stored.revision !== revision) {
      throw failure('changed', { yours: send.plan, now: { plan: planTold(stored), revision: stored.revision } })
    }
    const { day, stops, panel, notApplicable, notApplicableDecided } = send.plan
    return {
      day,
      scheme: scheme.rules,
      settings: scheme.settings,
      stops: stops.map((stop, index) => ({ order: index + 1, ...stop, state: 'visited' as const })),
      villages: route.map(frozenVillage),
      panel: panelOf(panel, route, { inspectors }),
      notApplicable,
      notApplicableDecided,
      plannedBy: sendId,
    } satisfies Partial<RoundDoc>
  })
  return { preparation: await preparationOf(planned, repos, now) }
}

function refuseTimes({ stops }: Plan): void {
  for (const [index, { arrive, depart }] of stops.entries()) {
    if (!isClock(arrive)) throw invalid(`stops.${index}.arrive`, NO_CLOCK)
    if (!isClock(depart)) throw invalid(`stops.${index}.depart`, NO_CLOCK)
  }
}

const NO_CLOCK = '时间应在 00:00 到 23:59 之间'

function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

interface Known {
  scheme: SchemeDoc
  villageIds: ReadonlySet<string>
  memberIds: ReadonlySet<string>
}

function refuseUnknown({ stops, panel, notApplicable }: Plan, { scheme, villageIds, memberIds }: Known): void {
  const seen = new Set<string>()
  const once = (path: string, key: string) => {
    if (seen.has(key)) throw invalid(path, '列了两次')
    seen.add(key)
  }
  for (const [index, { villageId }] of stops.entries()) {
    const path = `stops.${index}.villageId`
    if (!villageIds.has(villageId)) throw invalid(path, '没有这个村，请重新选')
    once(path, `stop ${villageId}`)
  }
  for (const [index, memberId] of panel.entries()) {
    const path = `panel.${index}`
    if (!memberIds.has(memberId)) throw invalid(path, '这位同志不是评委，请从名单里重新选')
    once(path, `member ${memberId}`)
  }
  const indicatorIds = new Set(scheme.rules.indicators.map(({ id }) => id))
  for (const [index, { villageId, indicatorId }] of notApplicable.entries()) {
    const path = `notApplicable.${index}`
    if (!villageIds.has(villageId)) throw invalid(`${path}.villageId`, '没有这个村，请重新选')
    if (!indicatorIds.has(indicatorId)) throw invalid(`${path}.indicatorId`, '这一版方案里没有这项指标')
    once(path, `pair ${villageId} ${indicatorId}`)
  }
}

function invalid(path: string, problem: string) {
  return failure('invalid', { path: `plan.${path}`, problem })
}

export function planLine(
  { sendId, roundId, plan: planned }: Send,
  _out: unknown,
  { round }: { round?: RoundDoc },
): AuditLine {
  return { key: sendId, on: roundId, before: planTold(round!), after: planned }
}
