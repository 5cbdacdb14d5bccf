import { BURST } from '../../src/domain/bursts'
import { quota } from '../../src/domain/quota'
import { straightRule } from '../../src/domain/straight-lining'
import { type ResponseGroup, type SurveyWarning, surveyWarnings } from '../../src/domain/survey-warnings'
import type { RoundDoc } from './documents'
import type { Repositories } from './repositories'

/** The survey's warnings of a round, in the order of its route, from its responses. Two requests. */
export async function warningsOf(
  { _id: roundId, scheme, settings, villages, stops }: RoundDoc,
  groups: readonly ResponseGroup[],
  repos: Repositories,
): Promise<SurveyWarning[]> {
  const [bursts, stored] = await Promise.all([
    repos.bursts.ofRound(roundId),
    repos.villages.byIds(villages.map(({ id }) => id)),
  ])
  const { survey } = scheme
  // A skipped stop's responses do not count: nothing is missed there.
  const visited = stops.filter(({ state }) => state !== 'skipped').sort((a, b) => a.order - b.order)
  return visited.flatMap(({ villageId }) =>
    surveyWarnings({
      villageId,
      groups: groups.filter((group) => group.villageId === villageId),
      minutes: bursts.find(({ _id }) => _id === `${roundId}:${villageId}`)?.minutes ?? {},
      quota: Number(quota(survey.quota, villages.find(({ id }) => id === villageId)!.households)),
      adults: stored.find(({ _id }) => _id === villageId)?.adults ?? null,
      scoredChannels: survey.scoredChannels,
      burst: settings.burst ?? BURST,
      straight: settings.straight ?? straightRule,
    }),
  )
}
