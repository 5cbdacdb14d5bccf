import { fileCalls } from './fake-files'
import type { Phone } from './open-app'

/**
 * WeChat's API as far as the app uses it, in both its styles: with success/fail/complete it calls back, without it answers a
 * Promise. What is not here is missing, as on an old phone.
 */
export function fakeWx(phone: Phone, navigate: Navigation): object {
  const window = {
    statusBarHeight: 44,
    windowWidth: 390,
    windowHeight: 844,
    screenWidth: 390,
    screenHeight: 844,
    pixelRatio: 3,
  }
  const device = { brand: 'HUAWEI', model: 'nova 9', platform: 'android' }
  const base = { SDKVersion: '3.5.0', version: '8.0.50', language: 'zh_CN', fontSizeSetting: phone.fontSize }
  const system = { ...window, ...base, ...device, system: 'Android 9' }

  const asked = (name: string, options: Options | undefined, run: () => Promise<unknown>) =>
    askedOf(phone, name, options, run)

  return {
    ...navigationCalls(phone, navigate),
    ...storageCalls(phone),
    ...fileCalls(phone),
    cloud: {
      init: (options: unknown) => phone.cloudInits.push(options),
      callFunction: (options: CloudCall) => answering(options, () => phone.callFunction(options)),
      uploadFile: (options: Options & { cloudPath: string; filePath: string }) =>
        answering(options, () => phone.uploadFile(options)),
    },
    request: (options: Options & { url: string }) => answering(options, () => phone.request(options)),
    getSystemInfoSync: () => system,
    getWindowInfo: () => window,
    getAppBaseInfo: () => base,
    getDeviceInfo: () => device,
    onAppShow: (listener: () => void) => phone.appShowListeners.add(listener),
    offAppShow: (listener: () => void) => phone.appShowListeners.delete(listener),
    onAppHide: (listener: () => void) => phone.appHideListeners.add(listener),
    offAppHide: (listener: () => void) => phone.appHideListeners.delete(listener),
    onKeyDown: (listener: KeyListener) => phone.keyListeners.add(listener),
    offKeyDown: (listener: KeyListener) => phone.keyListeners.delete(listener),
    getMenuButtonBoundingClientRect: () => ({ left: 295, top: 50, right: 382, bottom: 82, width: 87, height: 32 }),
    getLaunchOptionsSync: () => phone.launch,
    getEnterOptionsSync: () => phone.launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'release', version: '' } }),
    canIUse: () => true,
    nextTick: (then: () => void) => phone.later(then),
    scanCode: (options?: Options) =>
      asked('scanCode', options, async () => {
        phone.scanned.push(options)
        return phone.scan()
      }),
    getNetworkType: (options?: Options) =>
      asked('getNetworkType', options, async () => ({ networkType: phone.online ? '4g' : 'none' })),
    onNetworkStatusChange: (listener: NetworkListener) => phone.networkListeners.add(listener),
    offNetworkStatusChange: (listener: NetworkListener) => phone.networkListeners.delete(listener),
    getRandomValues: (options: Options & { length: number }) =>
      asked('getRandomValues', options, async () => ({
        randomValues: globalThis.crypto.getRandomValues(new Uint8Array(options.length)).buffer,
      })),
    vibrateShort: (options?: Options) => asked('vibrateShort', options, async () => void phone.haptics++),
    showToast: (options: Options & { title: string }) =>
      asked('showToast', options, async () => void phone.toasts.push(options.title)),
    hideToast: (options?: Options) => asked('hideToast', options, async () => undefined),
    showModal: (options: Options & { title: string; content: string }) =>
      asked('showModal', options, async () => {
        phone.questions.push(`${options.title} ${options.content}`.trim())
        const agreed = phone.answersYes
        return { confirm: agreed, cancel: !agreed }
      }),
    /** The line that the person touches; without one they touch beside it. */
    showActionSheet: (options: Options & { itemList: string[] }) =>
      asked('showActionSheet', options, async () => {
        const tapIndex = options.itemList.indexOf(phone.chooses)
        if (tapIndex < 0) throw { errMsg: 'showActionSheet:fail cancel' }
        return { tapIndex }
      }),
    setNavigationBarTitle: (options: Options & { title: string }) =>
      asked('setNavigationBarTitle', options, async () => void phone.titles.push(options.title)),
    setClipboardData: (options: Options & { data: string }) =>
      asked('setClipboardData', options, async () => void phone.clipboard.push(options.data)),
    pageScrollTo: (options: Options) => asked('pageScrollTo', options, async () => void phone.scrolls.push(options)),
    hideKeyboard: (options?: Options) => asked('hideKeyboard', options, async () => undefined),
    createSelectorQuery: () => createSelectorQuery(phone),
    createIntersectionObserver: () => ({ relativeToViewport: () => ({ observe() {} }), disconnect() {} }),
  }
}

