/** Whether a call costs the same however much lies beside the round, and grows by its formula with the round itself. */
import { type Cost, type Costs, TO_THE_END, total } from './costs'
import { bounded, type Own } from './growth'

/** With so much more beside it each call sends the same requests, which look at as many documents as before. */
export function growing(few: Costs, many: Costs): string[] {
  return [...few].flatMap(([name, before]) => {
    const after = many.get(name)
    if (!after) return [`${name} was not called again`]
    const [asked, asks] = [JSON.stringify(before.requests), JSON.stringify(after.requests)]
    if (asked !== asks) return [`${name} asks more: ${asked} became ${asks}`]
    return lookedAtMore(name, before, after)
  })
}

function lookedAtMore(name: string, before: Cost, after: Cost): string[] {
  const key = ({ collection, by }: Cost['looks'][number]) => `${collection} by ${by}`
  const looked = new Map(before.looks.map((look) => [key(look), look.documents]))
  return after.looks
    .filter((look) => look.documents > (looked.get(key(look)) ?? 0))
    .map((look) => `${name} looks at more of ${key(look)}: ${looked.get(key(look)) ?? 0} became ${look.documents}`)
}

/** Queries without an index, of what can grow; at a seal every ballot there is goes, by its id. */
export function scanning(costs: Costs): string[] {
  return [...costs].flatMap(([name, { looks }]) =>
    looks
      .filter(({ by, collection }) => by === 'scan' && !bounded.includes(collection))
      .filter(({ collection }) => !(name === TO_THE_END && collection === 'ballots'))
      .map(({ collection }) => `${name} has no index to find ${collection} by`),
  )
}

/** A round's own documents, by kind, before there were more and after. */
export interface Sizes {
  before: Own
  after: Own
}

/**
 * What may cost more the more of the round there is: how much more, exactly. Nothing else may. A page holds a thousand
 * documents, and one of fewer than a hundred says that there are no more; removing takes two requests a five hundred, and one to see that
 * none are left.
 */
const formulas: { of: RegExp; told: string; more: (sizes: Sizes) => number }[] = [
  {
    of: new RegExp(`^${TO_THE_END}$`),
    told: 'a request for each thousand answers, audit lines and voices; two for each five hundred ballots, answers and cards; one a voice, and one for each hundred',
    more: (sizes) =>
      risen(pages, ['answers', 'audits', 'voices'], sizes) +
      risen(removals, ['ballots', 'answers', 'cards'], sizes) +
      risen((voices) => voices + Math.ceil(voices / 100), ['voices'], sizes),
  },
  {
    of: /^round\.backToDraft /,
    told: 'two for each five hundred household cards',
    more: (sizes) => risen(removals, ['cards'], sizes),
  },
  {
    of: /^round\.removeDraft itself /,
    told: 'two for each five hundred documents that name the round, its audit lines stay',
    more: (sizes) => risen(removals, ['answers', 'cards', 'voices'], sizes),
  },
]

/** What grows otherwise than its formula says; what grows and has none. */
export function misgrowing(few: Costs, more: Costs, sizes: Sizes): string[] {
  return [...few].flatMap(([name, before]) => {
    const rise = total(more.get(name)!) - total(before)
    const due = formulas.find(({ of }) => of.test(name))?.more(sizes) ?? 0
    return rise === due ? [] : [`${name} asks ${rise} more for more of the round, where ${due} are due`]
  })
}

/** For who reads: what grows, and by what. */
export function told(): string[] {
  return formulas.map(({ of, told }) => `${of.source.replace(/[\^$\\]/g, '')}: ${told}`)
}

function risen(cost: (count: number) => number, kinds: readonly (keyof Own)[], { before, after }: Sizes): number {
  return kinds.reduce((sum, kind) => sum + cost(after[kind]) - cost(before[kind]), 0)
}

/** A page of fewer than a hundred is the last (cloudfunctions/common/repositories/pages.ts). */
const pages = (count: number) => Math.floor(count / 1000) + (count % 1000 < 100 ? 1 : 2)
const removals = (count: number) => 2 * Math.ceil(count / 500)
