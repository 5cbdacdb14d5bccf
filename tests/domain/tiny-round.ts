/**
 * A round small enough to see through: two villages, three inspectors (Wang is recused for V2), one judged, one
 * measured and one sometimes inapplicable indicator, a goal each, ten answers each.
 */
import { roundDigest } from '../../src/domain/digest'
import { publicEdition } from '../../src/domain/public-edition'
import type { AuditEdition, PublicEdition, Response, Scheme } from '../../src/domain/round-file'
import { roundRanking } from '../../src/domain/round-ranking'

export function tinyRound(): AuditEdition {
  return {
    format: 'lalian-round/1',
    edition: 'audit',
    id: 'R1',
    number: 1,
    date: '2026-05-20',
    rehearsal: false,
    scheme: tinyScheme(),
    villages: [
      { id: 'V1', name: '甲村', districtId: 'D1', households: 40, themes: ['red'] },
      { id: 'V2', name: '乙村', districtId: 'D2', households: 100 },
    ],
    stops: [
      { order: 1, villageId: 'V1', arrive: '08:00', depart: '09:00', state: 'visited' },
      { order: 2, villageId: 'V2', arrive: '09:30', depart: '10:30', state: 'visited' },
    ],
    panel: [
      { id: 'Li', name: '李', districtId: null, recusedVillageIds: [] },
      { id: 'Wang', name: '王', districtId: 'D2', recusedVillageIds: ['V2'] },
      { id: 'Zhao', name: '赵', districtId: null, recusedVillageIds: [] },
    ],
    goals: [
      { id: 'V1-G', villageId: 'V1', title: '目标', full: 10, step: 0.5, difficulty: 0.8 },
      { id: 'V2-G', villageId: 'V2', title: '目标', full: 10, step: 0.5, difficulty: 1 },
    ],
    notApplicable: [{ villageId: 'V2', indicatorId: 'C2' }],
    measurements: [
      { villageId: 'V1', indicatorId: 'M1', value: 45.5 },
      { villageId: 'V2', indicatorId: 'M1', value: 20 },
    ],
    scorecards: [
      { inspectorId: 'Li', villageId: 'V1', marks: { C1: 8, C2: 4, 'V1-G': 9 } },
      { inspectorId: 'Wang', villageId: 'V1', marks: { C1: 6, C2: 3, 'V1-G': 7 } },
      { inspectorId: 'Zhao', villageId: 'V1', marks: { C1: 8.5, C2: 4.5, 'V1-G': 9.5 } },
      { inspectorId: 'Li', villageId: 'V2', marks: { C1: 7, 'V2-G': 8 } },
      { inspectorId: 'Zhao', villageId: 'V2', marks: { C1: 7.5, 'V2-G': 8 } },
    ],
    deductions: [{ id: 'D1', itemId: 'K1', villageId: 'V1', occurrences: 2, confirmed: true, revoked: false }],
    accepted: [],
    responses: [...tenAnswers('V1', 5), ...tenAnswers('V2', 4)],
  }
}

function tinyScheme(): Scheme {
  return {
    id: 'S',
    version: 1,
    title: '方案',
    weights: { common: 40, demonstration: 30, satisfaction: 30 },
    deductionCap: 20,
    minInspectors: 2,
    trimFrom: 5,
    severityAdjustment: 'auto',
    outlierCut: 3.5,
    certainty: { draws: 1000, level: 0.9, flip: 0.2 },
    actions: [{ id: 'A1', title: '行动' }],
    indicators: [
      { ...indicator('C1', 10), kind: 'judged', rubric: [{ mark: 0, text: '差' }] },
      { ...indicator('C2', 5), kind: 'judged', rubric: [] },
      {
        ...indicator('M1', 5),
        kind: 'measured',
        unit: '%',
        bands: [
          { from: null, mark: 0 },
          { from: 20, mark: 2.5 },
          { from: 45.5, mark: 5 },
        ],
      },
    ],
    deductionItems: [{ id: 'K1', title: '扣分', marks: 1.5, cap: 4 }],
    survey: {
      levels: [
        { value: 5, label: '满意', points: 100 },
        { value: 4, label: '基本满意', points: 60 },
        { value: 1, label: '不满意', points: 0 },
        { value: 0, label: '不了解', points: null },
      ],
      items: [
        { id: 'Q1', title: '问题一', weight: 1 },
        { id: 'Q2', title: '总的来说', weight: 2 },
      ],
      overallItem: 'Q2',
      minAnswered: 0.5,
      passMark: 60,
      quota: { share: 0.2, min: 5, max: 50 },
      minResponses: 10,
      scoredChannels: ['onsite', 'card', 'poster'],
      minSecondsPerItem: 2,
      openQuestion: null,
    },
  }
}

function indicator(id: string, full: number) {
  return { id, title: '指标', actionId: 'A1', revitalisation: 'industry', full, step: 0.5 }
}

function tenAnswers(villageId: string, level: number): Response[] {
  return Array.from({ length: 10 }, (_, i) => ({
    villageId,
    channel: i % 2 === 0 ? 'poster' : 'card',
    answers: { Q1: level, Q2: i === 0 ? 1 : level },
    tooFast: false,
    restored: false,
  }))
}

export function tinyPublicRound(): PublicEdition {
  const audit = tinyRound()
  return publicEdition(audit, roundDigest(audit, roundRanking(audit).ranking))
}

/** The text of a file that says this. */
export function fileText(value: unknown): string {
  return JSON.stringify(value)
}

export function fileBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
