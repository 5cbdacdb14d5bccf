/** How many findings stand in which category and state when the round is sealed: what the bulletin tells of them. */
import { groupBy } from '../../../src/domain/group-by'
import type { SnapshotDoc } from '../documents'
import type { Repositories } from '../repositories'

/** One request. */
export async function findingCounts(
  roundId: string,
  repos: Repositories,
): Promise<NonNullable<SnapshotDoc['findings']>> {
  const findings = await repos.findings.statesOfRound(roundId)
  return [...groupBy(findings, ({ category, state }) => `${category} ${state}`).values()].map((alike) => {
    const { category, state } = alike[0]!
    return { category, state, count: alike.length }
  })
}
