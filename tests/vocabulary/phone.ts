import { type OpenApp, type OpenOptions, openApp } from '../weapp/engine/open-app'

type Habits = Omit<OpenOptions, 'launch' | 'storage' | 'files'>

/** The phone of somebody who works with this cloud; `lost`: actions whose next answer never arrives, though the function did its work. */
export function phoneOn(
  { cloud }: { cloud: { url: string } },
  { openid }: { openid: string },
  { lost = [], ...habits }: Habits & { lost?: string[] } = {},
) {
  const call = through(cloud.url, openid)
  return phoneWith({
    uploadFile: uploadsTo(cloud.url, openid),
    ...habits,
    callFunction: async (send) => {
      const answer = await call(send)
      const at = lost.indexOf(send.data.action)
      if (at < 0) return answer
      lost.splice(at, 1)
      throw { errCode: -404011, errMsg: 'request:fail timeout' }
    },
  })
}

export type Phone = ReturnType<typeof phoneWith>

const open = new Set<{ dies(): void }>()

/** For afterEach: nothing of one test is left for the next, and no page that looks again every minute keeps it running. */
export function putAway(): void {
  for (const phone of [...open]) phone.dies()
  document.body.replaceChildren()
}

/**
 * A phone in somebody's hand, with the production build on it. Its storage outlives the app:
 * `const phone = phoneWith({ callFunction: through(cloud.url, 'openid') }); await phone.opens(…); await phone.taps('开始答题'); phone.dies()`.
 */
export function phoneWith(habits: Habits = {}) {
  const storage = new Map<string, string>()
  const files = new Map<string, Uint8Array>()
  let app: OpenApp | undefined
  let online = habits.online ?? true
  const running = () => {
    if (!app) throw new Error('the app is not open')
    return app
  }

  const phone = {
    storage,
    files,
    get app() {
      return running()
    },
    /** Opens a page: from the list of mini-programs (home), or by a code (`pages/entry/index`, its query). */
    async opens(path = 'pages/home/index', query: Record<string, string> = {}, scene = 1001) {
      app?.kill()
      app = undefined
      open.add(phone)
      app = await openApp({ ...habits, online, storage, files, launch: { path, query, scene } })
    },
    taps: (name: string) => running().tap(name),
    types: (field: string, value: string) => running().type(field, value),
    /** Waits until the words stand on the screen. */
    sees: (words: string) => running().until(words),
    shows: () => running().text(),
    goesBack: () => running().goBack(),
    /** Killed by the system: no goodbye, no answers any more. */
    dies() {
      running().kill()
      app = undefined
      open.delete(phone)
    },
    background: () => running().background(),
    foreground: () => running().foreground(),
    async losesSignal() {
      online = false
      await app?.network(false)
    },
    async hasSignal() {
      online = true
      await app?.network(true)
    },
  }
  return phone
}

/** Calls of one person to a local cloud, answered as wx.cloud.callFunction would. */
export function through(url: string, openid: string): NonNullable<OpenOptions['callFunction']> {
  return async ({ name, data }) => {
    const response = await fetch(`${url}/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': openid },
      body: JSON.stringify(data),
    })
    const answer = (await response.json()) as { result: unknown } | { errCode: number; errMsg: string }
    if ('result' in answer) return answer
    throw answer
  }
}

/** Files of one person to a local cloud, as wx.cloud.uploadFile would. */
export function uploadsTo(url: string, openid: string): NonNullable<OpenOptions['uploadFile']> {
  return async (cloudPath, bytes) => {
    const response = await fetch(`${url}/upload?path=${encodeURIComponent(cloudPath)}`, {
      method: 'PUT',
      headers: { 'x-local-openid': openid },
      body: bytes as Uint8Array<ArrayBuffer>,
    })
    const { fileId, ...failure } = (await response.json()) as { fileId?: string }
    if (fileId === undefined) throw failure
    return fileId
  }
}
