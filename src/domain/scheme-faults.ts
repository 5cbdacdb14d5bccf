/**
 * What is wrong with a scheme, each fault where it stands and in words for whoever mends it. Whatever a round file would be
 * refused for (docs/round-file.md, Refused) blocks here, so that nobody learns of it on the day; some more blocks, because
 * no screen could show it. The rest is advice. Rule: docs/domain.md, scheme and scoring rules.
 */
import type { Scheme } from './round-file'
import type { SchemeFault } from './scheme-faults/fault'
import { indicatorFaults } from './scheme-faults/indicators'
import { actionFaults, deductionItemFaults, ruleFaults } from './scheme-faults/rules'
import { settingFaults } from './scheme-faults/settings'
import { surveyFaults } from './scheme-faults/survey'
import type { SchemeSettings } from './scheme-settings'

export type { SchemeFault }

/** In the order of the scheme's parts. */
export function schemeFaults(rules: Scheme, settings: SchemeSettings): SchemeFault[] {
  return [
    ...ruleFaults(rules),
    ...actionFaults(rules),
    ...indicatorFaults(rules),
    ...deductionItemFaults(rules),
    ...surveyFaults(rules),
    ...settingFaults(settings, rules),
  ]
}

/** 方案的六个部分, as its pages and sheets are divided. */
export type SchemePart = 'rules' | 'actions' | 'indicators' | 'deductions' | 'survey' | 'settings'

export function partOf({ path }: Pick<SchemeFault, 'path'>): SchemePart {
  const first = path.split('.')[0]
  if (first === 'actions' || first === 'indicators' || first === 'survey' || first === 'settings') return first
  return first === 'deductionItems' ? 'deductions' : 'rules'
}

/** The faults at a place and inside it, their paths as from there: at `indicators.3`, `bands.2.from`; its own is empty. */
export function faultsAt(faults: readonly SchemeFault[], place: string): SchemeFault[] {
  return faults
    .filter(({ path }) => path === place || path.startsWith(`${place}.`))
    .map((fault) => ({ ...fault, path: fault.path.slice(place.length + 1) }))
}

export function blockingOf(faults: readonly SchemeFault[]): SchemeFault[] {
  return faults.filter(({ blocks }) => blocks)
}
