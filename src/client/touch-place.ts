import type { ITouchEvent } from '@tarojs/components'
import Taro from '@tarojs/taro'

export type Place = { x: number; y: number }

/** Where on the element of this id a finger came down, in thousandths of its width and height. */
export function touchPlace(touch: ITouchEvent, id: string): Promise<Place> {
  return new Promise((done) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((found) => {
        const { left, top, width, height } = found as Taro.NodesRef.BoundingClientRectCallbackResult
        const { x, y } = fingerOf(touch)
        done({ x: thousandth(x - left, width), y: thousandth(y - top, height) })
      })
      .exec()
  })
}

/** The mini-program tells the finger, the web the click. Both against the window, like the element's place. */
function fingerOf(touch: ITouchEvent): Place {
  const [finger] = touch.changedTouches ?? []
  if (finger) return { x: finger.clientX, y: finger.clientY }
  const { clientX, clientY } = touch as unknown as { clientX: number; clientY: number }
  return { x: clientX, y: clientY }
}

function thousandth(part: number, whole: number): number {
  if (whole <= 0) return 500
  return Math.min(1000, Math.max(0, Math.round((1000 * part) / whole)))
}
