/**
 * A round file taken apart into the documents a round is stored as: what the functions would have written had its
 * people typed it in. The sealing job puts it together again; `prove day` shows that both ways meet.
 */
import { createHash, randomBytes } from 'node:crypto'
import { answerFigures } from '../../cloudfunctions/common/answer-figures'
import { cardId, printedCode } from '../../cloudfunctions/common/card-codes'
import type {
  AnswerDoc,
  ArrivalDoc,
  BurstDoc,
  CardDoc,
  DeductionDoc,
  MeasurementDoc,
  RoundDoc,
  ScorecardDoc,
  SecretDoc,
  Settings,
  StoredMark,
} from '../../cloudfunctions/common/documents'
import { withOnsiteWindows } from '../../cloudfunctions/common/onsite-token'
import { cardHash } from '../../src/domain/card-hash'
import { own } from '../../src/domain/own'
import type { AuditEdition, Inspector, Response, Scorecard } from '../../src/domain/round-file'
import { evidenceOf } from './evidence'
import { promised } from './promises'
import { answering } from './responsibilities'
import { shanghaiTime } from './shanghai-time'

export type Documents = Record<string, { _id: string }[]>

export interface StoredRoundOptions {
  /** Asia/Shanghai day the round is held on. */
  day: string
  state: RoundDoc['state']
  /** Nothing of the day is older than this in the documents: arrivals and cards lie before it. */
  now: number
  settings?: Partial<Settings>
}

