import type { RoundDoc } from './documents'
import type { Repositories } from './repositories'

/** All that two persons restored in this round: two requests each. A reopened round has no answers: sealing restores. */
export async function restoreAgreed(
  { _id, scheme, restored = [], reopened }: RoundDoc,
  repos: Repositories,
): Promise<void> {
  if (reopened) return
  for (const restoring of restored) await repos.answers.restore(_id, restoring, scheme.survey.scoredChannels)
}
