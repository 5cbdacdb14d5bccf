/** The day `2026-11-24` in Asia/Shanghai at this moment. (domain/ has no Date.) */
export function shanghaiDay(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
}