export const defaultSettings: Settings = {
  organiser: '市委组织部',
  appealMinutes: 60,
  overdueItemId: 'K03',
  sharedInspectors: 3,
  announceTo: ['inspector', 'officer', 'reader'],
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export function storedRound(file: AuditEdition, options: StoredRoundOptions): Documents {
  const gate = gateDoc(file, options)
  return {
    rounds: [roundDoc(file, options)],
    measurements: file.measurements.map(
      (measurement): MeasurementDoc => ({
        _id: `${file.id}:${measurement.villageId}:${measurement.indicatorId}`,
        roundId: file.id,
        ...measurement,
        ...evidenceOf(measurement.indicatorId, villageOf(file, measurement.villageId)!),
        enteredBy: 'M01',
        checkedBy: 'M02',
      }),
    ),
    arrivals: file.scorecards.map((card) => arrivalDoc(file, card, options)),
    scorecards: file.scorecards.map((card) => scorecardDoc(file, card, options)),
    deductions: file.deductions.map((deduction) => deductionDoc(file, deduction, options)),
    secrets: [gate],
    answers: file.responses.map((response) => answerDoc(file, response)),
    cards: cardPrints(file).flatMap((print) => cardDocs(gate, file, print)),
    // Sample responses have no accounts behind them: their ballots are random, as an HMAC looks.
    ballots: file.responses.map(() => ({ _id: randomBytes(32).toString('hex') })),
    bursts: file.villages.map(
      (village): BurstDoc => ({ _id: `${file.id}:${village.id}`, roundId: file.id, minutes: {} }),
    ),
  }
}

/** The round alone: ready or running, with nothing in yet. */
export function emptyRound(file: AuditEdition, options: StoredRoundOptions): Documents {
  return storedRound({ ...file, scorecards: [], deductions: [], responses: [] }, options)
}

function roundDoc(file: AuditEdition, { day, state, now, settings }: StoredRoundOptions): RoundDoc {
  return {
    _id: file.id,
    revision: 1,
    number: file.number,
    day,
    rehearsal: file.rehearsal,
    state,
    scheme: file.scheme,
    settings: { ...defaultSettings, ...settings },
    villages: file.villages,
    stops: file.stops,
    panel: file.panel.map((inspector) => ({ ...inspector, recusedBecause: recusedBecause(inspector, file) })),
    goals: file.goals,
    promises: file.goals.map(promised),
    responsibilities: answering(file.villages.map(({ id }) => id)),
    notApplicable: file.notApplicable,
    accepted: file.accepted,
    proposals: [],
    cardPrints: cardPrints(file),
    startedAt: state === 'ready' ? null : Math.min(now, shanghaiTime(day, '07:30')),
    closedAt: state === 'closed' ? now - 2 * MINUTE : null,
    sealing: null,
    snapshotId: null,
  }
}

function recusedBecause(inspector: Inspector, file: AuditEdition): Record<string, string> {
  return Object.fromEntries(
    inspector.recusedVillageIds.map((id) => {
      // A part of a round is without some of the villages that its inspectors are kept from.
      return [id, villageOf(file, id)?.districtId === inspector.districtId ? '与您同区' : '您负责联系这个村']
    }),
  )
}

function villageOf({ villages }: AuditEdition, villageId: string): AuditEdition['villages'][number] | undefined {
  return villages.find(({ id }) => id === villageId)
}

function arrivalDoc(
  file: AuditEdition,
  { inspectorId, villageId }: Scorecard,
  options: StoredRoundOptions,
): ArrivalDoc {
  return {
    _id: `${file.id}:${inspectorId}:${villageId}`,
    roundId: file.id,
    inspectorId,
    villageId,
    confirmedAt: duringStop(file, villageId, 3 + (hash(inspectorId) % 5), options),
  }
}

function scorecardDoc(file: AuditEdition, card: Scorecard, options: StoredRoundOptions): ScorecardDoc {
  const { inspectorId, villageId } = card
  const at = duringStop(file, villageId, 30 + (hash(inspectorId) % 12), options)
  const phone = `sample-phone-${inspectorId}`.padEnd(21, '0')
  const device = '华为 nova 9'
  const sendId = `sample-${inspectorId}-${villageId}`.padEnd(21, '0')
  const fullOf = fullMarks(file)
  const marks = Object.fromEntries(
    Object.entries(card.marks).map(([itemId, mark]): [string, StoredMark] => [
      itemId,
      { mark, note: noteFor(mark, fullOf.get(itemId)!), photos: [], revision: 1, at, phone, device, sendId },
    ]),
  )
  return {
    _id: `${file.id}:${inspectorId}:${villageId}`,
    revision: 1,
    roundId: file.id,
    inspectorId,
    villageId,
    marks,
    submitted: { at, hash: cardHash(card), sendId, phone, device, marks: card.marks },
    history: [],
    touchedAt: at,
  }
}

/** 0 and full need a reason (docs/domain.md, Is the panel sound). */
function noteFor(mark: number, full: number): string {
  if (mark === full) return '现场逐项看过，资料和群众说法一致，够满分标准。'
  return mark === 0 ? '现场没有看到，村里也没有说明。' : ''
}

function deductionDoc(
  file: AuditEdition,
  deduction: AuditEdition['deductions'][number],
  { now }: StoredRoundOptions,
): DeductionDoc {
  const [proposer, confirmer] = twoOfDifferentDistricts(file, deduction.villageId)
  const { confirmed, revoked, ...fields } = deduction
  // Its appeal window of an hour is over.
  const confirmedAt = now - 2 * 60 * MINUTE
  return {
    _id: deduction.id,
    revision: 1,
    roundId: file.id,
    ...fields,
    state: revoked ? 'revoked' : confirmed ? 'confirmed' : 'proposed',
    text: own(seenWords, deduction.itemId) ?? '现场看到的与台账不一致，已和村干部当面核对。',
    photos: [],
    proposer: proposer.id,
    proposerName: proposer.name,
    proposedAt: confirmedAt - 12 * MINUTE,
    findingId: null,
    confirmer: confirmed ? confirmer.id : null,
    confirmerName: confirmed ? confirmer.name : null,
    confirmedAt: confirmed ? confirmedAt : null,
    ...(revoked ? revocation(confirmedAt) : { appeal: null, decision: null }),
  }
}

/** By the catalogue's item. */
const seenWords: Record<string, string> = {
  K02: '只有村部门前一段整齐，往里走两个村小组都没有动。',
  K03: '上次指出的几处，到今天没有整改，也没有销号。',
  K07: '随机走了三户，收入情况与汇报材料对不上，陪同的村干部也认了。',
  K09: '村口和公路边各有一处标语写错字，漆面已脱落。',
}

/** An appeal that was right: 20 minutes after the confirmation, decided by two administrators half an hour later. */
function revocation(confirmedAt: number): Pick<DeductionDoc, 'appeal' | 'decision'> {
  return {
    appeal: {
      reason: '走访的农户上月刚换户主，资料以新户主为准，附有镇里证明，请再核。',
      by: 'M07',
      byName: '余国平',
      at: confirmedAt + 20 * MINUTE,
      sendId: 'seeded-appeal-000001',
    },
    decision: {
      proposalId: 'seeded-decision-0001',
      reason: '镇里证明属实，走访名单有误，撤销。',
      by: 'M01',
      byName: '王敏',
      agreedBy: 'M02',
      agreedByName: '陈立',
      at: confirmedAt + 50 * MINUTE,
    },
  }
}

function twoOfDifferentDistricts(file: AuditEdition, villageId: string): [Inspector, Inspector] {
  const eligible = file.panel.filter((inspector) => !inspector.recusedVillageIds.includes(villageId))
  const proposer = eligible[0]!
  return [proposer, eligible.find((other) => other.districtId !== proposer.districtId)!]
}

function gateDoc(file: AuditEdition, { day, state, now, settings }: StoredRoundOptions): SecretDoc {
  return {
    _id: file.id,
    rehearsal: file.rehearsal,
    secret: randomBytes(32).toString('hex'),
    number: file.number,
    day,
    organiser: defaultSettings.organiser,
    opensAt: shanghaiTime(day, '00:00') - 3 * DAY,
    closedAt: state === 'closed' ? now - 2 * MINUTE : null,
    villages: withOnsiteWindows(file.villages, file.stops, day),
    survey: file.scheme.survey,
    ...(settings?.surveyAudio && { audio: settings.surveyAudio }),
  }
}

type CardPrint = NonNullable<RoundDoc['cardPrints']>[number]

/** Of every village that answered by card, one print: as many as came back, and ten that did not. */
function cardPrints(file: AuditEdition): CardPrint[] {
  return file.villages.flatMap(({ id: villageId }) => {
    const used = byCard(file, villageId)
    return used === 0 ? [] : [{ id: `seeded-cards-${villageId}`.padEnd(21, '0'), villageId, count: used + 10 }]
  })
}

function cardDocs(gate: SecretDoc, file: AuditEdition, { id, villageId, count }: CardPrint): CardDoc[] {
  const used = byCard(file, villageId)
  return Array.from({ length: count }, (_, n) => ({
    _id: cardId(printedCode(gate, villageId, id, n)),
    roundId: file.id,
    villageId,
    used: n < used,
  }))
}

function byCard({ responses }: AuditEdition, villageId: string): number {
  return responses.filter((response) => response.channel === 'card' && response.villageId === villageId).length
}

function answerDoc(file: AuditEdition, response: Response): AnswerDoc {
  const { survey } = file.scheme
  return {
    _id: createHash('sha256').update(randomBytes(16)).digest('hex'),
    roundId: file.id,
    ...response,
    ...answerFigures(response, survey),
  }
}

/** A moment `minutes` after the planned arrival, but before now, in the order of the stops. */
function duringStop(file: AuditEdition, villageId: string, minutes: number, { day, now }: StoredRoundOptions): number {
  const stop = file.stops.find((one) => one.villageId === villageId)!
  const planned = shanghaiTime(day, stop.arrive) + minutes * MINUTE
  const latest = now - (file.stops.length - stop.order + 1) * MINUTE
  return Math.min(planned, latest)
}

function fullMarks(file: AuditEdition): Map<string, number> {
  return new Map([...file.scheme.indicators, ...file.goals].map(({ id, full }) => [id, full]))
}

function hash(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9973, 7)
}
