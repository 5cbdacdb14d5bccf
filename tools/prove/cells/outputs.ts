/**
 * Everything that a role is shown of a round's responses, closed and announced, through the functions' own code on stored
 * documents that are only made up. Left out are digests: a hash of every mark and every answer tells who can guess them all
 * that they have; and the public edition, whose form docs/round-file.md sets: it names a village's counts as they are.
 */

import { answerFigures } from '../../../cloudfunctions/common/answer-figures'
import type { RoundDoc, SnapshotDoc } from '../../../cloudfunctions/common/documents'
import type { Repositories } from '../../../cloudfunctions/common/repositories'
import { gatheredGroups } from '../../../cloudfunctions/common/responses'
import type { RoundContext } from '../../../cloudfunctions/common/serve'
import { warningsOf } from '../../../cloudfunctions/common/survey-warnings'
import { board } from '../../../cloudfunctions/ranking/board'
import { progressOfDay } from '../../../cloudfunctions/ranking/progress-of-day'
import { village } from '../../../cloudfunctions/ranking/village'
import { warnings } from '../../../cloudfunctions/ranking/warnings'
import { refuseTooFew } from '../../../cloudfunctions/round/restore'
import { publicPage } from '../../../cloudfunctions/survey/public-page'
import { voices } from '../../../cloudfunctions/survey/voices'
import type { Role } from '../../../src/contract/parts'
import type { VillageResult } from '../../../src/contract/ranking'
import type { PublicPage } from '../../../src/contract/survey'
import { roundResult } from '../../../src/domain/result'
import type { ResponseGroup } from '../../../src/domain/survey-warnings'
import { roundDetails } from '../../../src/domain/village-details'
import { storedRound } from '../../seed/stored-round'
import type { World } from './random-round'

export type Reader = 'administrator' | 'leader' | 'inspector' | 'officer' | 'reader' | 'villager'
export const readers: readonly Reader[] = ['administrator', 'leader', 'inspector', 'officer', 'reader', 'villager']

export interface Outputs {
  /** By reader: all of it as one text. */
  all: Record<Reader, string>
  /** The two pages that break a village's answers down. */
  villages: { villageId: string; result: VillageResult; page: PublicPage }[]
}

export async function outputsOf(world: World): Promise<Outputs> {
  const closed = { ...roundOf(world), state: 'closed' as const }
  const repos = stored(world, closed)
  const result = roundResult(world.file)
  const snapshot = {
    _id: 'snapshot',
    roundId: closed._id,
    result,
    digest: '',
    details: roundDetails(world.file, result.ranking),
    warnings: await warningsOf(closed, await gatheredGroups(closed, repos), repos),
    previous: null,
  } as unknown as SnapshotDoc
  const announced = { ...closed, state: 'announced' as const, snapshotId: 'snapshot', snapshot }
  const after = stored(world, announced, snapshot)
  const ids = world.file.villages.map(({ id }) => id)
  const roundId = closed._id

  const asked = (role: Role, round: RoundDoc, of: Repositories) => contextFor(role, round, of)
  const villages = await Promise.all(
    ids.map(async (villageId) => ({
      villageId,
      result: await village({ roundId, villageId }, asked('leader', announced, after)),
      page: await publicPage({ villageId }, asked('leader', announced, after)),
    })),
  )
  const progress = await progressOfDay({ roundId }, asked('leader', closed, repos))
  const pages = villages.map(({ page }) => page)
  const told = [await board({ roundId }, asked('leader', announced, after)), villages]
  const spoken = await Promise.all(
    ids.map(async (villageId) => {
      const { voices: texts, hidden } = await voices({ roundId, villageId }, asked('administrator', announced, after))
      return { texts: [...texts].sort(), hidden }
    }),
  )
  const warned = [
    await warnings({ roundId }, asked('administrator', closed, repos)),
    await warnings({ roundId }, asked('administrator', announced, after)),
    await mayRestore(ids, closed, repos),
  ]
  return {
    all: {
      administrator: textOf([progress, warned, told, spoken]),
      leader: textOf([progress, told]),
      inspector: textOf([progress, told, spoken]),
      officer: textOf([told]),
      reader: textOf([told]),
      villager: textOf([pages]),
    },
    villages,
  }
}

