/**
 * A platform that takes thirty database requests a second, and phones that call it, in simulated time: what comes of a crowd
 * by the very pauses that functions (cloudfunctions/common/patient.ts) and phones (src/client/spread.ts) make.
 */
import { pauseOfRefused } from '../../../cloudfunctions/common/patient'
import { DEADLINE } from '../../../cloudfunctions/common/writes'
import { pauseAfter, pauseAfterAnswer } from '../../../src/client/spread'
import { documentedLimits } from '../../local-cloud/limits'
import { Pace } from '../../local-cloud/pace'

/** What a request takes on its way and back; calls that follow one another are no faster. */
const REQUEST_MS = 30

/** A crowd that is not answered by then never will be: it asks for more than it leaves room for. */
const LONGEST_MS = 30 * 60_000

export interface Crowd {
  /** Calls that follow one another on one phone: what each asks of the database, and how long after the last answer. */
  phones: readonly { startsAt: number; calls: readonly { requests: number; after: number }[] }[]
  /** 0 to below 1. */
  chance(): number
}

export interface Told {
  /** Requests that reached the database in its busiest second, and those that were refused in it too. */
  served: number
  asked: number
  refused: number
  /** Answered. */
  calls: number
  /** Calls that gave up, so that a phone said it would try again. */
  gaveUp: number
  /** From a call's first beginning to its answer, in ms: the middle one and the longest. */
  middle: number
  longest: number
}

export function livedThrough({ phones, chance }: Crowd): Told {
  let now = 0
  const pace = new Pace(documentedLimits.databaseRequestsASecond, () => now)
  const events: { at: number; run: () => void }[] = []
  const asked: number[] = []
  const served: number[] = []
  const waits: number[] = []
  let gaveUp = 0
  for (const phone of phones) later(phone.startsAt, () => next(phone.calls))
  while (events.length > 0 && now < LONGEST_MS) {
    const event = events.reduce((first, one) => (one.at < first.at ? one : first))
    events.splice(events.indexOf(event), 1)
    now = event.at
    event.run()
  }
  waits.sort((a, b) => a - b)
  return {
    served: busiest(served),
    asked: busiest(asked),
    refused: pace.refused,
    calls: waits.length,
    gaveUp,
    middle: waits[Math.floor(waits.length / 2)] ?? 0,
    longest: waits[waits.length - 1] ?? 0,
  }

  function later(ms: number, run: () => void): void {
    events.push({ at: now + ms, run })
  }

  function next([call, ...others]: readonly { requests: number; after: number }[]): void {
    if (!call) return
    later(call.after, () => {
      const beganAt = now
      tryCall(call.requests, 1, () => {
        const took = now - beganAt
        waits.push(took)
        later(pauseAfterAnswer(took, chance()), () => next(others))
      })
    })
  }

  function tryCall(requests: number, tries: number, answered: () => void): void {
    const deadline = now + DEADLINE
    request(requests, 0)

    function request(left: number, refused: number): void {
      if (left === 0) {
        answered()
        return
      }
      asked.push(now)
      if (pace.passes()) {
        served.push(now)
        later(REQUEST_MS, () => request(left - 1, 0))
        return
      }
      const pause = pauseOfRefused(refused, chance())
      if (now + pause <= deadline) later(pause, () => request(left, refused + 1))
      else {
        gaveUp += 1
        later(pauseAfter(tries, chance()), () => tryCall(requests, tries + 1, answered))
      }
    }
  }
}

/** Most within a second, whichever it is. `times` in their order. */
function busiest(times: readonly number[]): number {
  let [most, first] = [0, 0]
  times.forEach((at, last) => {
    while (times[first]! <= at - 1000) first++
    most = Math.max(most, last - first + 1)
  })
  return most
}
