import type { StageKey, StageSize } from './stage'
import { KEYS_IN_WORDS, stageKeyOf } from './stage-keys'

export function stageSize(): StageSize {
  return { width: innerWidth, height: innerHeight, left: 0, right: 0, corner: 0 }
}

export function onStageResize(changed: () => void): () => void {
  addEventListener('resize', changed)
  return () => removeEventListener('resize', changed)
}

export const PROJECTING = `投影用电脑打开，按 F11 全屏：${KEYS_IN_WORDS}`

/**
 * Before any control hears of it: after a click the control has the focus, and the space bar must still turn one slide,
 * not press it again. Enter presses what has the focus.
 */
export function onStageKey(pressed: (key: StageKey) => void): () => void {
  const listener = (event: KeyboardEvent) => {
    const key = event.ctrlKey || event.metaKey || event.altKey ? undefined : stageKeyOf(event.key)
    if (!key) return
    event.preventDefault()
    event.stopPropagation()
    pressed(key)
  }
  addEventListener('keydown', listener, true)
  return () => removeEventListener('keydown', listener, true)
}
