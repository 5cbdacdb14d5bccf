const MINUTE = 60_000

/** How long an appeal is still open, by the minute: 还剩 43 分钟. Empty once it is over. */
export function timeLeft(until: number, now: number): string {
  const minutes = Math.floor((until - now) / MINUTE)
  if (until <= now) return ''
  return minutes < 1 ? '还剩不到 1 分钟' : `还剩 ${minutes} 分钟`
}
