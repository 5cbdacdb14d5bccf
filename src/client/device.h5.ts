import Taro from '@tarojs/taro'
import { person } from './demo-person.h5'

// In a production build Taro answers an unknown web API with success, so only what it really has is asked of it.

export function launch() {
  const search = new URLSearchParams(location.search)
  const [, path = '', hashSearch = ''] = /^#?\/?([^?]*)\??(.*)$/.exec(location.hash) ?? []
  const query = Object.fromEntries([...search, ...new URLSearchParams(hashSearch)])
  return { path, query, scene: Number(query.scene) || 1001 }
}

/** A browser has no scanner we could promise: the page lets the person choose or type a code. */
export async function scan() {
  return { kind: 'unavailable' } as const
}

export async function randomBytes(count: number) {
  return crypto.getRandomValues(new Uint8Array(count))
}

export async function isOnline() {
  return navigator.onLine
}

export function onNetworkChange(changed: (online: boolean) => void) {
  const up = () => changed(true)
  const down = () => changed(false)
  addEventListener('online', up)
  addEventListener('offline', down)
  return () => {
    removeEventListener('online', up)
    removeEventListener('offline', down)
  }
}

export function onAppShow(shown: () => void) {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') shown()
  })
}

export function deviceModel() {
  return /Mobi/.test(navigator.userAgent) ? '手机浏览器' : '电脑浏览器'
}

/** Several people of the demo share one browser: each has drawers of their own. */
const drawer = `lalian/${person()}/`

export const storage = {
  get(key: string): unknown {
    const text = localStorage.getItem(drawer + key)
    return text === null ? undefined : JSON.parse(text)
  },
  set(key: string, value: unknown) {
    localStorage.setItem(drawer + key, JSON.stringify(value))
  },
  remove(key: string) {
    localStorage.removeItem(drawer + key)
  },
  keys(): string[] {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(drawer))
      .map((key) => key.slice(drawer.length))
  },
}

export function haptic() {
  navigator.vibrate?.(10)
}

/** A browser has no say in the brightness. */
export function keepScreenBright() {
  const lock = navigator.wakeLock?.request('screen').catch(() => undefined)
  return () => void lock?.then((held) => held?.release())
}

/** The browser's own type size, or ?type=large to look at it. */
export function typeSize() {
  const asked = new URLSearchParams(location.search).get('type')
  const browser = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return asked === 'large' || browser >= 20 ? 'large' : 'normal'
}

export { confirm, say } from './dialogs'

export function setTitle(title: string) {
  document.title = title || '乡村振兴拉练'
}

export function statusBarHeight() {
  return 0
}

export async function copy(text: string) {
  await Taro.setClipboardData({ data: text })
}

pressableByKeyboard()

/** Our controls are views with a role; a browser's keyboard must reach them like buttons. */
function pressableByKeyboard() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    const control = event.target as HTMLElement
    if (!control.matches('[role][tabindex]')) return
    event.preventDefault()
    control.click()
  })
}
