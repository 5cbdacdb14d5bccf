/**
 * 就绪清单: what a draft round needs to be *ready*, line by line, with whose turn it is (docs/domain.md, A round's life).
 * `missing` keeps it from being ready. A warning does not: too little time for the road, unequal districts, inspectors without a phone, villages
 * nobody answers for, a survey that opens at once.
 */
import type { ReadyFacts, ReadyLine } from './ready/facts'
import { goalLines, measurementLines, notApplicableLines } from './ready/inputs'
import { namesakeLines } from './ready/namesakes'
import { panelLines } from './ready/panel'
import { dayLine, driveLines, otherRoundLine, responsibilityLine, schemeLine, stopsLine } from './ready/plan'

export type { ReadyFacts, ReadyLine }

/** What depends on the route is asked once there is one. */
export function readyCheck(facts: ReadyFacts): ReadyLine[] {
  const ofRoute = [
    ...goalLines(facts),
    ...notApplicableLines(facts),
    ...measurementLines(facts),
    ...panelLines(facts),
    responsibilityLine(facts),
    ...namesakeLines(facts),
  ]
  return [
    schemeLine(facts),
    stopsLine(facts),
    ...driveLines(facts),
    dayLine(facts),
    ...(facts.stops.length > 0 ? ofRoute : []),
    otherRoundLine(facts),
  ]
}

/** None: it may be ready. */
export function missingLines(lines: readonly ReadyLine[]): ReadyLine[] {
  return lines.filter(({ state }) => state === 'missing')
}
