import Taro from '@tarojs/taro'
import type { StageSize } from './stage'

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

export function onStageKey(): () => void {
  return () => {}
}
