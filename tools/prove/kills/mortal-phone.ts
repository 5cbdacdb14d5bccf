/**
 * A phone whose app can be killed at any point: before and after everything that is stored, written, asked and answered,
 * and while a call is on its way. Points are counted from the first opening on, over all lives of the app.
 */
import { phoneWith, through, uploadsTo } from '../../../tests/vocabulary/phone'
import type { PhoneTime } from '../../../tests/weapp/engine/open-app'
import { phoneTime, type Sent } from './phone-time'
import { type Shown, shownOn } from './shown'

export interface MortalPhoneOptions {
  url: string
  openid: string
  /** The build. */
  root: string
  roundId: string
  /** At which points the app is killed, rising. */
  kills: readonly number[]
  takesPhoto(): Uint8Array
}

export type MortalPhone = ReturnType<typeof mortalPhone>

export function mortalPhone({ url, openid, root, roundId, kills, takesPhoto }: MortalPhoneOptions) {
  const points: string[] = []
  const sees: Shown[] = []
  const late: Sent[] = []
  let isDead = false
  let lives = 0
  let hasSignal = true
  let kill = () => {}
  const time = phoneTime(Date.now(), leaves)
  const callFunction = through(url, openid)
  const uploadFile = uploadsTo(url, openid)

  const phone = phoneWith({
    root,
    takesPhoto,
    chooses: '删掉这张照片',
    tellsEveryCall: true,
    time: time as PhoneTime,
    callFunction: (call) => time.send(`${call.name}.${call.data.action}`, () => callFunction(call)),
    uploadFile: (cloudPath, bytes) => time.send(cloudPath, () => uploadFile(cloudPath, bytes)),
    onStep: (step, wechat) => {
      kill = () => {
        wechat.killed = true
      }
      point(step)
    },
  })

  /** A point at which the app may die: seen is what stands on the screen at this very moment. */
  function point(what: string): void {
    points.push(named(what))
    if (!kills.includes(points.length)) return
    sees.push(shownOn(document.body.lastElementChild))
    isDead = true
    kill()
    late.push(...time.dies())
  }

  function leaves(sent: Sent): boolean {
    point(`${sent.what} is on its way`)
    if (isDead) late.push(sent)
    return !isDead
  }

  /** Ids are made by chance. */
  function named(what: string): string {
    if (/^(ask|told) /.test(what)) return what
    return what.replaceAll(roundId, 'ROUND').replace(/[A-Za-z0-9_-]{20,}/g, 'ID')
  }

  return {
    points,
    storage: phone.storage,
    files: phone.files,
    get app() {
      return phone.app
    },
    get isDead() {
      return isDead
    },
    get hasSignal() {
      return hasSignal
    },
    async signal(has: boolean): Promise<void> {
      hasSignal = has
      await (has ? phone.hasSignal() : phone.losesSignal())
    },
    /** What stood on the screen when the app was killed last. */
    get lastSeen() {
      return sees.at(-1)
    },
    async opens(page: string, query: Record<string, string>): Promise<void> {
      if (lives > 0) {
        late.push(...time.dies())
        await time.begins()
      }
      isDead = false
      lives++
      await phone.opens(page, query)
    },
    /** Time goes on until the words stand on the screen, or what is asked for is so. */
    until: (what: string | (() => boolean)) => phone.app.until(what),
    /** What a dead app had sent reaches the cloud after all, long after; nobody hears the answers. */
    async lateCallsArrive(): Promise<void> {
      for (const { carry } of late.splice(0)) await carry().catch(() => {})
    },
    close(): void {
      if (!isDead) time.dies()
      phone.dies()
    },
  }
}
