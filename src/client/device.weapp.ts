import Taro from '@tarojs/taro'

export function launch() {
  const { path, query, scene } = Taro.getEnterOptionsSync()
  return { path: path ?? '', query: decoded(query), scene: Number(scene) || 1001 }
}

export async function scan() {
  try {
    const { result, path } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode', 'wxCode' as 'qrCode'] })
    return { kind: 'code', text: path || result } as const
  } catch {
    return { kind: 'cancelled' } as const
  }
}

export function randomBytes(count: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const options = {
      length: count,
      success: (answer: { randomValues: ArrayBuffer }) => resolve(new Uint8Array(answer.randomValues)),
      fail: (cause: { errMsg?: string }) => reject(new Error(`no random bytes: ${cause.errMsg}`)),
    }
    // Base library 2.19 on; before it the same call is the crypto manager's (2.17.3).
    if (wx.getRandomValues) wx.getRandomValues(options)
    else wx.getUserCryptoManager().getRandomValues(options)
  })
}

export async function isOnline() {
  const { networkType } = await Taro.getNetworkType()
  return networkType !== 'none'
}

export function onNetworkChange(changed: (online: boolean) => void) {
  const listener = (state: { isConnected: boolean }) => changed(state.isConnected)
  Taro.onNetworkStatusChange(listener)
  return () => Taro.offNetworkStatusChange(listener)
}

export function onAppShow(shown: () => void) {
  wx.onAppShow(shown)
}

const BRANDS: Record<string, string> = { huawei: '华为', honor: '荣耀', xiaomi: '小米', redmi: '红米' }

/** `iPhone 13<iPhone14,5>` is what WeChat says of an iPhone. */
export function deviceModel() {
  const { brand = '', model = '' } = wx.getDeviceInfo?.() ?? Taro.getSystemInfoSync()
  const name = model.replace(/<.*/, '').trim()
  const isSaid = brand === 'iPhone' || name.toLowerCase().startsWith(brand.toLowerCase())
  return isSaid ? name : `${BRANDS[brand.toLowerCase()] ?? brand} ${name}`
}

export const storage = {
  get(key: string): unknown {
    const value = Taro.getStorageSync(key)
    return value === '' ? undefined : value
  },
  set(key: string, value: unknown) {
    Taro.setStorageSync(key, value)
  },
  remove(key: string) {
    Taro.removeStorageSync(key)
  },
  keys(): string[] {
    return [...Taro.getStorageInfoSync().keys]
  },
}

export function haptic() {
  Taro.vibrateShort({ type: 'light' }).catch(() => {})
}

/** Full brightness for the mini-program, and what it was before afterwards. Both calls are newer than some phones. */
export function keepScreenBright() {
  const before = new Promise<number>((known) => {
    wx.getScreenBrightness?.({ success: ({ value }) => known(value), fail: () => known(-1) })
  })
  wx.setKeepScreenOn?.({ keepScreenOn: true })
  void before.then(() => wx.setScreenBrightness?.({ value: 1 }))
  return () => {
    wx.setKeepScreenOn?.({ keepScreenOn: false })
    void before.then((value) => value >= 0 && wx.setScreenBrightness?.({ value }))
  }
}

/** WeChat's own type size: 16 or 17 is the middle of its scale; from 20 on we take the large one. */
export function typeSize() {
  return (wx.getAppBaseInfo?.().fontSizeSetting ?? 16) >= 20 ? 'large' : 'normal'
}

export { confirm, say } from './dialogs'

export function setTitle(title: string) {
  Taro.setNavigationBarTitle({ title })
}

export function statusBarHeight(): number {
  return wx.getWindowInfo?.().statusBarHeight ?? 20
}

export async function copy(text: string) {
  await Taro.setClipboardData({ data: text })
}

function decoded(query: Record<string, string | undefined> | undefined): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [key, value] of Object.entries(query ?? {})) plain[key] = decodeURIComponent(value ?? '')
  return plain
}
