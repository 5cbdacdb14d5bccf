/** For each thing that is waited for: where all cores are busy, a function that nobody has called yet takes its time. */
export const PATIENCE_MS = 60_000

/**
 * What a tap brings about when the page or the cloud comes to it: looked at again until it holds. What it lacked last is
 * thrown. `await eventually(() => expect(web.round().proposals).toEqual([]))`
 */
export async function eventually(holds: () => unknown): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      await holds()
      return
    } catch (lacking) {
      if (Date.now() > until) throw lacking
    }
    await new Promise((later) => setTimeout(later, 100))
  }
}
