import { phoneTime } from '../../../tools/prove/kills/phone-time'
import { type Phone, phoneWith } from '../../vocabulary/phone'
import type { OpenOptions } from './open-app'

export type Habits = Omit<OpenOptions, 'launch' | 'storage' | 'files' | 'time'>
export type PhoneInItsTime = Phone & {
  /** `now`: what it is; ahead of it the clock may be wrong. */
  clock: { now(): number; isAheadBy(ms: number): void }
}

/**
 * A phone whose clock goes on only to what its app has planned, and only where all that was asked for is answered: nobody
 * waits for a pause, and how fast this machine is decides nothing.
 */
export function phoneInItsTime({ callFunction, uploadFile, downloadFile, ...habits }: Habits): PhoneInItsTime {
  const time = phoneTime(Date.now(), () => true)
  const { send } = time
  const phone = phoneWith({
    ...habits,
    time,
    ...(callFunction && { callFunction: (call) => send(call.name, () => callFunction(call)) }),
    ...(uploadFile && { uploadFile: (path, bytes) => send(path, () => uploadFile(path, bytes)) }),
    ...(downloadFile && { downloadFile: (url) => send(url, () => downloadFile(url)) }),
  })
  const { opens } = phone
  // What the dead app had planned dies with it.
  const opensAnew: typeof opens = async (...page) => {
    time.dies()
    await time.begins()
    await opens(...page)
  }
  const clock = time.globals.Date as DateConstructor
  const right = clock.now
  return Object.assign(phone, {
    opens: opensAnew,
    clock: {
      now: right,
      isAheadBy(ms: number) {
        clock.now = () => right() + ms
      },
    },
  })
}
