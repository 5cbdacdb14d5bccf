/** How far a role reaches: the city, a district, a village or a town's villages. Rule: docs/domain.md, People. */

type Held = { role: string; scope: string }

/** Where a scope may lie. */
export type Places = {
  districts: readonly { id: string; name: string }[]
  villages: readonly { id: string; name: string; town?: unknown }[]
}

export const CITY = 'city'

/** Why a role cannot have this scope, in words; null: it can. */
export function whyNotScope({ role, scope }: Held, { districts, villages }: Places): string | null {
  switch (role) {
    case 'leader':
      return scope === CITY || districts.some(({ id }) => id === scope) ? null : '没有这个区，请重新选范围'
    case 'officer':
      return villages.some(({ id, town }) => id === scope || town === scope) ? null : '没有这个村或镇，请重新选范围'
    default:
      return scope === CITY ? null : '这个身份管全市，请重新选范围'
  }
}

/** A scope in words: 全市, a district's, a village's or a town's name. One that is gone by now is called by its id. */
export function scopeName({ role, scope }: Held, { districts, villages }: Places): string {
  if (scope === CITY) return '全市'
  const places = role === 'officer' ? villages : districts
  return places.find(({ id }) => id === scope)?.name ?? scope
}
