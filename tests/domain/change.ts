/** One change to a JSON value, as data: tables of refusals are lists of them. */
export type Change = { set: string; to: unknown } | { drop: string } | { add: string; item: unknown }

/** `scorecards[0].marks.C1`; names with dots or brackets do not occur. */
export function changed<T>(value: T, change: Change): T {
  const copy = JSON.parse(JSON.stringify(value)) as T
  const path = 'set' in change ? change.set : 'drop' in change ? change.drop : change.add
  const names = path.split(/[.[\]]+/).filter((name) => name !== '')
  const last = names.pop()!
  let parent = copy as Record<string, unknown>
  for (const name of names) parent = parent[name] as Record<string, unknown>
  if ('set' in change) Object.defineProperty(parent, last, { value: change.to, enumerable: true, configurable: true })
  else if ('add' in change) (parent[last] as unknown[]).push(change.item)
  else if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
  return copy
}
