/** What a new scheme begins with: the defaults of docs/domain.md, Scoring rules. No question, action or indicator is made up. */
import type { Scheme } from './round-file'
import type { SchemeSettings } from './scheme-settings'

export function defaultRules(id: string, title: string) {
  return {
    id,
    version: 1,
    title,
    weights: { common: 40, demonstration: 30, satisfaction: 30 },
    deductionCap: 20,
    minInspectors: 3,
    trimFrom: 5,
    severityAdjustment: 'auto',
    outlierCut: 3.5,
    certainty: { draws: 1000, level: 0.9, flip: 0.2 },
    actions: [],
    indicators: [],
    deductionItems: [],
    survey: {
      levels: [
        { value: 5, label: '非常满意', points: 100 },
        { value: 4, label: '满意', points: 80 },
        { value: 3, label: '基本满意', points: 60 },
        { value: 2, label: '不满意', points: 30 },
        { value: 1, label: '很不满意', points: 0 },
        { value: 0, label: '不了解', points: null },
      ],
      items: [],
      overallItem: '',
      minAnswered: 0.6,
      passMark: 60,
      quota: { share: 0.2, min: 30, max: 120 },
      minResponses: 10,
      scoredChannels: ['onsite', 'card', 'poster'],
      minSecondsPerItem: 2,
      openQuestion: null,
    },
  } satisfies Scheme
}

export function defaultSchemeSettings(): SchemeSettings & { announceTo: ('inspector' | 'officer' | 'reader')[] } {
  return {
    organiser: '',
    appealMinutes: 60,
    overdueItemId: null,
    sharedInspectors: 3,
    announceTo: ['inspector', 'officer', 'reader'],
    surveyDaysBefore: 3,
    goalFull: 10,
    goalStep: 0.5,
  }
}
