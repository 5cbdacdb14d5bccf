import type { StageKey } from './stage'

/** By `KeyboardEvent.key`, as browsers and WeChat on a computer tell it. Remotes send PageDown and PageUp, some a full stop for a dark screen. */
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

export function stageKeyOf(key: string): StageKey | undefined {
  return Object.hasOwn(KEYS, key) ? KEYS[key] : undefined
}

export const KEYS_IN_WORDS = '空格或 → 下一张，← 上一张，B 暂停，Esc 退出。'
