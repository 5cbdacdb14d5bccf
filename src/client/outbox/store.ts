/** Where items are kept: one storage key each, written before the item goes out and removed after its answer was taken over. */
import { tell } from '../kept-changes'
import { forget, keep, keptKeys, keptValues } from '../kept-values'
import { type Item, isItem, laneOf, type NewItem } from './item'

const PREFIX = 'out/'
const keyOf = ({ seq }: Pick<Item, 'seq'>) => PREFIX + String(seq).padStart(9, '0')

let kept: Map<string, Item> | undefined
const versions = new Map<string, number>()

/** In the order in which they were made. */
export function items(): Item[] {
  return [...all().values()].sort((a, b) => a.seq - b.seq)
}

export function itemById(id: string): Item | undefined {
  return all().get(id)
}

export function itemsOfLane(lane: string): Item[] {
  return items().filter((item) => laneOf(item) === lane)
}

/** Another number whenever something of this lane has changed. */
export function laneVersion(lane: string): number {
  return versions.get(lane) ?? 0
}

/** Kept when this returns. An id that is here already is the same send: it stays as it is. */
export function addItem(made: NewItem, imported = false): void {
  if (all().has(made.id)) return
  const { id, action, payload, since } = made
  putItem({ id, action, payload, since, seq: nextSeq(), tries: 0, refused: null, imported } as Item)
}

export function putItem(item: Item): void {
  all().set(item.id, item)
  keep(keyOf(item), item)
  changed(item)
}

export function removeItem({ id }: Pick<Item, 'id'>): void {
  const item = all().get(id)
  if (!item) return
  all().delete(id)
  forget(keyOf(item))
  changed(item)
}

function changed(item: Item): void {
  const lane = laneOf(item)
  versions.set(lane, laneVersion(lane) + 1)
  tell()
}

/** Never one that is taken, not even by something broken. */
function nextSeq(): number {
  const taken = [...keptKeys(PREFIX), ...keptKeys(`bad/${PREFIX}`)].map((key) => Number(key.split('/').pop()))
  return Math.max(0, ...taken.filter(Number.isFinite), ...items().map(({ seq }) => seq)) + 1
}

/** Storage is asked once an app's life; from then on memory is what storage holds. */
function all(): Map<string, Item> {
  kept ??= new Map(keptValues(PREFIX, isItem).map(([, item]) => [item.id, item]))
  return kept
}
