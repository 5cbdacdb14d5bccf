/**
 * The day, described once: who does what, in which order. Lived with faults or without, it must be sealed as the same
 * bytes. What is meant is the sample's second round; on the way there people change their minds, take back, are corrected.
 */
import { cardItems } from '../../../src/domain/card-check'
import type { Answers, AuditEdition, Deduction, Measurement, Response } from '../../../src/domain/round-file'
import { readSample } from '../../seed/sample'
import { type Chance, chanceFrom } from '../phone/chance'

export interface Plan {
  /** As it should be sealed; deductions by the ids of the sample, which no phone draws. */
  file: AuditEdition
  cards: readonly PlannedCard[]
  /** On their own phones. */
  villagers: readonly PlannedVillager[]
  /** By village: who goes round with the household cards, and what they are told. */
  helpers: readonly PlannedHelper[]
  deductions: readonly PlannedDeduction[]
  /** As they were entered before the day: one is mistyped, which two persons put right when the round is closed. */
  entered: readonly Measurement[]
}

export interface PlannedCard {
  inspectorId: string
  villageId: string
  touches: readonly Touch[]
  records: readonly PlannedRecord[]
}

export type Touch =
  | { kind: 'mark'; itemId: string; mark: number | null }
  | { kind: 'note'; itemId: string; text: string }
  | { kind: 'photo'; itemId: string; picture: string }

export interface PlannedRecord {
  kind: 'finding' | 'highlight'
  text: string
  /** Said better a while later. */
  reworded: string | null
  picture: string | null
}

export interface PlannedAnswers {
  meant: Answers
  /** One answer is given otherwise at first, and put right before it is sent. */
  slip: { itemId: string; level: number } | null
  voice: string | null
}

export interface PlannedVillager extends PlannedAnswers {
  who: string
  villageId: string
  channel: Response['channel']
  tooFast: boolean
  /** Answered and received before; they scan again and mean something else. */
  before: Answers | null
}

export interface PlannedHelper {
  villageId: string
  cards: readonly PlannedAnswers[]
}

export interface PlannedDeduction extends Deduction {
  text: string
  proposer: string
  /** Of another district, where it is confirmed. */
  confirmer: string
}

/** Of the whole day. */
const VILLAGERS = 1_200
/** Whom no recusal keeps from any village: their phone shows the code for villagers. */
export const SHOWS_THE_CODE = 'I06'

/** 8 villages, 11 inspectors, 1 200 villagers. */
export function wholeDay(): Plan {
  const file = readSample<AuditEdition>('round-2.json')
  return planOf({ ...file, responses: file.responses.slice(0, VILLAGERS) })
}

/** 2 villages, 3 inspectors, 60 villagers. */
export function smallDay(): Plan {
  const file = readSample<AuditEdition>('round-2.json')
  const here = file.stops.slice(0, 2).map(({ villageId }) => villageId)
  const panel = ['I05', SHOWS_THE_CODE, 'I10']
  const isHere = ({ villageId }: { villageId: string }) => here.includes(villageId)
  const [first] = file.deductions
  return planOf({
    ...file,
    villages: file.villages.filter(({ id }) => here.includes(id)),
    stops: file.stops.filter(isHere),
    panel: file.panel
      .filter(({ id }) => panel.includes(id))
      .map((one) => ({ ...one, recusedVillageIds: one.recusedVillageIds.filter((id) => here.includes(id)) })),
    goals: file.goals.filter(isHere),
    notApplicable: file.notApplicable.filter(isHere),
    measurements: file.measurements.filter(isHere),
    scorecards: file.scorecards.filter((card) => isHere(card) && panel.includes(card.inspectorId)),
    deductions: [
      { ...first!, villageId: here[0]! },
      { ...first!, id: 'K-2-2', villageId: here[1]!, occurrences: 1, revoked: true },
    ],
    responses: file.responses.filter(isHere).slice(0, 60),
  })
}