export type CloudCall = Options & { name: string; data: unknown }
export type KeyListener = (event: { key: string; altKey: boolean }) => void
export type NetworkListener = (state: { isConnected: boolean; networkType: string }) => void
export type Navigation = Record<
  'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab',
  (url: string) => Promise<void>
> & { navigateBack(delta: number): Promise<void> }

export type Options = { success?(answer: unknown): void; fail?(cause: unknown): void; complete?(answer: unknown): void }

/**
 * A call of the platform; where every call is a step, `ask NAME` before it does anything and `told NAME` before its answer
 * is heard. A killed app gets none.
 */
export function askedOf(phone: Phone, name: string, options: Options | undefined, run: () => Promise<unknown>) {
  if (!phone.tellsEveryCall) return answering(options, run)
  return answering(options, async () => {
    phone.step(`ask ${name}`)
    if (phone.killed) return new Promise<never>(() => {})
    try {
      return await run()
    } finally {
      phone.step(`told ${name}`)
      if (phone.killed) await new Promise<never>(() => {})
    }
  })
}

export function answering(options: Options | undefined, run: () => Promise<unknown>): Promise<unknown> | undefined {
  const answer = run().then((result) => ({ errMsg: 'ok', ...(result as object) }))
  if (!options?.success && !options?.fail && !options?.complete) return answer
  answer.then(
    (result) => {
      options.success?.(result)
      options.complete?.(result)
    },
    (cause) => {
      options.fail?.(cause)
      options.complete?.(cause)
    },
  )
  return undefined
}

function navigationCalls(phone: Phone, navigate: Navigation) {
  const to = (way: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab') => (options: Options & { url: string }) =>
    askedOf(phone, way, options, () => navigate[way](options.url))
  return {
    navigateTo: to('navigateTo'),
    redirectTo: to('redirectTo'),
    reLaunch: to('reLaunch'),
    switchTab: to('switchTab'),
    navigateBack: (options?: Options & { delta?: number }) =>
      askedOf(phone, 'navigateBack', options, () => navigate.navigateBack(options?.delta ?? 1)),
  }
}

/**
 * Values are kept as text, as on a phone: what is stored cannot be changed from outside afterwards. A full phone throws,
 * a killed app stores nothing any more.
 */
function storageCalls(phone: Phone) {
  const { storage } = phone
  const get = (key: string) => (storage.has(key) ? JSON.parse(storage.get(key)!) : '')
  const set = (key: string, value: unknown) => {
    phone.step(`set ${key}`)
    if (phone.killed) return
    if (phone.storageIsFull) throw new Error('setStorageSync:fail exceed storage max size 10Mb')
    storage.set(key, JSON.stringify(value))
    phone.step(`after set ${key}`)
  }
  const remove = (key: string) => {
    phone.step(`remove ${key}`)
    if (phone.killed) return
    storage.delete(key)
    phone.step(`after remove ${key}`)
  }
  const size = () => Math.ceil([...storage].reduce((sum, [key, value]) => sum + key.length + value.length, 0) / 1024)
  return {
    getStorageSync: get,
    setStorageSync: set,
    removeStorageSync: remove,
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: size(), limitSize: 10240 }),
    getStorage: (options: Options & { key: string }) =>
      answering(options, async () => {
        if (!storage.has(options.key)) throw { errMsg: 'getStorage:fail data not found' }
        return { data: get(options.key) }
      }),
    setStorage: (options: Options & { key: string; data: unknown }) =>
      answering(options, async () => set(options.key, options.data)),
    removeStorage: (options: Options & { key: string }) => answering(options, async () => remove(options.key)),
  }
}

/** Layout does not exist here: every node is where it is asked for, of no size. */
function createSelectorQuery(phone: Phone) {
  const asked: unknown[] = []
  const nowhere = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0, scrollTop: 0, scrollLeft: 0 }
  const node = () => {
    const answer = (callback?: (rect: unknown) => void) => {
      asked.push(nowhere)
      callback?.(nowhere)
      return query
    }
    return {
      boundingClientRect: answer,
      scrollOffset: answer,
      fields: (_: unknown, callback?: (rect: unknown) => void) => answer(callback),
      node: answer,
    }
  }
  const query = {
    select: node,
    selectAll: node,
    selectViewport: node,
    in: () => query,
    exec: (callback?: (rects: unknown[]) => void) => phone.later(() => callback?.(asked)),
  }
  return query
}