/** Which proposals to restore are refused for being of too few: an administrator may just try. */
async function mayRestore(ids: readonly string[], round: RoundDoc, repos: Repositories): Promise<boolean[]> {
  const tries = ids.flatMap((villageId) =>
    (['channel', 'tooFast'] as const).map((excludedFor) =>
      refuseTooFew({ villageId, excludedFor }, round, repos).then(
        () => true,
        () => false,
      ),
    ),
  )
  return Promise.all(tries)
}

function textOf(shown: unknown): string {
  return JSON.stringify(shown, (name, value) => (name === 'digest' || name === 'at' ? undefined : value))
}

const NOW = 1_700_000_000_000

function roundOf({ file, restored }: World): RoundDoc {
  const [round] = storedRound({ ...file, responses: [] }, { day: file.date, state: 'closed', now: NOW })
    .rounds as RoundDoc[]
  return { ...round!, restored: restored.map((one) => ({ ...one, proposalId: '' })) }
}

function contextFor(role: Role, round: RoundDoc, repos: Repositories): RoundContext {
  const me = {
    _id: 'someone',
    memberId: role,
    name: role,
    roles: [{ role, scope: 'city' }],
    districtId: null,
    boundAt: 0,
    revoked: false,
  }
  return { me, round, repos, now: NOW, openid: 'someone' }
}

/** What the functions above ask for, and nothing else: whatever else they asked for would fail. */
function stored({ file, voices: written }: World, round: RoundDoc, snapshot?: SnapshotDoc): Repositories {
  const { survey } = file.scheme
  const figures = file.responses.map((one) => ({ ...one, ...answerFigures(one, survey) }))
  const none = async () => []
  return {
    answers: {
      countsByVillage: async () =>
        new Map(
          file.villages.map(({ id }) => {
            const ofVillage = figures.filter(({ villageId }) => villageId === id)
            return [id, { received: ofVillage.length, counting: ofVillage.filter(({ counts }) => counts).length }]
          }),
        ),
      groups: async (_: string, villageId?: string) =>
        figures.filter((one) => villageId === undefined || one.villageId === villageId).map(groupOf),
    },
    arrivals: { ofRound: none },
    scorecards: { statesOfRound: none, ofRound: none },
    late: { headsOfRound: none },
    deductions: { statesOfRound: none, ofRound: none },
    findings: { photosOfRound: none, ofVillage: none },
    highlights: { photosOfRound: none, ofVillage: none },
    bursts: { ofRound: none },
    villages: {
      byId: async () => null,
      byIds: async () => file.villages.map(({ id }) => ({ _id: id, adults: 1000 })),
    },
    voices: {
      shownOf: async (_: string, villageId: string) =>
        Array.from({ length: written.get(villageId) ?? 0 }, (_one, n) => `${n}`),
    },
    rounds: { lastSealed: async () => [round], heads: async () => [round] },
    snapshots: { byId: async () => snapshot ?? null },
  } as unknown as Repositories
}

/** A response is a group of one: the rules add groups up. */
function groupOf({ villageId, channel, tooFast, index, straight }: GroupOf): ResponseGroup {
  const points = (index ?? 0) / 10_000
  return {
    villageId,
    channel,
    tooFast,
    received: 1,
    answered: index === null ? 0 : 1,
    sum: points,
    sumSquares: points * points,
    straight: straight ? 1 : 0,
  }
}

type GroupOf = Pick<ResponseGroup, 'villageId' | 'channel' | 'tooFast'> & ReturnType<typeof answerFigures>
