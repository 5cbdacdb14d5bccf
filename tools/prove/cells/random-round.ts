/** Rounds in which nearly every group is small: two villages, a handful of responses of each kind, some of them restored. */
import { FEWEST_SHOWN } from '../../../src/domain/fewest-shown'
import type { AuditEdition, Channel, Response } from '../../../src/domain/round-file'
import { type ExclusionReason, excludedOnlyFor } from '../../../src/domain/survey-warnings'
import { readSample } from '../../seed/sample'
import type { Random } from './random'

export interface World {
  file: AuditEdition
  restored: { villageId: string; excludedFor: ExclusionReason }[]
  /** By village: what people wrote. */
  voices: ReadonlyMap<string, number>
}

/** How a response came, and whether enough of it is answered. */
export type Kind = { channel: Channel; tooFast: boolean; enough: boolean }

export const INVALID: Kind = { channel: 'poster', tooFast: false, enough: false }

const sample = readSample<AuditEdition>('round-2.json')
const { survey } = sample.scheme

export function randomRound(random: Random): World {
  const villages = sample.villages.slice(0, 2).map((village) => ({ ...village, households: random.from(20, 400) }))
  const ids = new Set(villages.map(({ id }) => id))
  const file: AuditEdition = {
    ...sample,
    // Only the survey weighs: no card is needed, and every figure of the ranking is the survey's.
    scheme: {
      ...sample.scheme,
      weights: { common: 0, demonstration: 0, satisfaction: 100 },
      indicators: [],
      deductionItems: [],
    },
    villages,
    stops: sample.stops.filter(({ villageId }) => ids.has(villageId)),
    panel: sample.panel.map((one) => ({ ...one, recusedVillageIds: [] })),
    goals: [],
    notApplicable: [],
    measurements: [],
    scorecards: [],
    deductions: [],
    accepted: [],
    responses: villages.flatMap(({ id }) => responsesOf(id, random)),
  }
  const world = restoring(
    { file, restored: [], voices: new Map(villages.map(({ id }) => [id, random.from(0, 8)])) },
    random,
  )
  const accepted = villages
    .map(({ id }) => id)
    .filter((id) => validOf(world, id).length >= FEWEST_SHOWN && random.from(0, 1) === 1)
  return { ...world, file: { ...world.file, accepted } }
}

export function responsesOfVillage({ file }: World, villageId: string): Response[] {
  return file.responses.filter((one) => one.villageId === villageId)
}

export function validOf(world: World, villageId: string): Response[] {
  return responsesOfVillage(world, villageId).filter((one) => isValid(one))
}

export function isValid(response: Response): boolean {
  return isEnough(response) && (response.restored || (isScored(response) && !response.tooFast))
}

export function isScored({ channel }: Pick<Response, 'channel'>): boolean {
  return survey.scoredChannels.includes(channel)
}

export function isEnough({ answers }: Response): boolean {
  const answered = Object.values(answers).filter((level) => level > 0).length
  return answered >= survey.minAnswered * survey.items.length
}

function responsesOf(villageId: string, random: Random): Response[] {
  const mood = random.mood()
  const make = (count: number, kind: Kind) =>
    Array.from({ length: count }, () => response(villageId, kind, random, mood))
  return (['onsite', 'poster', 'card'] as const)
    .flatMap((channel) => make(random.few(30), { channel, tooFast: false, enough: true }))
    .concat(
      make(random.from(0, 8), { channel: 'picture', tooFast: false, enough: random.from(0, 3) > 0 }),
      make(random.from(0, 8), { channel: 'poster', tooFast: true, enough: random.from(0, 3) > 0 }),
      make(random.from(0, 3), { channel: 'picture', tooFast: true, enough: true }),
      make(random.from(0, 6), INVALID),
    )
}

export function response(
  villageId: string,
  { channel, tooFast, enough }: Kind,
  random: Random,
  mood = random.mood(),
): Response {
  const items = enough ? survey.items : survey.items.slice(0, 3)
  const answers = Object.fromEntries(items.map(({ id }) => [id, random.level(mood)]))
  return { villageId, channel, answers: enough ? withEnough(answers, random, mood) : answers, tooFast, restored: false }
}

/** 不了解 now and then, but six of ten answered. */
function withEnough(answers: Record<string, number>, random: Random, mood: readonly number[]): Record<string, number> {
  let left = survey.items.length - Math.ceil(survey.minAnswered * survey.items.length)
  return Object.fromEntries(
    Object.entries(answers).map(([id, level]) => {
      if (level > 0) return [id, level]
      left -= 1
      return [id, left >= 0 ? 0 : random.level(mood) || 5]
    }),
  )
}

function restoring(world: World, random: Random): World {
  const wanted = world.file.villages.flatMap(({ id }) =>
    (['channel', 'tooFast'] as const).map((excludedFor) => ({ villageId: id, excludedFor })),
  )
  const restored = wanted.filter(
    ({ villageId, excludedFor }) =>
      random.from(0, 2) === 0 &&
      excludedOnlyFor(counted(responsesOfVillage(world, villageId)), excludedFor, survey.scoredChannels) >=
        FEWEST_SHOWN,
  )
  return {
    ...world,
    restored,
    file: { ...world.file, responses: world.file.responses.map((one) => lifted(one, restored)) },
  }
}

/** As the two persons' decisions leave it. */
export function lifted(one: Response, restored: World['restored']): Response {
  const reason = isScored(one) ? (one.tooFast ? 'tooFast' : null) : one.tooFast ? null : 'channel'
  return { ...one, restored: restored.some((is) => is.villageId === one.villageId && is.excludedFor === reason) }
}

function counted(responses: readonly Response[]) {
  return responses.map(({ channel, tooFast }) => ({ channel, tooFast, received: 1 }))
}
