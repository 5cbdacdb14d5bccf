/**
 * The scheme's lists as a form changes them: one entry at a time, found by its id wherever it stands, so that what somebody
 * else does to another entry meanwhile is no conflict.
 */
import type {
  Action,
  DeductionItem,
  Indicator,
  JudgedIndicator,
  Level,
  MeasuredIndicator,
  Scheme,
  SurveyItem,
} from './round-file'

export type SchemeEntries = {
  actions: Action
  indicators: Indicator
  deductions: DeductionItem
  questions: SurveyItem
  levels: Level
}
export type ListName = keyof SchemeEntries
export type Entry = SchemeEntries[ListName]

type List<T> = {
  /** As in a fault's path. */
  path: string
  most: number
  get(rules: Scheme): readonly T[]
  set(rules: Scheme, entries: readonly T[]): Scheme
  idOf(entry: T): string
  /** An empty one with an id that nothing has yet. */
  fresh(rules: Scheme): T
}

export const schemeLists: { [Name in ListName]: List<SchemeEntries[Name]> } = {
  actions: {
    path: 'actions',
    most: 40,
    get: ({ actions }) => actions,
    set: (rules, actions) => ({ ...rules, actions: [...actions] }),
    idOf: ({ id }) => id,
    fresh: ({ actions }) => ({ id: nextId('A', actions), title: '' }),
  },
  indicators: {
    path: 'indicators',
    most: 120,
    get: ({ indicators }) => indicators,
    set: (rules, indicators) => ({ ...rules, indicators: [...indicators] }),
    idOf: ({ id }) => id,
    fresh: ({ indicators }) => ({
      id: nextId('C', indicators),
      title: '',
      actionId: '',
      revitalisation: '',
      kind: 'judged',
      full: 5,
      step: 0.5,
      rubric: [
        { mark: 0, text: '' },
        { mark: 5, text: '' },
      ],
    }),
  },
  deductions: {
    path: 'deductionItems',
    most: 60,
    get: ({ deductionItems }) => deductionItems,
    set: (rules, deductionItems) => ({ ...rules, deductionItems: [...deductionItems] }),
    idOf: ({ id }) => id,
    fresh: ({ deductionItems }) => ({ id: nextId('K', deductionItems), title: '', marks: 1, cap: 1 }),
  },
  questions: {
    path: 'survey.items',
    most: 30,
    get: ({ survey }) => survey.items,
    set: (rules, items) => ({ ...rules, survey: { ...rules.survey, items: [...items] } }),
    idOf: ({ id }) => id,
    fresh: ({ survey }) => ({ id: nextId('Q', survey.items), title: '', weight: 1 }),
  },
  levels: {
    path: 'survey.levels',
    most: 10,
    get: ({ survey }) => survey.levels,
    set: (rules, levels) => ({ ...rules, survey: { ...rules.survey, levels: [...levels] } }),
    idOf: ({ value }) => String(value),
    fresh: ({ survey }) => ({
      value: Math.max(0, ...survey.levels.map(({ value }) => value)) + 1,
      label: '',
      points: 0,
    }),
  },
}

/** The entry put in its place, or at the end where there is none of its id. */
export function withEntry<Name extends ListName>(name: Name, rules: Scheme, entry: SchemeEntries[Name]): Scheme {
  const { get, set, idOf } = schemeLists[name]
  const entries = get(rules)
  const id = idOf(entry)
  const isKnown = entries.some((one) => idOf(one) === id)
  return set(rules, isKnown ? entries.map((one) => (idOf(one) === id ? entry : one)) : [...entries, entry])
}

export function withoutEntry<Name extends ListName>(name: Name, rules: Scheme, id: string): Scheme {
  const { get, set, idOf } = schemeLists[name]
  return set(
    rules,
    get(rules).filter((one) => idOf(one) !== id),
  )
}

/** In the order of `ids`; what they do not name (somebody added it meanwhile) comes last. */
export function inOrderOf<Name extends ListName>(name: Name, rules: Scheme, ids: readonly string[]): Scheme {
  const { get, set, idOf } = schemeLists[name]
  const placeOf = (entry: SchemeEntries[Name]) => {
    const place = ids.indexOf(idOf(entry))
    return place === -1 ? ids.length : place
  }
  return set(
    rules,
    [...get(rules)].sort((a, b) => placeOf(a) - placeOf(b)),
  )
}

/** The other way of marking, with what both have in common. */
export function asKind(indicator: Indicator, kind: Indicator['kind']): Indicator {
  if (indicator.kind === kind) return indicator
  const { id, title, actionId, revitalisation, full, step } = indicator
  const common = { id, title, actionId, revitalisation, full, step }
  return kind === 'judged'
    ? ({
        ...common,
        kind,
        rubric: [
          { mark: 0, text: '' },
          { mark: full, text: '' },
        ],
      } satisfies JudgedIndicator)
    : ({ ...common, kind, unit: '', bands: [{ from: null, mark: 0 }] } satisfies MeasuredIndicator)
}

/** A01, A02, …: the first number that is free after the greatest one in use. */
function nextId(letter: string, taken: ReadonlyArray<{ id: string }>): string {
  const numbers = taken.map(({ id }) => Number(new RegExp(`^${letter}(\\d+)$`).exec(id)?.[1] ?? 0))
  return `${letter}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}
