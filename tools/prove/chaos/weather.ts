/**
 * The day's wire. Of the calls and uploads of phones and of people at their desks so many fail, by chance: lost before
 * the server, its answer lost, the connection cut while it works, refused by a server that cannot read, met by a database
 * that wrote and did not say so. The rest fail only while the server is down.
 */
import { transportError } from '../../../src/client/transport-error'
import type { Answer } from '../../../src/contract/errors'
import type { Fault } from '../../local-cloud/faults'
import type { Chance } from '../phone/chance'
import type { Wire } from '../phone/phone'
import type { SimulatedTime } from '../phone/simulated-time'
import type { Heard, Server } from './server'

export type Fate = 'answered' | 'lostThere' | 'lostBack' | 'cut' | 'unreadable' | 'unsaid'
const TROUBLES = ['lostThere', 'lostBack', 'cut', 'unreadable', 'unsaid'] as const satisfies Fate[]

/** A call that reached its function; `answer` null: nobody knows what it said. */
export interface Delivery {
  openid: string
  action: string
  payload: unknown
  answer: Answer | null
}

export interface WeatherOptions {
  server: Server
  time: SimulatedTime
  /** Of a call to fail. */
  failing: number
  delivered?(delivery: Delivery): void
  uploaded?(cloudPath: string, content: string): void
}

export type Weather = ReturnType<typeof weatherOver>

export function weatherOver({ server, time, failing, delivered = () => {}, uploaded = () => {} }: WeatherOptions) {
  const counts: Record<Fate | 'down', number> = {
    answered: 0,
    lostThere: 0,
    lostBack: 0,
    cut: 0,
    unreadable: 0,
    unsaid: 0,
    down: 0,
  }

  return {
    counts,

    /** Of one account; `chance` is its own, so that nobody else's calls change its weather. */
    wireOf(openid: string, chance: Chance): Wire {
      let hasClearedUp = false
      return {
        hasSignal: () => true,
        signal() {},
        clearsUp() {
          hasClearedUp = true
        },
        send: (functionName, event) =>
          onItsWay(chance, hasClearedUp, (fate) => {
            const fault = faultOf(fate, openid, chance)
            return server.call(functionName, event, openid, fault).then((heard) => {
              const answer = heard && 'result' in heard ? (heard.result as Answer) : null
              delivered({ openid, ...event, answer })
              return heard
            })
          }),
        upload: (cloudPath, content) =>
          onItsWay(chance, hasClearedUp, () =>
            server.upload(cloudPath, content, openid).then((fileId) => {
              if (fileId === null) return null
              uploaded(cloudPath, content)
              return { result: fileId }
            }),
          ) as Promise<string>,
      }
    },
  }

  /** Resolves with the result, rejects with a TransportError, at the moment of the day at which the phone hears of it. */
  function onItsWay(chance: Chance, isClear: boolean, set: (fate: Fate) => Promise<Heard>): Promise<unknown> {
    const fate: Fate = !isClear && chance.happens(failing) ? chance.oneOf(TROUBLES) : 'answered'
    const takes = chance.between(...TAKES)
    return new Promise((resolve, reject) => {
      const fail = (errMsg: string) => reject(transportError({ errMsg }))
      const heard = fate === 'lostThere' ? Promise.resolve(null) : set(fate)
      time.after(takes, async () => {
        // The phone hears nothing of it; the function goes on, perhaps beside the same send's next try.
        const said = fate === 'cut' ? null : await heard
        counts[fate === 'answered' && said === null ? 'down' : fate]++
        if (said === null) fail('the socket was closed')
        else if ('errCode' in said) reject(transportError(said))
        // Whatever the trouble came to, the caller does not hear that it went well.
        else if (fate === 'answered' || asksAgain(said.result)) resolve(said.result)
        else fail('no answer in time')
      })
    })
  }
}

function asksAgain(result: unknown): boolean {
  const answer = result as Answer
  return answer.ok === false && answer.error.code === 'tryAgain'
}

/** Milliseconds from the press to the answer, where the signal is weak. */
const TAKES = [1_000, 9_000] as const

/** What the database does to the function that the call runs, in words of its own request. */
function faultOf(fate: Fate, openid: string, chance: Chance): Fault | undefined {
  // Who is calling is the first thing that every function reads: it cannot, and asks to be called again.
  if (fate === 'unreadable') return { on: 'database.getDocument', what: 'drop', about: openid }
  if (fate === 'unsaid')
    return { on: chance.oneOf(WRITES), what: chance.oneOf(['timeout', 'drop', 'conflict'] as const) }
  return undefined
}

const WRITES = ['database.modifyDocument', 'database.insertDocument', 'database.commitTransaction'] as const
