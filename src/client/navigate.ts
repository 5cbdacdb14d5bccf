import Taro from '@tarojs/taro'

/** Only ASCII ids go into a page's query (the web shows anything else undecoded). */
type Query = Record<string, string>

export function go(page: string, query: Query = {}): void {
  Taro.navigateTo({ url: address(page, query) })
}

/** The new page takes this one's place: back leads to the one before. */
export function replace(page: string, query: Query = {}): void {
  Taro.redirectTo({ url: address(page, query) })
}

/** Nothing to go back to. */
export function restartAt(page: string, query: Query = {}): void {
  Taro.reLaunch({ url: address(page, query) })
}

/** One page back; where there is none (opened by a code), home. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else restartAt('pages/home/index')
}

export function canGoBack(): boolean {
  return Taro.getCurrentPages().length > 1
}

/** This page's query, decoded. */
export function pageQuery(): Query {
  const query: Query = {}
  for (const [key, value] of Object.entries(Taro.getCurrentInstance().router?.params ?? {})) {
    if (!key.startsWith('$') && key !== 'stamp') query[key] = decodeURIComponent(value ?? '')
  }
  return query
}

function address(page: string, query: Query): string {
  const search = Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return `/${page.replace(/^\//, '')}${search && `?${search}`}`
}

export function stopPullDown(): void {
  Taro.stopPullDownRefresh()
}

export function toTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}
