/** Exact numbers: a top and a bottom, always in lowest terms, the bottom above 0. */
export class Fraction {
  readonly top: bigint
  readonly bottom: bigint

  constructor(top: bigint, bottom = 1n) {
    if (bottom === 0n) throw new Error('nothing can be divided by 0')
    const common = greatestDivisor(top, bottom) * (bottom < 0n ? -1n : 1n)
    this.top = top / common
    this.bottom = bottom / common
  }

  plus({ top, bottom }: Fraction): Fraction {
    return new Fraction(this.top * bottom + top * this.bottom, this.bottom * bottom)
  }

  minus({ top, bottom }: Fraction): Fraction {
    return new Fraction(this.top * bottom - top * this.bottom, this.bottom * bottom)
  }

  times({ top, bottom }: Fraction): Fraction {
    return new Fraction(this.top * top, this.bottom * bottom)
  }

  over({ top, bottom }: Fraction): Fraction {
    return new Fraction(this.top * bottom, this.bottom * top)
  }

  /** Below 0, 0 or above 0: as a list is sorted, smallest first. */
  compare(other: Fraction): number {
    const { top } = this.minus(other)
    return top < 0n ? -1 : top > 0n ? 1 : 0
  }

  abs(): Fraction {
    return this.top < 0n ? new Fraction(-this.top, this.bottom) : this
  }
}

export const zero = new Fraction(0n)

/** The exact decimal that ECMAScript prints: 0.1 is one tenth. */
export function exact(value: number | bigint): Fraction {
  const [, sign, whole, decimals = '', power = '0'] = String(value).match(/^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/)!
  const digits = new Fraction(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length))
  const ten = new Fraction(10n ** BigInt(Math.abs(Number(power))))
  return Number(power) < 0 ? digits.over(ten) : digits.times(ten)
}

export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((before, value) => before.plus(value), zero)
}

export function smaller(one: Fraction, other: Fraction): Fraction {
  return one.compare(other) < 0 ? one : other
}

export function larger(one: Fraction, other: Fraction): Fraction {
  return one.compare(other) > 0 ? one : other
}

/** To thirty decimals: more than is ever shown. */
export function squareRoot({ top, bottom }: Fraction): Fraction {
  const places = 10n ** 30n
  return new Fraction(wholeRoot((top * places * places) / bottom), places)
}

function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value
  let guess = value
  for (;;) {
    const next = (guess + value / guess) / 2n
    if (next >= guess) return guess
    guess = next
  }
}

function greatestDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
