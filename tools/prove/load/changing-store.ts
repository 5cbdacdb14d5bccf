/** A store with much beside a small round, put back to how it stood: the round as a stand has it, all else as it was. */
import type { LocalCloud } from '../../local-cloud'
import type { Doc } from '../../local-cloud/ejson'
import type { Stage, Stand } from '../seals/stage'

export type Beside = Record<string, readonly Doc[]>

export function changingStore(cloud: LocalCloud, stage: Stage, beside: Beside) {
  const others = new Map(
    Object.entries(beside).map(([name, docs]) => [name, new Map(docs.map((doc) => [doc._id as string, doc]))]),
  )
  /** By collection: what of the round stands there, as JSON by id, and since which version. */
  const standing = new Map<string, { own: Map<string, string>; version: number }>()
  return { putBack }

  function putBack({ documents, files }: Stand): void {
    for (const [collection, docs] of Object.entries(documents)) {
      const stood = whatStands(collection)
      const wanted = new Map(docs.map((doc) => [doc._id as string, JSON.stringify(doc)]))
      const gone = [...stood].filter(([id, text]) => wanted.get(id) !== text).map(([id]) => id)
      if (gone.length > 0) cloud.unseed(collection, gone)
      const missing = docs.filter(({ _id }) => stood.get(_id as string) !== wanted.get(_id as string))
      if (missing.length > 0) cloud.seed(collection, missing)
      standing.set(collection, { own: wanted, version: cloud.version(collection) })
    }
    stage.putBack({ documents: {}, files })
  }

  /** Of the round; what a call took away of the rest is there again afterwards. */
  function whatStands(collection: string): Map<string, string> {
    const last = standing.get(collection)
    if (last?.version === cloud.version(collection)) return last.own
    const of = others.get(collection) ?? new Map<string, Doc>()
    let seen = 0
    const own = cloud.dump(collection, (id) => {
      const isOther = of.has(id)
      if (isOther) seen++
      return !isOther
    })
    if (seen < of.size) restore(collection, of)
    return new Map(own.map((doc) => [doc._id as string, JSON.stringify(doc)]))
  }

  function restore(collection: string, of: ReadonlyMap<string, Doc>): void {
    const there = new Set<string>()
    cloud.dump(collection, (id) => {
      there.add(id)
      return false
    })
    cloud.seed(
      collection,
      [...of].filter(([id]) => !there.has(id)).map(([, doc]) => doc),
    )
  }
}
