import Taro from '@tarojs/taro'

/** Brings what has this id under the page's head, which stays in place and is so many px high. */
export function scrollTo(id: string, headHeight: number): void {
  // After the page has drawn what was asked for.
  setTimeout(() => void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -headHeight, duration: 200 }), 50)
}

export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}
