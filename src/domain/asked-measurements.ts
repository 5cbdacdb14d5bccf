/** Which measured facts a round asks for. */
import { applicableItems } from './applicable-items'
import type { NotApplicable, Scheme } from './round-file'

type Asked = { villageId: string; indicatorId: string }

/** Of every measured indicator that applies to a village; the villages in the order given, the indicators in the scheme's. */
export function askedMeasurements(
  scheme: Pick<Scheme, 'indicators'>,
  notApplicable: readonly NotApplicable[],
  villageIds: readonly string[],
): Asked[] {
  return villageIds.flatMap((villageId) =>
    applicableItems(scheme, [], notApplicable, villageId).measured.map(({ id }) => ({ villageId, indicatorId: id })),
  )
}

/**
 * Those of these facts that the round asks for: what was entered for a village that left the route, or before an
 * indicator was found not to apply, is nobody's to count.
 */
export function onlyAsked<T extends Asked>(facts: readonly T[], { scheme, notApplicable, villages }: Round): T[] {
  const ids = villages.map(({ id }) => id)
  const asked = new Set(askedMeasurements(scheme, notApplicable, ids).map(keyOf))
  return facts.filter((fact) => asked.has(keyOf(fact)))
}

type Round = {
  scheme: Pick<Scheme, 'indicators'>
  notApplicable: readonly NotApplicable[]
  villages: readonly { id: string }[]
}

/** No id holds a colon. */
function keyOf({ villageId, indicatorId }: Asked): string {
  return `${villageId}:${indicatorId}`
}
