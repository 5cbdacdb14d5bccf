/** What an attack says, and how right it is. */
import type { Evidence } from './evidence'
import type { Known, Subject } from './people'

/** Whose this is: a person, and the response (or the words) said to be theirs. */
export type Claim = ReadonlyMap<Subject, string>

export interface Attack {
  name: string
  /** Where it must succeed, or it proves nothing. */
  control: 'before sealing' | 'weakened store'
  /** Every way it knows; the best one is judged. */
  claims(evidence: Evidence, known: Known): Claim[]
  /** What its claims are about; responses, unless it says otherwise. */
  about?: 'answers' | 'voices' | 'words' | 'counted'
  /** Of whom it can say anything at all; of everybody, unless it says otherwise. */
  of?(subject: Subject, known: Known): boolean
}

/**
 * `right` of `of` people: the best claim. `drift`: how far the order of what is claimed follows the true order, in standard
 * deviations of chance, in the claim where it does most: an order that leaks is seen long before a name is right.
 */
export interface Verdict {
  right: number
  of: number
  drift: number
  /** Of how many people that order was. */
  ordered: number
  tried: number
}

export function judge(claims: readonly Claim[], truth: ReadonlyMap<Subject, string>): Verdict {
  const ranks = new Map([...truth.keys()].map((subject, rank) => [subject, rank]))
  const owners = new Map([...truth].map(([subject, text]) => [text, subject]))
  const verdict = { right: 0, of: truth.size, drift: 0, ordered: 0, tried: claims.length }
  for (const claim of claims) {
    const pairs = [...claim].flatMap(([subject, text]) => {
      const owner = owners.get(text)
      return owner !== undefined && ranks.has(subject) ? [[ranks.get(subject)!, ranks.get(owner)!] as const] : []
    })
    verdict.right = Math.max(verdict.right, pairs.filter(([a, b]) => a === b).length)
    const found = drift(pairs)
    if (found > verdict.drift) Object.assign(verdict, { drift: found, ordered: pairs.length })
  }
  return verdict
}

/** Of a yes or no, guessing is right half of the time: what counts is how far beyond it, in standard deviations. */
export function judgeBits(claims: readonly Claim[], truth: ReadonlyMap<Subject, string>): Verdict {
  const verdict = { right: 0, of: truth.size, drift: 0, ordered: truth.size, tried: claims.length }
  for (const claim of claims) {
    const right = [...truth].filter(([subject, bit]) => claim.get(subject) === bit).length
    const beyond = 2 * right - truth.size
    const deviations = Math.abs(beyond) / Math.sqrt(truth.size)
    verdict.drift = Math.max(verdict.drift, deviations)
    if (deviations >= 5) verdict.right = Math.max(verdict.right, Math.abs(beyond))
  }
  return verdict
}

/** |ρ| · √(n − 1): by chance a standard normal. */
function drift(pairs: ReadonlyArray<readonly [number, number]>): number {
  const n = pairs.length
  if (n < 10) return 0
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / n
  const [a, b] = [mean(0), mean(1)]
  let both = 0
  let ofA = 0
  let ofB = 0
  for (const [x, y] of pairs) {
    both += (x - a) * (y - b)
    ofA += (x - a) ** 2
    ofB += (y - b) ** 2
  }
  return ofA === 0 || ofB === 0 ? 0 : (Math.abs(both) / Math.sqrt(ofA * ofB)) * Math.sqrt(n - 1)
}

/** Three people in five named, or an order that follows theirs with ρ of 0.4 and beyond anything that chance makes. */
export function succeeds({ right, of, drift, ordered }: Verdict): boolean {
  return right >= 0.6 * of || drift >= Math.max(6, 0.4 * Math.sqrt(ordered - 1))
}

/**
 * Guessing names one on average, whoever many there are. Ten and more by chance: 1 in 10 million a claim; a drift of 5
 * and more: 1 in a million.
 */
export function isChance({ right, of, drift }: Verdict): boolean {
  return right < Math.min(10, of / 2) && drift < 5
}

/** The first caller's is the first of the list, and so on; and the other way round. */
export function inOrder(subjects: readonly Subject[], texts: readonly string[]): Claim[] {
  if (texts.length === 0) return []
  const claim = (list: readonly string[]) =>
    new Map(subjects.map((subject, n) => [subject, list[Math.floor((n * list.length) / subjects.length)]!]))
  return [claim(texts), claim([...texts].reverse())]
}
