/**
 * What fills a store beside a round: copies of its own documents under other ids, of other rounds and other villages, as
 * many years of a city leave them; or of the same round, to see what a call costs the more of it there is.
 */
import { createHash } from 'node:crypto'
import type { LocalCloud } from '../../local-cloud'
import type { Doc } from '../../local-cloud/ejson'
import type { Stand } from '../seals/stage'

/**
 * Shares of a store, in thousandths. Not here: what is bounded by the programme (`bounded`), and ballots, which name no
 * round and are gone whenever one is sealed.
 */
const shares: Record<string, number> = {
  answers: 500,
  cards: 130,
  voices: 100,
  audits: 120,
  files: 40,
  findings: 30,
  highlights: 15,
  scorecards: 15,
  arrivals: 15,
  measurements: 15,
  goals: 10,
  deductions: 5,
  late: 5,
}

/** However many years: people, villages, schemes and rounds of one city, the gate and the bursts of the survey that is open. */
export const bounded = ['programme', 'members', 'villages', 'schemes', 'rounds', 'secrets', 'bursts']

/** Where no stand holds one to copy. */
const examples: Record<string, Doc> = {
  findings: { category: 'detail', state: 'open', text: '村口标语褪色', photos: [], by: 'I01', at: 1, villageId: 'W1' },
  highlights: { text: '古樟树保护得好', photos: [], by: 'I01', itemId: null, at: 1, villageId: 'W1' },
  files: {
    uploader: 'I01',
    of: 'finding',
    villageId: 'W1',
    fileId: 'cloud://local-cloud.local/photos/a.jpg',
    bytes: 1000,
  },
}

/** Documents by collection, `count` in all. Ids are spread over all ids, so that none of them lie behind the round's own. */
export function others(stands: readonly Stand[], count: number): Record<string, Doc[]> {
  return byCollection((collection) => {
    const like = exampleOf(collection, stands)
    return Array.from({ length: Math.round((count * shares[collection]!) / 1000) }, (_, n) => ({
      ...like,
      _id: idOf(`other ${collection} ${n}`),
      roundId: `former-${n % 12}`,
      ...('villageId' in like && { villageId: `W${n % 150}` }),
    }))
  })
}

/** More of the round itself, by collection: what a day can bring by the thousand. */
export type Own = { answers: number; ballots: number; cards: number; voices: number; audits: number }

/** In one village, which no call is about: there the few stay few. */
export function more(stands: readonly Stand[], { roundId, villageId }: Doc, own: Own): Record<string, Doc[]> {
  return Object.fromEntries(
    Object.entries(own).map(([collection, count]) => {
      const like = exampleOf(collection, stands)
      const place = { ...('roundId' in like && { roundId }), ...('villageId' in like && { villageId }) } as Doc
      return [
        collection,
        Array.from({ length: count }, (_, n) => ({ ...like, ...place, _id: idOf(`more ${collection} ${n}`) })),
      ]
    }),
  )
}

export function grow(cloud: LocalCloud, documents: Record<string, readonly Doc[]>): void {
  for (const [collection, docs] of Object.entries(documents)) cloud.seed(collection, docs)
}

export function take(cloud: LocalCloud, documents: Record<string, readonly Doc[]>): void {
  for (const [collection, docs] of Object.entries(documents))
    cloud.unseed(
      collection,
      docs.map(({ _id }) => _id as string),
    )
}

export function sizeOf(documents: Record<string, readonly unknown[]>): number {
  return Object.values(documents).reduce((sum, docs) => sum + docs.length, 0)
}

function byCollection(docsOf: (collection: string) => Doc[]): Record<string, Doc[]> {
  return Object.fromEntries(Object.keys(shares).map((collection) => [collection, docsOf(collection)]))
}

function exampleOf(collection: string, stands: readonly Stand[]): Doc {
  const found = stands.map(({ documents }) => documents[collection]?.[0]).find((doc) => doc !== undefined)
  const like = found ?? examples[collection]
  if (!like) throw new Error(`no document of ${collection} to copy`)
  return like
}

function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
