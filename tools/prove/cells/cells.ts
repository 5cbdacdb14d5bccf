/** Groups of a village's responses by how they came, and other rounds in which such a group is none or 5 at least. */
import { FEWEST_SHOWN } from '../../../src/domain/fewest-shown'
import type { Channel, Response } from '../../../src/domain/round-file'
import type { Random } from './random'
import {
  INVALID,
  isEnough,
  isScored,
  isValid,
  type Kind,
  lifted,
  response,
  responsesOfVillage,
  type World,
} from './random-round'

export interface Cell {
  name: string
  holds(response: Response): boolean
}

const channels: readonly Channel[] = ['onsite', 'poster', 'card', 'picture']

export const cells: readonly Cell[] = [
  { name: 'received', holds: () => true },
  { name: 'valid', holds: isValid },
  { name: 'not counted', holds: (one) => !isValid(one) },
  { name: 'excluded', holds: (one) => isExcludedByRule(one) },
  { name: 'excluded for the channel alone', holds: (one) => !isScored(one) && !one.tooFast },
  { name: 'excluded for being too fast alone', holds: (one) => isScored(one) && one.tooFast },
  { name: 'excluded for both', holds: (one) => !isScored(one) && one.tooFast },
  { name: 'with too few answers', holds: (one) => !isEnough(one) },
  { name: 'counted with too few answers left out', holds: (one) => !isExcludedByRule(one) && !isEnough(one) },
  { name: 'restored and valid', holds: (one) => one.restored && isEnough(one) },
  ...channels.map((channel) => ({ name: `by ${channel}`, holds: (one: Response) => one.channel === channel })),
  ...channels.map((channel) => ({
    name: `valid by ${channel}`,
    holds: (one: Response) => one.channel === channel && isValid(one),
  })),
]

function isExcludedByRule(one: Response): boolean {
  return !one.restored && (one.tooFast || !isScored(one))
}

export function isSmall(people: number): boolean {
  return people >= 1 && people < FEWEST_SHOWN
}

/**
 * Rounds that differ in this village alone and might be shown the same: the group's responses taken for other kinds, other
 * responses taken for the group's, some added or left out that count for nothing. Most promising first.
 */
export function* otherRounds(world: World, villageId: string, cell: Cell, random: Random): Iterable<World> {
  const own = responsesOfVillage(world, villageId)
  const inCell = own.filter(cell.holds)
  for (const kind of kinds)
    yield changed(
      world,
      villageId,
      own.map((one) => (cell.holds(one) ? taken(one, kind) : one)),
    )
  for (const kind of kinds)
    for (let more = 1; more <= 2 * FEWEST_SHOWN; more++) {
      const added = Array.from({ length: more }, () => response(villageId, kind, random))
      yield changed(world, villageId, [...own, ...added])
      // The group's are gone, and these are there instead.
      yield changed(world, villageId, [...own.filter((one) => !cell.holds(one)), ...added])
    }
  for (let fewer = 1; fewer <= inCell.length; fewer++) {
    const gone = new Set(inCell.slice(0, fewer))
    yield changed(
      world,
      villageId,
      own.filter((one) => !gone.has(one)),
    )
  }
  // And at random: each response that counts for nothing, or the channel of one that counts.
  for (let tries = 0; tries < 300; tries++) {
    const mixed = own.flatMap((one) => {
      if (random.from(0, 2) > 0) return [one]
      if (isValid(one)) return [{ ...one, channel: channels[random.from(0, 2)]!, tooFast: false }]
      return random.from(0, 5) === 0 ? [] : [taken(one, kinds[random.from(0, kinds.length - 1)]!)]
    })
    const added = Array.from({ length: random.from(0, 6) }, () =>
      response(villageId, kinds[random.from(0, kinds.length - 1)]!, random),
    )
    yield changed(world, villageId, [...mixed, ...added])
  }
}

const kinds: readonly Kind[] = [
  INVALID,
  { channel: 'poster', tooFast: false, enough: true },
  { channel: 'card', tooFast: false, enough: true },
  { channel: 'onsite', tooFast: false, enough: true },
  { channel: 'picture', tooFast: true, enough: true },
  { channel: 'picture', tooFast: false, enough: false },
  { channel: 'poster', tooFast: true, enough: false },
]

/** With its answers, as far as the kind leaves them: what is valid stays what it says. */
function taken(one: Response, { channel, tooFast, enough }: Kind): Response {
  const answers = enough || !isEnough(one) ? one.answers : Object.fromEntries(Object.entries(one.answers).slice(0, 3))
  return { ...one, channel, tooFast, answers }
}

function changed(world: World, villageId: string, own: readonly Response[]): World {
  const others = world.file.responses.filter((one) => one.villageId !== villageId)
  const responses = [...others, ...own.map((one) => lifted(one, world.restored))]
  return { ...world, file: { ...world.file, responses } }
}
