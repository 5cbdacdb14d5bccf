/** Chance from a seed, so that a round that gives something away can be looked at again. */
export type Random = ReturnType<typeof randomOf>

export function randomOf(seed: number) {
  let state = seed * 2_654_435_761 + 1
  const next = () => {
    // xorshift32
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const from = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    from,
    /** Often nobody or a handful, now and then more. */
    few: (most: number) => (from(0, 2) === 0 ? from(0, 4) : from(0, 3) === 0 ? 0 : from(5, most)),
    /** How a village feels: how often each level from 0 (不了解) to 5. */
    mood: (): number[] => {
      const kinds = [
        [1, 0, 1, 3, 10, 20],
        [0, 0, 0, 0, 1, 40],
        [2, 2, 3, 5, 5, 5],
        [0, 6, 6, 4, 1, 0],
        [6, 0, 0, 2, 10, 10],
        [0, 1, 0, 0, 0, 12],
      ]
      return kinds[from(0, kinds.length - 1)]!
    },
    level(mood: readonly number[]): number {
      let left = from(
        1,
        mood.reduce((a, b) => a + b, 0),
      )
      for (const [level, weight] of mood.entries()) {
        left -= weight
        if (left <= 0) return level
      }
      return mood.length - 1
    },
  }
}
