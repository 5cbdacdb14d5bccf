/** Reads the sums in a text and reckons them anew, from nothing but what is printed. */

/** Every sum that does not come right; `=` must be exact, `≈` rounded half away from zero to the decimals printed. */
export function wrongSums(text: string): string[] {
  return sumsIn(text).filter((sum) => !comesRight(sum))
}

export function sumsIn(text: string): string[] {
  return text.match(/[\d(][\d.() +−×÷]*[=≈] −?\d+(\.\d+)?/g) ?? []
}

function comesRight(sum: string): boolean {
  const [left, sign, right] = sum.split(/ ([=≈]) /) as [string, string, string]
  const value = reckoned(left)
  const printed = decimal(right.replace('−', '-'))
  if (sign === '=') return value.top * printed.bottom === printed.top * value.bottom
  if (value.top < 0n) throw new Error(`nothing below 0 is rounded: ${sum}`)
  // printed − ½ ≤ value < printed + ½, in last digits.
  const twice = 2n * (value.top * printed.bottom - printed.top * value.bottom)
  return twice >= -value.bottom && twice < value.bottom
}

type Ratio = { top: bigint; bottom: bigint }

function decimal(text: string): Ratio {
  const [whole = '', fraction = ''] = text.split('.')
  return { top: BigInt(whole + fraction), bottom: 10n ** BigInt(fraction.length) }
}

/** Sums, differences, products, quotients and brackets, as taught. */
function reckoned(expression: string): Ratio {
  const tokens = expression.match(/\d+(\.\d+)?|[()+−×÷]/g) ?? []
  let at = 0
  const value = sum()
  if (at !== tokens.length) throw new Error(`not a sum: ${expression}`)
  return value

  function sum(): Ratio {
    let value = product()
    while (tokens[at] === '+' || tokens[at] === '−') {
      const sign = tokens[at++] === '+' ? 1n : -1n
      const next = product()
      value = {
        top: value.top * next.bottom + sign * next.top * value.bottom,
        bottom: value.bottom * next.bottom,
      }
    }
    return value
  }

  function product(): Ratio {
    let value = factor()
    while (tokens[at] === '×' || tokens[at] === '÷') {
      const isTimes = tokens[at++] === '×'
      const next = factor()
      const [top, bottom] = isTimes ? [next.top, next.bottom] : [next.bottom, next.top]
      value = { top: value.top * top, bottom: value.bottom * bottom }
    }
    return value
  }

  function factor(): Ratio {
    const token = tokens[at++]!
    if (token !== '(') return decimal(token)
    const value = sum()
    at++
    return value
  }
}
