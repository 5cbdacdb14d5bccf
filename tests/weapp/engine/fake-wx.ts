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

  return {
    ...navigationCalls(navigate),
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
    getMenuButtonBoundingClientRect: () => ({ left: 295, top: 50, right: 382, bottom: 82, width: 87, height: 32 }),
    getLaunchOptionsSync: () => phone.launch,
    getEnterOptionsSync: () => phone.launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'release', version: '' } }),
    canIUse: () => true,
    nextTick: (then: () => void) => setTimeout(then, 0),
    scanCode: (options?: Options) =>
      answering(options, async () => {
        phone.scanned.push(options)
        return phone.scan()
      }),
    getNetworkType: (options?: Options) =>
      answering(options, async () => ({ networkType: phone.online ? '4g' : 'none' })),
    onNetworkStatusChange: (listener: NetworkListener) => phone.networkListeners.add(listener),
    offNetworkStatusChange: (listener: NetworkListener) => phone.networkListeners.delete(listener),
    getRandomValues: (options: Options & { length: number }) =>
      answering(options, async () => ({
        randomValues: globalThis.crypto.getRandomValues(new Uint8Array(options.length)).buffer,
      })),
    vibrateShort: (options?: Options) => answering(options, async () => void phone.haptics++),
    showToast: (options: Options & { title: string }) =>
      answering(options, async () => void phone.toasts.push(options.title)),
    hideToast: (options?: Options) => answering(options, async () => undefined),
    showModal: (options: Options & { title: string; content: string }) =>
      answering(options, async () => {
        phone.questions.push(`${options.title} ${options.content}`.trim())
        const agreed = phone.answersYes
        return { confirm: agreed, cancel: !agreed }
      }),
    setNavigationBarTitle: (options: Options & { title: string }) =>
      answering(options, async () => void phone.titles.push(options.title)),
    setClipboardData: (options: Options & { data: string }) =>
      answering(options, async () => void phone.clipboard.push(options.data)),
    pageScrollTo: (options: Options) => answering(options, async () => void phone.scrolls.push(options)),
    hideKeyboard: (options?: Options) => answering(options, async () => undefined),
    createSelectorQuery,
    createIntersectionObserver: () => ({ relativeToViewport: () => ({ observe() {} }), disconnect() {} }),
  }
}

export type CloudCall = Options & { name: string; data: unknown }
export type NetworkListener = (state: { isConnected: boolean; networkType: string }) => void
export type Navigation = Record<
  'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab',
  (url: string) => Promise<void>
> & { navigateBack(delta: number): Promise<void> }

export type Options = { success?(answer: unknown): void; fail?(cause: unknown): void; complete?(answer: unknown): void }

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

function navigationCalls(navigate: Navigation) {
  const to = (way: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab') => (options: Options & { url: string }) =>
    answering(options, () => navigate[way](options.url))
  return {
    navigateTo: to('navigateTo'),
    redirectTo: to('redirectTo'),
    reLaunch: to('reLaunch'),
    switchTab: to('switchTab'),
    navigateBack: (options?: Options & { delta?: number }) =>
      answering(options, () => navigate.navigateBack(options?.delta ?? 1)),
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
function createSelectorQuery() {
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
    exec: (callback?: (rects: unknown[]) => void) => setTimeout(() => callback?.(asked), 0),
  }
  return query
}
