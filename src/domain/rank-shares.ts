/** What many drawn ranks say, as intervals and shares of draws. A village's ranks: one a draw. */

/** Shares to four decimals. */
export function share(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/**
 * The ranks left when at most (1 − level) / 2 of the draws go at each end, the ends being whole ranks; widened, where the
 * draws disagree with it, to the rank that the village has.
 */
export function rankInterval(ranks: Uint32Array, level: number, own: number): [best: number, worst: number] {
  const sorted = ranks.slice().sort()
  const last = sorted.length - 1
  // The tail as a whole number of draws; 0.05 · 1000 may come out a hair below 50.
  const tail = Math.min(Math.max(Math.floor(((1 - level) / 2) * sorted.length + 1e-9), 0), last >> 1)
  return [Math.min(sorted[tail]!, own), Math.max(sorted[last - tail]!, own)]
}

/** Share of draws in which the lower one came out above; level with the other counts half. */
export function swapShare(above: Uint32Array, below: Uint32Array): number {
  let halves = 0
  for (let draw = 0; draw < above.length; draw++) {
    if (below[draw]! < above[draw]!) halves += 2
    else if (below[draw] === above[draw]) halves += 1
  }
  return share(halves / 2 / above.length)
}

/** Share of draws that each village came first in; those who share a first place share the draw. */
export function chancesOfFirst(ranksOf: readonly Uint32Array[]): number[] {
  const draws = ranksOf[0]?.length ?? 0
  const firsts = new Uint32Array(draws)
  for (const ranks of ranksOf) for (let draw = 0; draw < draws; draw++) if (ranks[draw] === 1) firsts[draw]!++
  return ranksOf.map((ranks) => {
    let sum = 0
    for (let draw = 0; draw < draws; draw++) if (ranks[draw] === 1) sum += 1 / firsts[draw]!
    return share(sum / draws)
  })
}
