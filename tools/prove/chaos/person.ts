/**
 * A person with a phone whose app may die at any step. They see that it is gone, open it again after a while, look at
 * what stands there, and do again what does not.
 */
import type { OpenApp } from '../phone/app-on-a-phone'
import type { Chance } from '../phone/chance'
import { type Phone, phoneOf, type Wire } from '../phone/phone'
import type { SimulatedTime } from '../phone/simulated-time'

export interface PersonOptions<A> {
  openApp: OpenApp<A>
  time: SimulatedTime
  wire: Wire
  chance: Chance
  model: string
  /** Steps of the app, counted through all its lives, at which it dies. */
  kills: readonly number[]
  openedBy?: () => number
  /** The app was opened, for the first time or again. */
  opens?(app: A): void
}

/** What came of something during which the app may die. */
export const DEAD = Symbol('the app died')

export type Person<A> = ReturnType<typeof personWith<A>>

export function personWith<A>(options: PersonOptions<A>) {
  const { openApp, time, wire, model, kills, openedBy, opens = () => {} } = options
  const chance = options.chance.forPart(1)
  const ids = drawnIds(options.chance.forPart(2))
  let steps = 0
  let killed = 0
  let picture = ''
  let dies = () => {}
  let death = new Promise<void>(() => {})
  const phone: Phone<A, Wire> = phoneOf<A, Wire>({
    openApp,
    time,
    network: wire,
    chance: ids,
    model,
    sees: () => picture,
    ...(openedBy && { openedBy }),
    passes() {
      if (!kills.includes(++steps)) return
      killed++
      phone.dies()
      dies()
    },
  })

  return {
    wait,
    app,
    does,
    unlessDead,
    isOpen: phone.isOpen,
    steps: () => steps,
    killed: () => killed,
    clearsUp: phone.clearsUp,
    /** What the camera sees from now on. */
    looksAt(what: string): void {
      picture = what
    },
    /** The next id that this phone makes is drawn from here. */
    nextIdFrom: ids.next,
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => void time.after(ms, resolve))
  }

  /** Opened, after a while, where it is not. */
  async function app(): Promise<A> {
    if (phone.isOpen()) return phone.app
    if (killed > 0) await wait(chance.between(5, 120) * 1_000)
    death = new Promise((resolve) => {
      dies = resolve
    })
    const opened = phone.opens()
    opens(opened)
    return phone.isOpen() ? opened : app()
  }

  /** Until it stands, however often the app dies or the network does. */
  async function does(deed: (app: A) => unknown, stands: (app: A) => boolean): Promise<void> {
    for (;;) {
      const now = await app()
      if (stands(now)) return
      await unlessDead(deed(now))
      if (phone.isOpen() && !stands(phone.app)) await wait(chance.between(3, 30) * 1_000)
    }
  }

  async function unlessDead<T>(done: T | Promise<T>): Promise<T | typeof DEAD> {
    const said = await Promise.race([done, death.then((): typeof DEAD => DEAD)])
    return phone.isOpen() ? said : DEAD
  }
}

/** The phone's chance, of which one draw of bytes can be told beforehand. */
function drawnIds(chance: Chance) {
  let next: Chance | null = null
  return {
    ...chance,
    next(from: Chance): void {
      next = from
      // As many bytes as an id has are drawn in one go; what is drawn later is the phone's own.
      queueMicrotask(() => {
        next = null
      })
    },
    between: (least: number, most: number) => (next ?? chance).between(least, most),
  }
}
