/** Counts before and after one answer: whether it counts, as the only bit a page could give away. */
import { createHash } from 'node:crypto'
import type { Attack } from './claims'
import { objectsIn } from './evidence'

export const byCounts: Attack = {
  name: 'counts before and after one answer',
  control: 'weakened store',
  about: 'counted',
  claims: (_, { watched }) => [
    new Map(watched.map(({ subject, before, after }) => [subject, saidOf(before, after) ?? coin(subject)])),
  ],
}

/** A number of those that count that grew, or did not while another did. */
function saidOf(before: unknown, after: unknown): 'counted' | 'not' | null {
  const grown = (name: RegExp) => sum(after, name) - sum(before, name)
  const counting = grown(/^(counting|valid|counted)$/)
  if (counting > 0) return 'counted'
  const isTold = [...objectsIn(after)].some((object) => 'counting' in object)
  if (isTold) return 'not'
  // Only whether a quota is reached speaks of those that count.
  return grown(/^quotaReached$/) > 0 ? 'counted' : null
}

function sum(value: unknown, name: RegExp): number {
  return [...objectsIn(value)]
    .flatMap((object) => Object.entries(object))
    .filter(([key]) => name.test(key))
    .reduce((total, [, one]) => total + Number(one), 0)
}

function coin(subject: string): 'counted' | 'not' {
  return createHash('sha256').update(subject).digest()[0]! < 128 ? 'counted' : 'not'
}
