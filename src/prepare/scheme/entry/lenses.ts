/** What a form is about, cut out of the scheme and put back: an entry of a list, or the single values of a part. */
import type { Scheme } from '../../../domain/round-file'
import type { SchemeContent } from '../../../domain/scheme-differences'
import { faultsAt, partOf, type SchemeFault, type SchemePart } from '../../../domain/scheme-faults'
import { type Entry, type ListName, schemeLists, withEntry, withoutEntry } from '../../../domain/scheme-lists'
import type { SchemeSettings } from '../../../domain/scheme-settings'

export type RuleForm = Omit<Scheme, 'id' | 'version' | 'actions' | 'indicators' | 'deductionItems' | 'survey'>
export type SurveyForm = Omit<Scheme['survey'], 'items' | 'levels'>
export type Kind = ListName | 'rules' | 'settings' | 'surveyRules'
export type Lens<T> = {
  isNew: boolean
  /** Null: it is gone. */
  read(content: SchemeContent): T | null
  write(content: SchemeContent, form: T): SchemeContent
  /** Of a list's entry: taken out. */
  remove?(content: SchemeContent, form: T): SchemeContent
  /** Those that stand in this form, their paths as from here. */
  faults(faults: readonly SchemeFault[], content: SchemeContent, form: T): SchemeFault[]
}

export function isListName(kind: string): kind is ListName {
  return kind in schemeLists
}

/** On which part's page a form's entry stands. */
export function partOfKind(kind: string): SchemePart {
  if (kind === 'surveyRules' || kind === 'questions' || kind === 'levels') return 'survey'
  if (kind === 'actions' || kind === 'indicators' || kind === 'deductions' || kind === 'settings') return kind
  return 'rules'
}

export const rulesLens: Lens<RuleForm> = {
  isNew: false,
  read({ rules }) {
    const { title, weights, deductionCap, minInspectors, trimFrom, severityAdjustment, outlierCut, certainty } = rules
    return { title, weights, deductionCap, minInspectors, trimFrom, severityAdjustment, outlierCut, certainty }
  },
  write: ({ rules, settings }, form) => ({ rules: { ...rules, ...form }, settings }),
  faults: (faults) => faults.filter((fault) => partOf(fault) === 'rules'),
}

export const settingsLens: Lens<SchemeSettings> = {
  isNew: false,
  read: ({ settings }) => settings,
  write: ({ rules }, settings) => ({ rules, settings }),
  faults: (faults) => faultsAt(faults, 'settings'),
}

export const surveyLens: Lens<SurveyForm> = {
  isNew: false,
  read({ rules }) {
    const { items: _, levels: __, ...form } = rules.survey
    return form
  },
  write: ({ rules, settings }, form) => ({ rules: { ...rules, survey: { ...rules.survey, ...form } }, settings }),
  faults: (faults) => surveyRuleFaults(faults),
}

/** Of the survey, and of no question and no answer. */
export function surveyRuleFaults(faults: readonly SchemeFault[]): SchemeFault[] {
  return faultsAt(faults, 'survey').filter(({ path }) => !/^(items|levels)(\.|$)/.test(path))
}

/** `entry`: its id, or undefined for a new one. */
export function listLens(list: ListName, entry: string | undefined): Lens<Entry> {
  const { get, idOf, fresh, path } = schemeLists[list]
  const placeOf = (rules: Scheme, form: Entry) =>
    (get(rules) as readonly Entry[]).findIndex((one) => idOf(one as never) === idOf(form as never))
  return {
    isNew: entry === undefined,
    read({ rules }) {
      if (entry === undefined) return fresh(rules)
      return (get(rules) as readonly Entry[]).find((one) => idOf(one as never) === entry) ?? null
    },
    write({ rules, settings }, form) {
      // Somebody else may have added one of the same number meanwhile.
      const isTaken = entry === undefined && placeOf(rules, form) !== -1
      const own = isTaken ? { ...form, ...keyOf(fresh(rules)) } : form
      return { rules: withEntry(list, rules, own as never), settings }
    },
    ...(entry !== undefined && {
      remove: ({ rules, settings }: SchemeContent) => ({ rules: withoutEntry(list, rules, entry), settings }),
    }),
    faults: (faults, { rules }, form) => faultsAt(faults, `${path}.${placeOf(rules, form)}`),
  }
}

function keyOf(entry: Entry): Partial<Entry> {
  return 'id' in entry ? { id: entry.id } : { value: entry.value }
}
