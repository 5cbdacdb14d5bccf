import Taro from '@tarojs/taro'

/** One of several pictures over the whole screen; a swipe leads to the next. */
export function lookAtPhotos(urls: string[], current: string): void {
  void Taro.previewImage({ urls, current })
}
