/** So many responses of a village in one minute are a burst: more than a poster's queue brings. A scheme's default. */
export const BURST = 15

/** Whether any minute held that many. Counted approximately, and told without the minute. */
export function hasBurst(minutes: Record<string, number>, burst: number): boolean {
  return Object.values(minutes).some((count) => count >= burst)
}
