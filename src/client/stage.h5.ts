import type { StageKey, StageSize } from './stage'

export function stageSize(): StageSize {
  return { width: innerWidth, height: innerHeight, left: 0, right: 0, corner: 0 }
}

export function onStageResize(changed: () => void): () => void {
  addEventListener('resize', changed)
  return () => removeEventListener('resize', changed)
}

/** Remotes send PageDown and PageUp, some a full stop for a dark screen. */
const KEYS: Record<string, StageKey> = {
  ' ': 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  b: 'pause',
  B: 'pause',
  '.': 'pause',
  Escape: 'leave',
}

/**
 * Before any control hears of it: after a click the control has the focus, and the space bar must still turn one slide,
 * not press it again. Enter presses what has the focus.
 */
export function onStageKey(pressed: (key: StageKey) => void): () => void {
  const listener = (event: KeyboardEvent) => {
    const key = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key]
    if (!key) return
    event.preventDefault()
    event.stopPropagation()
    pressed(key)
  }
  addEventListener('keydown', listener, true)
  return () => removeEventListener('keydown', listener, true)
}
