export type DrawnStanding = Record<'common' | 'demonstration' | 'satisfaction' | 'deductions', Float64Array>

/** Writes the ranks of the villages, one each, by the rule of ranking.ts in doubles. */
export function rankDraw(standing: DrawnStanding, ranks: Uint32Array): void {
  const total = totals(standing)
  const { satisfaction, demonstration, deductions } = standing
  const order = ranks.map((_, village) => village).sort(compare)
  for (let place = 0, rank = 1; place < order.length; place++) {
    if (place > 0 && compare(order[place - 1]!, order[place]!) !== 0) rank = place + 1
    ranks[order[place]!] = rank
  }

  function compare(a: number, b: number): number {
    return (
      cent(total[b]!) - cent(total[a]!) ||
      cent(satisfaction[b]!) - cent(satisfaction[a]!) ||
      cent(demonstration[b]!) - cent(demonstration[a]!) ||
      cent(deductions[a]!) - cent(deductions[b]!)
    )
  }
}

function totals({ common, demonstration, satisfaction, deductions }: DrawnStanding): Float64Array {
  return common.map((score, i) => Math.max(0, score + demonstration[i]! + satisfaction[i]! - deductions[i]!))
}

function cent(units: number): number {
  return Math.round(units / 100)
}
