import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** By this name anybody can find the generator and repeat the draws. */
export const GENERATOR = 'xoroshiro128plus'

/** Chance that follows from a digest alone: the same digest gives the same numbers, on every machine. */
export type Random = {
  /** A whole number from 0 to below `n`, for n up to 2^20. Multiplied, not divided: uneven by at most n / 2^32. */
  below(n: number): number
}

/**
 * xoroshiro128+ (Blackman & Vigna 2018, low 32 bits; pure-rand 8), its state the first four 32-bit words of the digest in
 * the order s01, s00, s11, s10.
 */
export function generatorFromDigest(digest: string): Random {
  const hex = /^sha256:([0-9a-f]{32})[0-9a-f]{32}$/.exec(digest)?.[1]
  if (hex === undefined) throw new Error(`${digest} is no digest of a round`)
  const state = [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16) | 0)
  if (state.every((word) => word === 0)) throw new Error('From a state of noughts this generator gives only noughts')
  const generator = xoroshiro128plusFromState(state)
  return { below: (n) => ((generator.next() >>> 0) * n * 2 ** -32) >>> 0 }
}
