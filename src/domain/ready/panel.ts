/** Who judges: enough for every village, joined to one another, from the districts alike, each with a phone. */

import { type PlanWarning, planWarnings } from '../plan-warnings'
import { done, missing, type ReadyCode, type ReadyFacts, type ReadyLine, warning } from './facts'

export type PanelFacts = Pick<ReadyFacts, 'sharedInspectors' | 'stops' | 'panel'> & {
  scheme: Pick<ReadyFacts['scheme'], 'minInspectors'>
  villages: readonly { id: string; name: string; districtId: string }[]
}

export function panelLines(facts: PanelFacts): ReadyLine[] {
  const { scheme, sharedInspectors, villages, panel } = facts
  const here = panel.filter(({ gone }) => !gone)
  const found = planWarnings({
    stops: [...facts.stops],
    panel: here.map((inspector) => ({ ...inspector, recusedBecause: {} })),
    villages,
    cards: [],
    minInspectors: scheme.minInspectors,
    sharedInspectors,
  })
  return [
    ...goneLines(panel),
    lineOf('inspectors', 'tooFewInspectors', found, `每个村都有 ${scheme.minInspectors} 位以上评委能评`),
    lineOf('connected', 'notConnected', found, '各村之间有共同的评委，宽严可以校正'),
    lineOf('shared', 'tooFewShared', found, `每两个村至少有 ${sharedInspectors} 位共同的评委`),
    lineOf('unevenDistricts', 'unevenDistricts', found, '各区派出的评委人数相等'),
    unboundLine(here),
  ]
}

/** A rule of the plan as a line: the first village it concerns in words, and how many more. */
function lineOf(code: ReadyCode, rule: PlanWarning['code'], found: readonly PlanWarning[], kept: string): ReadyLine {
  const broken = found.filter((one) => one.code === rule)
  const [first] = broken
  if (!first) return done(code, kept)
  const text = broken.length > 1 ? `${first.text}，另有 ${broken.length - 1} 个村也不够` : first.text
  const villageIds = [...new Set(broken.flatMap((one) => one.villageIds))]
  return code === 'unevenDistricts' ? warning(code, text) : missing(code, text, { villageIds })
}

function goneLines(panel: ReadyFacts['panel']): ReadyLine[] {
  const gone = panel.filter((inspector) => inspector.gone)
  if (gone.length === 0) return []
  return [missing('inspectors', `${namesOfPeople(gone)}已经不是评委，请从评审组里去掉`)]
}

function unboundLine(panel: ReadyFacts['panel']): ReadyLine {
  const unbound = panel.filter(({ bound }) => !bound)
  if (unbound.length === 0) return done('unbound', '评委都绑定了微信')
  const names = namesOfPeople(unbound)
  return warning('unbound', `${names}还没有绑定微信，当天进不来`, { waitsFor: `${names}（用邀请码绑定）` })
}

function namesOfPeople(people: readonly { name: string }[]): string {
  const names = people.slice(0, 3).map(({ name }) => name)
  return people.length > 3 ? `${names.join('、')}等 ${people.length} 人` : names.join('、')
}