/** What is meant, and how people come to it. */
export function planOf(file: AuditEdition): Plan {
  const chance = chanceFrom(file.number)
  const responses = file.responses.map((response, n) => ({ response, told: answersTo(response, n, chance.forPart(n)) }))
  return {
    file,
    cards: file.scorecards.map((card, n) => ({
      inspectorId: card.inspectorId,
      villageId: card.villageId,
      touches: touchesOf(file, card.villageId, card.marks, chance.forPart(10_000 + n)),
      records: recordsOf(card.villageId, n),
    })),
    villagers: responses.flatMap(({ response, told }, n) => {
      const { villageId, channel, tooFast } = response
      if (channel === 'card') return []
      const before = n % 20 === 3 && !tooFast ? others(response.answers) : null
      return [{ ...told, who: `villager ${n}`, villageId, channel, tooFast, before }]
    }),
    helpers: file.villages.map(({ id: villageId }) => ({
      villageId,
      cards: responses.flatMap(({ response, told }) =>
        response.channel === 'card' && response.villageId === villageId ? [told] : [],
      ),
    })),
    deductions: file.deductions.map((deduction, n) => plannedDeduction(file, deduction, n)),
    entered: file.measurements.map((fact, n) => (n === 0 ? { ...fact, value: fact.value + 1 } : fact)),
  }
}

/** Each item at least once; some by another mark first, some taken back and given again; full marks with their reason. */
function touchesOf(file: AuditEdition, villageId: string, marks: Record<string, number>, chance: Chance): Touch[] {
  return cardItems(file, villageId).flatMap(({ id: itemId, full, step }): Touch[] => {
    const meant = marks[itemId]!
    const mark = (value: number | null): Touch => ({ kind: 'mark', itemId, mark: value })
    const first = chance.between(1, Math.round(full / step) - 1) * step
    const way = chance.fraction()
    const before = way < 0.25 ? [mark(first)] : way < 0.35 ? [mark(meant), mark(null)] : []
    const note: Touch[] =
      meant === 0 || meant === full ? [{ kind: 'note', itemId, text: '现场看过，按标准给分。' }] : []
    const picture = `${villageId} ${itemId} ${meant}`
    const photo: Touch[] = chance.happens(0.06) ? [{ kind: 'photo', itemId, picture }] : []
    return [...before, mark(meant), ...note, ...photo]
  })
}

function recordsOf(villageId: string, n: number): PlannedRecord[] {
  const picture = (of: string) => (n % 2 === 0 ? `${of} in ${villageId}, ${n}` : null)
  const finding = { kind: 'finding' as const, text: `垃圾桶旁有积水（${n}）`, picture: picture('finding') }
  const reworded = n % 6 === 0 ? `垃圾桶旁有积水，约两平方米（${n}）` : null
  const highlight = { kind: 'highlight' as const, text: `红色展馆讲解生动（${n}）`, reworded: null }
  return [
    ...(n % 3 === 0 ? [{ ...finding, reworded }] : []),
    ...(n % 5 === 0 ? [{ ...highlight, picture: picture('highlight') }] : []),
  ]
}

function answersTo({ answers }: Response, n: number, chance: Chance): PlannedAnswers {
  const [itemId, level] = chance.oneOf(Object.entries(answers))
  return {
    meant: answers,
    slip: chance.happens(0.15) ? { itemId, level: level === 3 ? 4 : 3 } : null,
    voice: chance.happens(0.1) ? `希望把路灯修到村口（${n}）` : null,
  }
}

function others(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, level]) => [id, level === 2 ? 4 : 2]))
}

function plannedDeduction(file: AuditEdition, deduction: Deduction, n: number): PlannedDeduction {
  const eligible = file.panel.filter(({ recusedVillageIds }) => !recusedVillageIds.includes(deduction.villageId))
  const proposer = eligible[n % eligible.length]!
  const confirmer = eligible.find(
    ({ id, districtId }) => id !== proposer.id && (districtId === null || districtId !== proposer.districtId),
  )!
  return { ...deduction, text: `现场看到的与台账不一致（${n}）`, proposer: proposer.id, confirmer: confirmer.id }
}
