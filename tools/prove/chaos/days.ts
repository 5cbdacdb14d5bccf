/** A day in its figures: what it sealed, what stood there before, what was done to it. */

import { bundledApps, drive } from './drive'
import { type Comparable, comparable, holdsSealed } from './holds'
import { smallDay, wholeDay } from './plan'
import { type Harm, NO_TROUBLES, troublesFrom } from './troubles'
import type { Fate } from './weather'

export type Size = 'small' | 'whole'

export const harms: Record<Size, Harm> = {
  small: { appKills: 5, serverKills: 4 },
  whole: { appKills: 50, serverKills: 20 },
}

export interface DayPart {
  size: Size
  /** Null: nothing fails. */
  seed: number | null
  instances: number
}

export interface Day extends Comparable {
  calls: number
  fates: Record<Fate | 'down', number>
  appKills: number
  serverKills: number
  received: number
  cards: number
}

export async function liveDay(
  { size, seed, instances }: DayPart,
  progress: (share: number) => void = () => {},
): Promise<Day> {
  const plan = size === 'small' ? smallDay() : wholeDay()
  const troubles = seed === null ? NO_TROUBLES : troublesFrom(seed, plan, harms[size])
  let told = 0
  const lived = await drive({
    plan,
    apps: await bundledApps(),
    seed: seed ?? 0,
    instances,
    troubles,
    progress(share) {
      if (share < told + 0.01) return
      told = share
      progress(share)
    },
  })
  holdsSealed(plan, lived)
  const { weather: fates, appKills, serverKills, received } = lived
  const calls = Object.values(fates).reduce((sum, n) => sum + n, 0)
  return { ...comparable(lived), calls, fates, appKills, serverKills, received, cards: plan.cards.length }
}
