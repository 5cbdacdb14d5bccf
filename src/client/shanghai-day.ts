/** The day `2026-11-24` it is in Shanghai, whatever zone the phone is set to. */
export function shanghaiDay(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
}
