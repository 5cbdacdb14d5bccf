/** So many at once, in the order given; the first that fails fails all. */
export async function inLanes<T>(
  things: readonly T[],
  lanes: number,
  work: (thing: T) => Promise<unknown>,
): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: Math.min(lanes, things.length) }, async () => {
      while (next < things.length) await work(things[next++]!)
    }),
  )
}
