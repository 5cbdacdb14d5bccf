/** Chance from a seed: the same seed, the same day. (mulberry32; Tommy Ettinger, public domain) */
export type Chance = ReturnType<typeof chanceFrom>

export function chanceFrom(seed: number) {
  let state = seed >>> 0
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    fraction,
    /** A whole number from `least` to `most`, both possible. */
    between: (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1)),
    happens: (probability: number) => fraction() < probability,
    oneOf: <T>(choices: readonly T[]): T => choices[Math.floor(fraction() * choices.length)]!,
    /** Chance of its own for a part, so that one more draw there changes nothing here. */
    forPart: (part: number) => chanceFrom(Math.imul(seed + 1, 2_654_435_761) ^ Math.imul(part + 1, 40_503)),
  }
}
