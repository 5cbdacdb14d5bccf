/**
 * A phone in an inspector's pocket: storage and files that outlive the app, a clock that may be wrong, a wire, and an
 * app that is begun, killed and begun again. Killed, it does and hears nothing any more; what is on the wire goes on.
 */
import type { App, OpenApp, Ports } from './app-on-a-phone'
import type { Chance } from './chance'
import type { Network } from './network'
import type { SimulatedTime } from './simulated-time'

/** What a phone has of a network. */
export interface Wire {
  hasSignal(): boolean
  signal(has: boolean): void
  clearsUp(): void
  send(functionName: string, data: { action: string; payload: unknown }): Promise<unknown>
  upload(cloudPath: string, content: string): Promise<string>
}

export interface PhoneOptions<A, W extends Wire> {
  openApp: OpenApp<A>
  time: SimulatedTime
  network: W
  chance: Chance
  model: string
  /** What the camera sees next, in words. */
  sees(): string
  /** The launch scene with which the app is opened next; absent: it is never asked. */
  openedBy?(): number
  /** Before anything is stored, sent, heard or saved. Whoever is told may let the app die there. */
  passes?(): void
}

export type Phone<A = App, W extends Wire = Network> = ReturnType<typeof phoneOf<A, W>>

export function phoneOf<A, W extends Wire>({
  openApp,
  time,
  network,
  chance,
  model,
  sees,
  openedBy,
  passes = () => {},
}: PhoneOptions<A, W>) {
  const drawers = new Map<string, string>()
  const files = new Map<string, string>()
  let clockOff = 0
  let isFull = false
  let life = 0
  let app: A | null = null
  let listeners: ((online: boolean) => void)[] = []

  return {
    model,
    network,
    drawers,
    files,

    get app(): A {
      if (!app) throw new Error(`${model}: the app is not open`)
      return app
    },
    isOpen: () => app !== null,
    isFull: () => isFull,

    opens(): A {
      life++
      listeners = []
      app = openApp(portsOf(life))
      return app
    },
    /** By the system: no goodbye. */
    dies(): void {
      life++
      listeners = []
      app = null
    },
    signal(has: boolean): void {
      if (has === network.hasSignal()) return
      network.signal(has)
      for (const changed of listeners) changed(has)
    },
    clearsUp(): void {
      const had = network.hasSignal()
      network.clearsUp()
      if (!had) for (const changed of listeners) changed(true)
    },
    clockIsOff(ms: number): void {
      clockOff = ms
    },
    storageIsFull(full: boolean): void {
      isFull = full
    },
  }

  function portsOf(mine: number): Ports {
    const isAlive = () => life === mine
    /** Whether the app lives beyond this step. */
    const goesOn = () => {
      if (isAlive()) passes()
      return isAlive()
    }
    /** What is answered to a dead app is heard by nobody. */
    const heard = <T>(answer: Promise<T>): Promise<T> =>
      new Promise((resolve, reject) =>
        answer.then(
          (value) => goesOn() && resolve(value),
          (error) => goesOn() && reject(error),
        ),
      )
    /** What a dead app would do is never done. */
    const done = <T>(step: () => Promise<T>): Promise<T> => (goesOn() ? heard(step()) : new Promise(() => {}))
    return {
      now: () => time.now() + clockOff,
      random: chance.fraction,
      after: (ms, run) => time.after(ms, () => (isAlive() ? run() : undefined)),
      transport: {
        send: (functionName: string, data: { action: string; payload: unknown }) =>
          done(() => network.send(functionName, JSON.parse(JSON.stringify(data)))),
      },
      device: deviceOf(goesOn),
      files: filesOf(goesOn, done),
    }
  }

  function deviceOf(goesOn: () => boolean) {
    return {
      storage: {
        get: (key: string): unknown => (drawers.has(key) ? JSON.parse(drawers.get(key)!) : undefined),
        set(key: string, value: unknown): void {
          if (isFull) throw new Error('setStorageSync:fail exceed max size')
          if (goesOn()) drawers.set(key, JSON.stringify(value))
        },
        remove(key: string): void {
          if (goesOn()) drawers.delete(key)
        },
        keys: (): string[] => [...drawers.keys()],
      },
      randomBytes: async (count: number) => Uint8Array.from({ length: count }, () => chance.between(0, 255)),
      isOnline: async () => network.hasSignal(),
      onNetworkChange(changed: (online: boolean) => void) {
        listeners = [...listeners, changed]
        return () => {
          listeners = listeners.filter((one) => one !== changed)
        }
      },
      // Nobody puts this app into the background: it is there or dead.
      onAppShow() {},
      deviceModel: () => model,
      haptic() {},
      say() {},
      ...(openedBy && { launch: () => ({ path: '', query: {}, scene: openedBy() }) }),
    }
  }

  /** A photo's file holds what the camera saw, in words. */
  function filesOf(goesOn: () => boolean, done: <T>(step: () => Promise<T>) => Promise<T>) {
    return {
      MISSING: 'the file is not on this phone',
      async pickPhoto() {
        const seen = sees()
        return { bytes: seen.length, save: (name: string) => done(async () => void files.set(name, seen)) }
      },
      srcOf: (name: string) => (files.has(name) ? `wxfile://${name}` : undefined),
      fileNames: async () => [...files.keys()],
      async removeFile(name: string): Promise<void> {
        if (goesOn()) files.delete(name)
      },
      keepPicture: (name: string, base64: string) =>
        done(async () => {
          files.set(name, base64)
          return `wxfile://${name}`
        }),
      upload: (name: string, cloudPath: string) =>
        files.has(name)
          ? done(() => network.upload(cloudPath, files.get(name)!))
          : Promise.reject(new Error('the file is not on this phone')),
      storageUse: () => ({ usedKb: [...drawers.values()].join('').length >> 10, limitKb: 10_240 }),
    }
  }
}
