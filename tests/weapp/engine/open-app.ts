import { resolve } from 'node:path'
import { type BuiltApp, type Definition, loadBuiltApp, type PageInstance, type TimeGlobals } from './built-app'
import { type CloudCall, fakeWx, type KeyListener, type NetworkListener } from './fake-wx'
import { type Control, controlNamed, controlsOf, fieldNamed, visibleText } from './rendered'

/**
 * Opens the production build of the mini-program in the real component engine. What it shows is the tree WeChat would render;
 * styles, layout and native controls it does not know (those: tests/browser).
 */
export async function openApp(options: OpenOptions = {}): Promise<OpenApp> {
  await options.time?.opens?.()
  const phone = phoneOf(options)
  const stack: OpenPage[] = []
  const cost = { count: 0, bytes: 0 }

  const wx = fakeWx(phone, {
    navigateTo: async (url) => {
      stack.at(-1)?.instance.onHide?.()
      await open(url)
    },
    redirectTo: async (url) => {
      close(stack.pop())
      await open(url)
    },
    reLaunch: async (url) => {
      while (stack.length > 0) close(stack.pop())
      await open(url)
    },
    switchTab: async (url) => {
      while (stack.length > 0) close(stack.pop())
      await open(url)
    },
    navigateBack: async (delta) => {
      for (let step = 0; step < delta && stack.length > 1; step++) close(stack.pop())
      stack.at(-1)?.instance.onShow?.()
    },
  })
  const built = loadBuiltApp(
    resolve(options.root ?? 'dist/weapp'),
    wx,
    () => stack.map((page) => page.instance),
    options.time?.globals,
  )
  const names: Names = []
  const component = registerNested(built, names)

  async function open(url: string): Promise<void> {
    const [path = '', search = ''] = url.split('?')
    const route = path.replace(/^\//, '')
    const page = showPage(route, { built, component, names, cost })
    stack.push(page)
    page.instance.onLoad?.(queryOf(search))
    page.instance.onShow?.()
    page.instance.onReady?.()
    // Taro answers onLoad later; the stack must be right before anybody asks.
    await Promise.resolve()
  }

  const top = () => {
    const page = stack.at(-1)
    if (!page) throw new Error('the app is closed')
    return page
  }

  const app: OpenApp = {
    phone,
    get route() {
      return top().instance.route
    },
    get routes() {
      return stack.map((page) => page.instance.route)
    },
    get title() {
      return phone.titles.at(-1) ?? ''
    },
    text: () => visibleText(top().element),
    controls: () => controlsOf(top().element),
    control: (name) => controlNamed(top().element, name),
    tap: async (name) => {
      const control = await appears(() => controlNamed(top().element, name))
      if (control.disabled) throw new Error(`「${control.name}」is off`)
      touch(control.element)
      await settle(phone)
    },
    type: async (field, value) => {
      await appears(() => fieldNamed(top().element, field))
      fieldEvent(top(), field, 'input', { value, cursor: value.length })
      await settle(phone)
      fieldEvent(top(), field, 'blur', { value })
      await settle(phone)
    },
    until: async (words, ms) => {
      const seen = () => (typeof words === 'string' ? visibleText(top().element).includes(words) : words())
      if (!(await comes(seen, ms)))
        throw new Error(`waited for ${words} in vain; the screen says:\n${visibleText(top().element)}`)
    },
    settle: () => settle(phone),
    cost: () => ({ ...cost }),
    resetCost: () => Object.assign(cost, { count: 0, bytes: 0 }),
    goBack: async () => {
      // Not waited for: killed on the way, the app never says that it went back.
      let failure: unknown
      ;(wx as { navigateBack(): Promise<void> }).navigateBack().catch((cause) => {
        failure = cause
      })
      await settle(phone)
      if (failure) throw failure
    },
    network: async (online) => {
      phone.online = online
      for (const listener of phone.networkListeners)
        listener({ isConnected: online, networkType: online ? '4g' : 'none' })
      await settle(phone)
    },
    background: async () => {
      top().instance.onHide?.()
      built.app.onHide?.()
      for (const listener of phone.appHideListeners) listener()
      await settle(phone)
    },
    foreground: async () => {
      built.app.onShow?.(phone.launch)
      for (const listener of phone.appShowListeners) listener()
      top().instance.onShow?.()
      await settle(phone)
    },
    kill: () => {
      // A killed app hears nothing: no onUnload, no answers.
      phone.killed = true
      for (const page of stack.splice(0)) page.detach()
      free.push(...names.splice(0))
    },
  }

  /** In a time of its own a phone waits by its own clock: how slow the machine is does not count. */
  async function comes(isThere: () => boolean, ms = phone.time ? 3_600_000 : 60_000): Promise<boolean> {
    const clock = phone.time ? (phone.time.globals.Date as DateConstructor) : Date
    const end = clock.now() + ms
    while (!isThere()) {
      await settle(phone)
      if (isThere()) return true
      if (clock.now() > end || phone.time?.goesOn() === false) return false
    }
    return true
  }

  /** A person looks for what they want to touch until it is there: on a busy machine a page comes later. */
  async function appears<Found>(find: () => Found): Promise<Found> {
    await comes(() => phone.killed || isFound(find))
    return find()
  }

  built.app.onLaunch?.(phone.launch)
  built.app.onShow?.(phone.launch)
  await open(`/${phone.launch.path}${searchOf(phone.launch.query)}`)
  await settle(phone)
  return app
}

export type OpenOptions = {
  /** Another build than dist/weapp. */
  root?: string
  launch?: { path?: string; query?: Record<string, string>; scene?: number }
  /** Give the same map again and the app is reopened on the same phone. */
  storage?: Map<string, string>
  /** Saved files; outlive the app like storage. */
  files?: Map<string, Uint8Array>
  callFunction?: (call: { name: string; data: { action: string; payload: unknown } }) => Promise<{ result: unknown }>
  /** What wx.cloud.uploadFile does; answers the file's id. */
  uploadFile?: (cloudPath: string, bytes: Uint8Array) => Promise<string>
  /** What wx.downloadFile brings. */
  downloadFile?: (url: string) => Promise<Uint8Array>
  /** What camera or album gives; without it the person cancels. */
  takesPhoto?: () => Uint8Array
  /** Before and after everything that is stored, written, sent or answered; `phone.killed = true` there is a kill at that point. */
  onStep?: (step: string, phone: Phone) => void
  /** Then every other call of the platform is two steps too: `ask chooseMedia`, `told chooseMedia`. */
  tellsEveryCall?: boolean
  /** The phone's own time: nothing is waited for that has no need to. Without it the app lives in ours. */
  time?: PhoneTime
  request?: (call: { url: string; data?: unknown; header?: Record<string, string> }) => Promise<unknown>
  /** What the answer to a call (`scoring.deductions`, or an address) waits for; nothing else waits for that call then. */
  holds?: (call: string) => Promise<unknown> | undefined
  scan?: () => { result: string; path?: string }
  online?: boolean
  /** What every question of the app is answered. */
  answersYes?: boolean
  /** The line of an action sheet that is touched. */
  chooses?: string
  /** WeChat's type setting: 16 normal, from 20 large. */
  fontSize?: number
}

export type PhoneTime = {
  globals: TimeGlobals
  /** Until nothing is left to do now: timers that are due, answers that are on their way. */
  settle(): Promise<void>
  /** On to the next timer; false: there is none. */
  goesOn(): boolean
  /** A call to the cloud and back. */
  carries?<Answer>(what: string, carry: () => Promise<Answer>): Promise<Answer>
  /** An app is opened; what a former one had planned is gone. */
  opens?(): Promise<void>
}

export type OpenApp = {
  phone: Phone
  readonly route: string
  readonly routes: string[]
  readonly title: string
  /** All that stands on the page, as one would read it. */
  text(): string
  /** Everything that can be pressed or typed into, with its name, role and state. */
  controls(): Control[]
  control(name: string): Control
  /** By its label or its words; exact, or the only one that contains them. */
  tap(name: string): Promise<void>
  /** Into the field with this label, placeholder or id. */
  type(field: string, value: string): Promise<void>
  until(words: string | (() => boolean), ms?: number): Promise<void>
  settle(): Promise<void>
  /** setData since the last reset: how often, and how many bytes as JSON. */
  cost(): { count: number; bytes: number }
  resetCost(): void
  goBack(): Promise<void>
  network(online: boolean): Promise<void>
  background(): Promise<void>
  foreground(): Promise<void>
  kill(): void
}

/** What stands outside the app and outlives it, and what it was told. */
export type Phone = {
  launch: { path: string; query: Record<string, string>; scene: number; referrerInfo: object }
  storage: Map<string, string>
  files: Map<string, Uint8Array>
  /** A set throws. */
  storageIsFull: boolean
  /** Saving a file fails. */
  filesAreFull: boolean
  step(step: string): void
  tellsEveryCall: boolean
  time: PhoneTime | undefined
  /** As soon as what runs now is done. */
  later(then: () => void): void
  takesPhoto(): Uint8Array
  downloadFile(call: { url: string }): Promise<Uint8Array>
  /** The recording that is being played, by what its file says. */
  playing: { text: string; ends(): void } | undefined
  uploadFile(call: { cloudPath: string; filePath: string }): Promise<{ fileID: string }>
  /** What was handed to WeChat's list of chats. */
  shared: { fileName: string; text: string }[]
  /** Documents that WeChat showed. */
  opened: { fileName: string; fileType: string; showMenu: boolean; bytes: Uint8Array }[]
  /** What WeChat says when it opens no document. */
  openFails?: string
  /** errMsg of a sharing that fails. */
  shareFails: string
  /** The file that is chosen out of a chat; null: cancelled. */
  messageFile: string | Uint8Array | null
  /** Temporary files by their path: gone with the app. */
  temporary: Map<string, Uint8Array>
  appShowListeners: Set<() => void>
  appHideListeners: Set<() => void>
  callFunction(call: CloudCall): Promise<{ result: unknown }>
  request(call: object): Promise<unknown>
  holds(call: string): Promise<unknown> | undefined
  scan(): { result: string; path?: string }
  /** How scans were asked for. */
  scanned: unknown[]
  online: boolean
  answersYes: boolean
  chooses: string
  fontSize: number
  killed: boolean
  waiting: number
  haptics: number
  toasts: string[]
  questions: string[]
  titles: string[]
  clipboard: string[]
  scrolls: unknown[]
  cloudInits: unknown[]
  networkListeners: Set<NetworkListener>
  /** A computer's keyboard. */
  keyListeners: Set<KeyListener>
}

function phoneOf(options: OpenOptions): Phone {
  const phone: Phone = {
    launch: { path: 'pages/home/index', query: {}, scene: 1001, referrerInfo: {}, ...options.launch },
    storage: options.storage ?? new Map(),
    files: options.files ?? new Map(),
    storageIsFull: false,
    filesAreFull: false,
    step: (step) => {
      if (!phone.killed) options.onStep?.(step, phone)
    },
    tellsEveryCall: options.tellsEveryCall ?? false,
    time: options.time,
    later: (then) => ((options.time?.globals.setTimeout ?? setTimeout) as typeof setTimeout)(then, 0),
    takesPhoto: () => {
      if (!options.takesPhoto) throw { errMsg: 'chooseMedia:fail cancel' }
      return options.takesPhoto()
    },
    downloadFile: ({ url }) =>
      waitedFor(phone, options.downloadFile && ((call: { url: string }) => options.downloadFile!(call.url)), { url }),
    playing: undefined,
    uploadFile: ({ cloudPath, filePath }) => waitedFor(phone, options.uploadFile && sendFile, { cloudPath, filePath }),
    shared: [],
    opened: [],
    shareFails: '',
    messageFile: null,
    temporary: new Map(),
    appShowListeners: new Set(),
    appHideListeners: new Set(),
    callFunction: (call) => waitedFor(phone, options.callFunction as Phone['callFunction'], call),
    request: (call) => waitedFor(phone, options.request as Phone['request'], call),
    holds: (call) => options.holds?.(call),
    scan: () => {
      if (!options.scan) throw { errMsg: 'scanCode:fail cancel' }
      return { path: '', ...options.scan() }
    },
    scanned: [],
    online: options.online ?? true,
    answersYes: options.answersYes ?? true,
    chooses: options.chooses ?? '',
    fontSize: options.fontSize ?? 16,
    killed: false,
    waiting: 0,
    haptics: 0,
    toasts: [],
    questions: [],
    titles: [],
    clipboard: [],
    scrolls: [],
    cloudInits: [],
    networkListeners: new Set(),
    keyListeners: new Set(),
  }
  return phone

  async function sendFile({ cloudPath, filePath }: { cloudPath: string; filePath: string }) {
    const bytes = phone.temporary.get(filePath) ?? phone.files.get(filePath.split('/').pop()!)
    if (!bytes) throw { errMsg: `uploadFile:fail no such file ${filePath}` }
    return { fileID: await options.uploadFile!(cloudPath, bytes) }
  }
}

/** Offline a call fails as WeChat says it; a killed app gets no answer any more. */
async function waitedFor<Call, Answer>(
  phone: Phone,
  send: ((call: Call) => Promise<Answer>) | undefined,
  call: Call,
): Promise<Answer> {
  phone.step(`send ${stepOf(call)}`)
  if (phone.killed) return new Promise<never>(() => {})
  if (!phone.online) throw { errCode: -404011, errMsg: 'cloud.callFunction:fail request:fail' }
  if (!send) throw new Error('the test gave no callFunction')
  phone.waiting++
  let answer: Answer
  try {
    const carry = () => send(structuredClone(call))
    answer = await (phone.time?.carries ? phone.time.carries(stepOf(call), carry) : carry())
  } finally {
    phone.waiting--
  }
  await phone.holds(stepOf(call))
  phone.step(`answer ${stepOf(call)}`)
  if (phone.killed) return new Promise<never>(() => {})
  return structuredClone(answer)
}

function stepOf(call: unknown): string {
  const { name, data, cloudPath, url } = call as {
    name?: string
    data?: { action?: string }
    cloudPath?: string
    url?: string
  }
  return cloudPath ?? (name ? `${name}.${data?.action ?? ''}` : (url ?? ''))
}

type OpenPage = { instance: PageInstance; element: HTMLElement; detach(): void }
type Engine = {
  register(definition: object): string
  create(
    id: string,
  ): { instance: PageInstance; dom: HTMLElement; attach(parent: HTMLElement): void; detach(): void } | undefined
}

/**
 * Names that components are registered under. The engine forgets none: a dead app's are given again, or every app that was
 * ever opened would stay in memory.
 */
let counter = 0
const free: string[] = []
type Names = string[]

function nameFor(names: Names): string {
  const name = free.pop() ?? `component-${++counter}`
  names.push(name)
  return name
}

function engine(): Engine {
  // Registers the built-in tags; the rest is done with j-component itself.
  require('miniprogram-simulate')
  return require('j-component') as Engine
}

/** Taro's `comp` carries on where the templates of a page end; it contains itself. */
function registerNested(built: BuiltApp, names: Names): string {
  const id = nameFor(names)
  engine().register({
    ...built.component('comp'),
    id,
    path: '/comp',
    tagName: 'comp',
    template: built.template('comp'),
    usingComponents: { comp: id },
  })
  return id
}

type Shown = { built: BuiltApp; component: string; names: Names; cost: { count: number; bytes: number } }

function showPage(route: string, { built, component, names, cost }: Shown): OpenPage {
  const definition = built.page(route)
  const id = engine().register({
    id: nameFor(names),
    path: `/${route}`,
    tagName: 'page',
    template: built.template(route),
    usingComponents: { comp: component },
    data: structuredClone(definition.data ?? {}),
    methods: methodsOf(definition),
  })
  const created = engine().create(id)
  if (!created) throw new Error(`could not create ${route}`)
  const parent = document.createElement('div')
  document.body.appendChild(parent)
  created.attach(parent)
  const instance = created.instance
  instance.route = route
  const setData = instance.setData.bind(instance)
  instance.setData = (data, done) => {
    cost.count++
    cost.bytes += new TextEncoder().encode(JSON.stringify(data)).length
    setData(data, done)
  }
  return {
    instance,
    element: created.dom,
    detach: () => {
      created.detach()
      parent.remove()
    },
  }
}

function methodsOf(definition: Definition): Record<string, unknown> {
  return Object.fromEntries(Object.entries(definition).filter(([, value]) => typeof value === 'function'))
}

function close(page: OpenPage | undefined): void {
  page?.instance.onUnload?.()
  page?.detach()
}

/** The engine makes a tap of a start and an end, and knows no TouchEvent of jsdom: plain events with the lists set. */
function touch(element: HTMLElement): void {
  const finger = { identifier: 0, target: element, clientX: 0, clientY: 0, pageX: 0, pageY: 0, x: 0, y: 0 }
  const send = (name: string, touches: object[]) =>
    element.dispatchEvent(
      Object.assign(new Event(name, { bubbles: true }), { touches, targetTouches: touches, changedTouches: [finger] }),
    )
  send('touchstart', [finger])
  send('touchend', [])
}

function isFound(find: () => unknown): boolean {
  try {
    find()
    return true
  } catch {
    return false
  }
}

function fieldEvent(page: OpenPage, field: string, event: string, detail: object): void {
  const node = (fieldNamed(page.element, field) as unknown as { __wxElement: unknown }).__wxElement
  const exparser = require('miniprogram-exparser') as {
    Event: {
      dispatchEvent(target: unknown, event: unknown): void
      create(name: string, detail: object, options: object): unknown
    }
  }
  exparser.Event.dispatchEvent(
    node,
    exparser.Event.create(event, detail, { bubbles: true, capturePhase: true, composed: true }),
  )
}

/**
 * Long enough for Taro to batch its setData and for what the app asked for to be answered, however long that takes, and
 * shown after that.
 */
async function settle(phone: Phone): Promise<void> {
  if (phone.time) return phone.time.settle()
  for (let round = 0, quiet = 0; round < 12 || quiet < 4; round++) {
    await new Promise((done) => setTimeout(done, 5))
    quiet = phone.waiting > 0 && !phone.killed ? 0 : quiet + 1
  }
}

function queryOf(search: string): Record<string, string> {
  return Object.fromEntries(
    search
      .split('&')
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0]!, pair.split('=').slice(1).join('=')]),
  )
}

function searchOf(query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${value}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
