/**
 * Adya's dependencies between transactions on lists that are only appended to, and the cycles they make.
 * ww: the next append is theirs; wr: they read it; rw: they appended what it did not see yet.
 */
import type { Tried } from './history'

export type Kind = 'ww' | 'wr' | 'rw'

export interface Dependency {
  from: Tried
  to: Tried
  kind: Kind
  key: string
}

export type CycleName = 'G0' | 'G1c' | 'G-single' | 'G-nonadjacent' | 'G2-item'

export interface Cycle {
  name: CycleName
  steps: readonly Dependency[]
}

/**
 * A shortest cycle through each dependency, named by the strongest thing that can be said of it: only ww is G0, no rw
 * G1c, one rw G-single, several of which no two follow each other G-nonadjacent, anything else G2-item (write skew).
 * Snapshot isolation forbids all but the last.
 */
export function cyclesOf(dependencies: readonly Dependency[]): Cycle[] {
  const from = new Map<Tried, Dependency[]>()
  for (const one of dependencies) from.set(one.from, [...(from.get(one.from) ?? []), one])
  const found = new Map<string, Cycle>()
  for (const first of dependencies) {
    const cycle = searches.flatMap((search) => throughOf(first, from, search))[0]
    if (!cycle) continue
    const members = cycle.steps.map((step) => step.from.name).sort()
    found.set(`${cycle.name} ${members.join(' ')}`, cycle)
  }
  return [...found.values()]
}

interface Search {
  name: CycleName
  first: Kind
  goesOn: readonly Kind[]
  /** No rw may follow an rw, around the corner neither. */
  apart?: true
}

const searches: readonly Search[] = [
  { name: 'G0', first: 'ww', goesOn: ['ww'] },
  { name: 'G1c', first: 'wr', goesOn: ['ww', 'wr'] },
  { name: 'G-single', first: 'rw', goesOn: ['ww', 'wr'] },
  { name: 'G-nonadjacent', first: 'rw', goesOn: ['ww', 'wr', 'rw'], apart: true },
  { name: 'G2-item', first: 'rw', goesOn: ['ww', 'wr', 'rw'] },
]

/** Breadth first, from where `first` leads back to where it starts. A state is a transaction and whether an rw led to it. */
function throughOf(first: Dependency, from: ReadonlyMap<Tried, Dependency[]>, search: Search): Cycle[] {
  if (first.kind !== search.first) return []
  const seen = { rw: new Set<Tried>(), other: new Set<Tried>() }
  let reached: Dependency[][] = [[first]]
  while (reached.length > 0) {
    const next: Dependency[][] = []
    for (const steps of reached) {
      const last = steps[steps.length - 1]!
      const mayRw = !(search.apart && last.kind === 'rw')
      if (last.to === first.from && mayRw) return [{ name: search.name, steps }]
      for (const step of from.get(last.to) ?? []) {
        if (!search.goesOn.includes(step.kind) || (step.kind === 'rw' && !mayRw)) continue
        const states = search.apart && step.kind === 'rw' ? seen.rw : seen.other
        if (states.has(step.to)) continue
        states.add(step.to)
        next.push([...steps, step])
      }
    }
    reached = next
  }
  return []
}

export function wordsOf({ name, steps }: Cycle): string {
  return `${name}: ${steps.map(({ from, kind, key }) => `${from.name} –${kind} ${key}→ `).join('')}${steps[0]!.from.name}`
}
