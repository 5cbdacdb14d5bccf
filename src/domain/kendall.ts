/**
 * Kendall's τ-b of two lists of values, place by place: (concordant − discordant) / √((pairs − ties in a)(pairs − ties in
 * b)), −1…1; null where either is all ties, or there are fewer than two places. Kendall 1945, The treatment of ties in
 * ranking problems, Biometrika 33.
 */
export function kendallTauB(a: readonly number[], b: readonly number[]): number | null {
  let balance = 0
  let apartInA = 0
  let apartInB = 0
  for (let i = 0; i < a.length; i++) {
    for (let k = 0; k < i; k++) {
      const inA = Math.sign(a[i]! - a[k]!)
      const inB = Math.sign(b[i]! - b[k]!)
      balance += inA * inB
      apartInA += inA * inA
      apartInB += inB * inB
    }
  }
  return apartInA === 0 || apartInB === 0 ? null : balance / Math.sqrt(apartInA * apartInB)
}
