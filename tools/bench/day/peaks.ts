/** The day's crowds: what their busiest second asks of the database, and how long whoever is in it waits. */
import { pauseAfterSignal, untilNextLook } from '../../../src/client/spread'
import { documentedLimits } from '../../local-cloud/limits'
import { chanceFrom } from '../../prove/phone/chance'
import type { Figure } from '../figure'
import { type Crowd, livedThrough } from './platform'

const VILLAGERS = 150
/** The code hangs on the wall and on a phone; scanning takes a meeting so long. */
const SCANNING_MS = 180_000
const INSPECTORS = 11
const AUDIENCE = 45
const OPENING_MS = 15_000
const OPEN_PAGES = 20
const LOOKS = 10
/** Longer than this a villager should not look at 正在提交. */
const MOST_WAIT_MS = 10_000

/** Database requests of what each of a crowd does. */
export interface CostsOfCrowds {
  enter: number
  answer: number
  save: number
  submit: number
  finding: number
  photo: number
  board: number
  progress: number
}

export function peaks(costs: CostsOfCrowds): Figure[] {
  return [
    figure('150 villagers scan in 3 minutes after a meeting and answer', (chance) => meeting(costs, chance)),
    figure('11 phones have a signal again at once, 10 things and 6 photos on each', (chance) => signal(costs, chance)),
    figure('45 people open the board within 15 s of its announcement', (chance) => announcement(costs, chance)),
    figure('20 pages of progress opened together stay open', (chance) => openPages(costs, chance)),
  ]
}

type Phones = Crowd['phones']

function figure(what: string, phonesBy: (chance: () => number) => Phones): Figure {
  const fair = chanceFrom(9)
  const crowd = phonesBy(() => fair.fraction())
  const told = livedThrough({ phones: crowd, chance: () => fair.fraction() })
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  // As if every phone and function made the same pauses: the same crowd, in step.
  const inStep = livedThrough({ phones: phonesBy(() => fair.fraction()), chance: () => 0.5 })
  const most = documentedLimits.databaseRequestsASecond
  return {
    what: `the busiest second: ${what}`,
    figure: `${told.served} served, ${told.asked} asked; ${told.refused} refused and sent again, ${told.gaveUp} of ${told.calls} calls gave up; answered after ${seconds(told.middle)}, at the latest ${seconds(told.longest)}`,
    beside: `in step: ${inStep.asked} asked, ${inStep.refused} refused, at the latest ${seconds(inStep.longest)}`,
    reach: `≤ ${most} served, no call gives up, answered within ${MOST_WAIT_MS / 1000} s`,
    holds: told.served <= most && told.gaveUp === 0 && told.longest <= MOST_WAIT_MS,
  }
}

/** Everybody scans when it is their turn, and needs 40 to 100 s for ten questions. */
function meeting({ enter, answer }: CostsOfCrowds, chance: () => number): Phones {
  return Array.from({ length: VILLAGERS }, () => ({
    startsAt: chance() * SCANNING_MS,
    calls: [
      { requests: enter, after: 0 },
      { requests: answer, after: 40_000 + chance() * 60_000 },
    ],
  }))
}

/** Each sends its calls one after the other, and its photos beside them; between two photos lies an upload. */
function signal({ save, submit, finding, photo }: CostsOfCrowds, chance: () => number): Phones {
  const things = [save, submit, finding, save, submit, finding, save, finding, save, finding]
  return Array.from({ length: INSPECTORS }, () => pauseAfterSignal(chance())).flatMap((startsAt) => [
    { startsAt, calls: things.map((requests) => ({ requests, after: 0 })) },
    { startsAt, calls: Array.from({ length: 6 }, () => ({ requests: photo, after: 1_500 })) },
  ])
}

function announcement({ board }: CostsOfCrowds, chance: () => number): Phones {
  return Array.from({ length: AUDIENCE }, () => ({
    startsAt: chance() * OPENING_MS,
    calls: [{ requests: board, after: 0 }],
  }))
}

function openPages({ progress }: CostsOfCrowds, chance: () => number): Phones {
  return Array.from({ length: OPEN_PAGES }, () => ({
    startsAt: chance() * OPENING_MS,
    calls: Array.from({ length: LOOKS }, (_, n) => ({
      requests: progress,
      after: n === 0 ? 0 : untilNextLook(chance()),
    })),
  }))
}
