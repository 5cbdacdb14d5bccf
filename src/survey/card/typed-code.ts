import { CODE_SYMBOLS } from '../../domain/readable-code'

/** A household card's code while it is typed: three groups of four, as it is printed (docs/domain.md, Household cards). */
export type TypedCode = { groups: [string, string, string]; at: number }

export const LETTERS = CODE_SYMBOLS.split('')

const GROUP = 4

export const nothingTyped: TypedCode = { groups: ['', '', ''], at: 0 }

/** Into the group under way, then into the next one that is not full. */
export function typed(code: TypedCode, letter: string): TypedCode {
  if (isWhole(code)) return code
  const at = isFull(code.groups[code.at]!) ? nextOpen(code.groups, code.at) : code.at
  const groups = withGroup(code.groups, at, code.groups[at]! + letter)
  return { groups, at: isFull(groups[at]!) ? nextOpen(groups, at) : at }
}

/** The last letter of the group under way, or of the one before where that is empty. */
export function undone({ groups, at }: TypedCode): TypedCode {
  const from = groups[at] === '' && at > 0 ? at - 1 : at
  return { groups: withGroup(groups, from, groups[from]!.slice(0, -1)), at: from }
}

/** A group read wrongly is typed again, the others stand. */
export function withoutGroup({ groups }: TypedCode, at: number): TypedCode {
  return { groups: withGroup(groups, at, ''), at }
}

export function isWhole({ groups }: TypedCode): boolean {
  return groups.every(isFull)
}

export function codeOf({ groups }: TypedCode): string {
  return groups.join('')
}

function isFull(group: string): boolean {
  return group.length === GROUP
}

/** The first open group after this one, or else the first at all; none is open: this one. */
function nextOpen(groups: TypedCode['groups'], at: number): number {
  const after = groups.findIndex((group, index) => index > at && !isFull(group))
  const any = groups.findIndex((group) => !isFull(group))
  return after !== -1 ? after : any !== -1 ? any : at
}

function withGroup(groups: TypedCode['groups'], at: number, group: string): TypedCode['groups'] {
  return groups.map((each, index) => (index === at ? group : each)) as TypedCode['groups']
}
