import Taro from '@tarojs/taro'
import type { StageKey, StageSize } from './stage'
import { KEYS_IN_WORDS, stageKeyOf } from './stage-keys'

/** What WeChat's button takes where it does not say: 87 wide, with air on both sides. */
const CORNER = 110

export function stageSize(): StageSize {
  const window = wx.getWindowInfo?.() ?? Taro.getSystemInfoSync()
  // While the phone is still turning, the sides are told the other way round.
  const width = Math.max(window.windowWidth, window.windowHeight)
  const height = Math.min(window.windowWidth, window.windowHeight)
  const safe = window.safeArea
  const isTurned = safe !== undefined && window.windowWidth >= window.windowHeight
  const left = isTurned ? Math.max(0, safe.left) : 0
  const right = isTurned ? Math.max(0, width - safe.right) : 0
  return { width, height, left, right, corner: CORNER }
}

export function onStageResize(changed: () => void): () => void {
  wx.onWindowResize?.(changed)
  return () => wx.offWindowResize?.(changed)
}

export const PROJECTING = `投影用电脑上的微信打开，把窗口放到最大：${KEYS_IN_WORDS}用手机投屏，横过来放。`

/** Base library 3.6.0 on, in WeChat for computers. */
export function onStageKey(pressed: (key: StageKey) => void): () => void {
  const listener = ({ key, altKey }: { key: string; altKey?: boolean }) => {
    const meant = altKey ? undefined : stageKeyOf(key)
    if (meant) pressed(meant)
  }
  wx.onKeyDown?.(listener)
  return () => wx.offKeyDown?.(listener)
}
