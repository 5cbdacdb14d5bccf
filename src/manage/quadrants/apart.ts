/** px, from the picture's lower left corner. */
export type Box = { left: number; right: number; bottom: number; top: number }

/** Where something may be written, and how little it is liked there. */
export type Candidate = { box: Box; cost: number }

/** Two that lie over each other cannot be read: dearer than anything but to leave the picture. */
export const OVER_EACH_OTHER = 100

/**
 * For each the number of the candidate that it takes, so that all costs are least in sum. Whoever has the most in its way
 * chooses first; a way that cannot become cheaper than the best so far is left. Where so many stand together that this
 * takes too long, the best that was found is the answer: a phone draws it while somebody waits.
 */
export function apart(all: readonly (readonly Candidate[])[]): number[] {
  const over = whoIsOverWhom(all)
  const inTheWay = over.map((own) => own.reduce((sum, others) => sum + others.length, 0))
  const order = all.map((_, i) => i).sort((a, b) => inTheWay[b]! - inTheWay[a]!)
  const taken: number[] = all.map(() => NOTHING)
  let best = { cost: Number.POSITIVE_INFINITY, taken: all.map(() => 0) }
  let steps = 0
  take(0, 0)
  return best.taken

  function take(n: number, cost: number): void {
    if (n === order.length) {
      best = { cost, taken: [...taken] }
      return
    }
    const i = order[n]!
    for (const [a, price] of cheapestFirst(i)) {
      if (++steps > MOST_STEPS && best.cost < Number.POSITIVE_INFINITY) break
      taken[i] = a
      if (cost + price + leastOfRest(n + 1) < best.cost) take(n + 1, cost + price)
    }
    taken[i] = NOTHING
  }

  function cheapestFirst(i: number): [number, number][] {
    return all[i]!.map((_, a): [number, number] => [a, priceOf(i, a)]).sort((one, other) => one[1] - other[1])
  }

  /** No way to go on costs less. */
  function leastOfRest(n: number): number {
    let sum = 0
    for (const i of order.slice(n)) sum += Math.min(...all[i]!.map((_, a) => priceOf(i, a)))
    return sum
  }

  /** Beside what is taken already. */
  function priceOf(i: number, a: number): number {
    let price = all[i]![a]!.cost
    for (const [j, b] of over[i]![a]!) if (taken[j] === b) price += OVER_EACH_OTHER
    return price
  }
}

const MOST_STEPS = 2000
const NOTHING = -1

/** For each candidate the others' that it would lie over, as [whose, which]. */
function whoIsOverWhom(all: readonly (readonly Candidate[])[]): [number, number][][][] {
  return all.map((own, i) =>
    own.map(({ box }) =>
      all.flatMap((others, j) =>
        others.flatMap((other, b): [number, number][] => (j !== i && lieOver(box, other.box) ? [[j, b]] : [])),
      ),
    ),
  )
}

export function lieOver(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top
}
