/**
 * Four villages of the sample's round 2, two of them provisional; and its twin, in which the same cards and responses came
 * in with other marks and other levels, of people whom nobody in the matrix is. What tells them apart tells of a score.
 */
import type { Answers, AuditEdition, Response, Scorecard, Survey } from '../../../src/domain/round-file'
import { counts } from '../../seed/counts'
import { readSample } from '../../seed/sample'

export const VILLAGE = 'V01'
export const OTHER_VILLAGE = 'V02'
const villages = [VILLAGE, OTHER_VILLAGE, 'V03', 'V04']
/** Where the twin differs. */
const better = 'V03'
const worse = 'V04'
/** Whose cards there are. Nobody of the matrix calls as one of them: their own marks they may see. */
const strangers = ['I04', 'I05', 'I07', 'I09', 'I11']

export type Twin = 'one' | 'other'
export const twins: readonly Twin[] = ['one', 'other']

export function smallFile(twin: Twin): AuditEdition {
  const file = cutDown(readSample<AuditEdition>('round-2.json'))
  return twin === 'one' ? file : otherwise(file)
}

/** A round is read at every call: a short scheme is a short proof. */
function cutDown(file: AuditEdition): AuditEdition {
  const isHere = ({ villageId }: { villageId: string }) => villages.includes(villageId)
  const of = (kind: string) => file.scheme.indicators.filter((indicator) => indicator.kind === kind)
  const indicators = [...of('judged').slice(0, 5), ...of('measured').slice(0, 2)]
  const isKept = (itemId: string) =>
    indicators.some(({ id }) => id === itemId) || file.goals.some(({ id }) => id === itemId)
  return {
    ...file,
    scheme: { ...file.scheme, indicators, certainty: { ...file.scheme.certainty, draws: 20 } },
    villages: file.villages.filter(({ id }) => villages.includes(id)),
    stops: file.stops.filter(isHere),
    panel: file.panel.map((inspector) => ({
      ...inspector,
      recusedVillageIds: inspector.recusedVillageIds.filter((id) => villages.includes(id)),
    })),
    goals: file.goals.filter(isHere),
    notApplicable: file.notApplicable.filter(isHere).filter(({ indicatorId }) => isKept(indicatorId)),
    measurements: file.measurements.filter(isHere).filter(({ indicatorId }) => isKept(indicatorId)),
    scorecards: file.scorecards
      .filter(isHere)
      .filter(({ inspectorId }) => strangers.includes(inspectorId))
      .map((card) => ({ ...card, marks: pick(card.marks, isKept) })),
    deductions: [],
    accepted: [],
    responses: villages.flatMap((id) => fewResponses(file, id)),
  }
}

function pick(marks: Scorecard['marks'], isKept: (itemId: string) => boolean): Scorecard['marks'] {
  return Object.fromEntries(Object.entries(marks).filter(([itemId]) => isKept(itemId)))
}

/** Too few that count for a rank of the first two; of forwarded codes enough that they may be restored. */
function fewResponses({ responses, scheme }: AuditEdition, villageId: string): Response[] {
  const here = responses.filter((response) => response.villageId === villageId)
  const counting = here.filter((response) => counts(response, scheme.survey))
  const forwarded = here.filter(({ channel, tooFast }) => channel === 'picture' && !tooFast)
  const isProvisional = villageId === VILLAGE || villageId === OTHER_VILLAGE
  return [...counting.slice(0, isProvisional ? 8 : 24), ...forwarded.slice(0, 6)]
}

function otherwise(file: AuditEdition): AuditEdition {
  return {
    ...file,
    scorecards: file.scorecards.map((card) => otherMarks(card, file)),
    responses: file.responses.map((response) => ({
      ...response,
      answers: otherLevels(response, file.scheme.survey),
    })),
  }
}

/** A step up in one village, a step down in the other, for all alike: no mark lies farther out than it did. */
function otherMarks(card: Scorecard, { scheme, goals, scorecards }: AuditEdition): Scorecard {
  const by = card.villageId === better ? 1 : card.villageId === worse ? -1 : 0
  const beside = scorecards.filter(({ villageId }) => villageId === card.villageId)
  // 0 and the full mark want a note: an item on which somebody gave one, or would then, stays.
  const moves = [...scheme.indicators, ...goals].filter(({ id, step, full }) =>
    beside.every(
      ({ marks: { [id]: mark = 0 } }) => mark > 0 && mark < full && mark + by * step > 0 && mark + by * step < full,
    ),
  )
  const moved = Object.fromEntries(
    moves.flatMap(({ id, step }) => (id in card.marks ? [[id, card.marks[id]! + by * step]] : [])),
  )
  return { ...card, marks: { ...card.marks, ...moved } }
}

/** One level better, or worse, on the first question; 不了解 stays. */
function otherLevels({ villageId, answers }: Response, { levels, items }: Survey): Answers {
  const by = villageId === better ? 1 : villageId === worse ? -1 : 0
  const first = items[0]!.id
  const scale = levels.filter((level) => level.points !== null).sort((a, b) => a.points! - b.points!)
  const at = scale.findIndex(({ value }) => value === answers[first])
  const moved = at < 0 ? undefined : scale[at + by]
  return moved ? { ...answers, [first]: moved.value } : answers
}
