/**
 * The wire between one phone and the real functions on the local cloud. In good weather every call is answered after a
 * moment. In bad weather it is lost on the way there or back, delivered twice, delivered long after the phone has given
 * it up, meets a database that wrote and did not say so, or was refused a write and must ask again.
 */
import { transportError } from '../../../src/client/transport-error'
import type { Answer } from '../../../src/contract/errors'
import { CallError, type LocalCloud } from '../../local-cloud'
import type { Fault } from '../../local-cloud/faults'
import type { Chance } from './chance'
import type { SimulatedTime } from './simulated-time'

/** A call that reached its function and was answered, whether or not the phone heard it. */
export interface Delivery {
  openid: string
  action: string
  payload: unknown
  answer: Answer
}

export interface NetworkOptions {
  cloud: LocalCloud
  time: SimulatedTime
  openid: string
  roundId: string
  chance: Chance
  /** How many of ten calls meet trouble while the weather is bad. */
  troubles: number
  /** Until then the weather is good. */
  departure: number
  delivered(delivery: Delivery): void
  uploaded(cloudPath: string, content: string): void
}

type Call = { functionName: string; data: { action: string; payload: unknown } }
type Fate = 'answered' | 'lostThere' | 'lostBack' | 'twice' | 'givenUp' | 'databaseSilent' | 'databaseBusy'

const QUICK = 120
const PATIENCE = 25_000

export type Network = ReturnType<typeof networkOf>

export function networkOf({
  cloud,
  time,
  openid,
  roundId,
  chance,
  troubles,
  departure,
  delivered,
  uploaded,
}: NetworkOptions) {
  let hasSignal = true
  let hasClearedUp = false
  const counts: Partial<Record<Fate | 'noSignal', number>> = {}

  return {
    counts,
    hasSignal: () => hasSignal,
    signal(has: boolean): void {
      hasSignal = has
    },
    clearsUp(): void {
      hasClearedUp = true
      hasSignal = true
    },

    /** As transport.send: resolves with the function's answer, rejects with a TransportError; perhaps long after. */
    send(functionName: string, data: Call['data']): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const call = { functionName, data }
        const fail = (errMsg: string) => reject(transportError({ errMsg }))
        if (!hasSignal) return tell('noSignal', 5, () => fail('no signal'))
        const fate = fateOf()
        const there = isBad() ? chance.between(40, 900) : QUICK
        const back = isBad() ? chance.between(40, 900) : QUICK
        if (fate === 'lostThere') return tell(fate, there + back, () => fail('the socket was closed'))
        if (fate === 'givenUp') {
          // It lies somewhere on the way, and comes when nobody waits for it any more.
          time.after(chance.between(PATIENCE, 4 * 60_000), () => run(call).then(() => {}))
          return tell(fate, PATIENCE, () => fail('no answer in time'))
        }
        if (fate === 'twice') time.after(there + chance.between(1, 20_000), () => run(call).then(() => {}))
        counts[fate] = (counts[fate] ?? 0) + 1
        time.after(there, async () => {
          const outcome = await run(call, databaseFault(fate))
          time.after(back, () => {
            if (fate === 'lostBack' || !hasSignal) fail('the socket was closed')
            else if ('error' in outcome) reject(transportError(outcome.error))
            else resolve(outcome.answer)
          })
        })
      })
    },

    /** A file to cloud storage; lost there or back like a call. */
    upload(cloudPath: string, content: string): Promise<string> {
      return new Promise((resolve, reject) => {
        const fail = () => reject(transportError({ errMsg: 'uploadFile:fail' }))
        const fate = hasSignal ? fateOf() : 'lostThere'
        if (fate === 'lostThere') return tell(fate, 300, fail)
        time.after(600, async () => {
          const { fileID } = await cloud.sdk().uploadFile({ cloudPath, fileContent: Buffer.from(content) })
          uploaded(cloudPath, content)
          time.after(100, () => (fate === 'lostBack' || !hasSignal ? fail() : resolve(fileID)))
        })
      })
    },
  }

  function tell(fate: Fate | 'noSignal', after: number, how: () => void): void {
    counts[fate] = (counts[fate] ?? 0) + 1
    time.after(after, how)
  }

  function isBad(): boolean {
    return troubles > 0 && !hasClearedUp && time.now() > departure
  }

  function fateOf(): Fate {
    if (!isBad() || !chance.happens(troubles / 10)) return 'answered'
    return chance.oneOf(['lostThere', 'lostBack', 'lostBack', 'twice', 'givenUp', 'databaseSilent', 'databaseBusy'])
  }

  function databaseFault(fate: Fate): Fault | null {
    if (fate !== 'databaseSilent' && fate !== 'databaseBusy') return null
    const what = fate === 'databaseBusy' ? 'conflict' : chance.oneOf(['timeout', 'drop'] as const)
    const on = chance.oneOf(['database.modifyDocument', 'database.insertDocument'])
    return { on, what, about: roundId }
  }

  async function run({ functionName, data }: Call, fault: Fault | null = null) {
    if (fault) cloud.faults.inject(fault)
    try {
      const answer = (await cloud.call(functionName, data, openid)) as Answer
      delivered({ openid, action: data.action, payload: data.payload, answer })
      return { answer }
    } catch (error) {
      if (error instanceof CallError) return { error }
      throw error
    } finally {
      if (fault) cloud.faults.withdraw(fault)
    }
  }
}
