/** What a demonstration goal is worth, and in which steps it is marked, where the scheme's settings do not say. */
import type { RoundDoc } from './documents'

export function goalFull({ settings }: Pick<RoundDoc, 'settings'>): number {
  return settings.goalFull ?? 10
}

export function goalStep({ settings }: Pick<RoundDoc, 'settings'>): number {
  return settings.goalStep ?? 0.5
}
