/** Every refusal of docs/round-file.md: one change to a valid round, and the line that says what and where. */
import { readRoundFile, readRoundText } from '../../src/domain/read-round-file'
import { refusalLine } from '../../src/domain/refusal'
import type { RoundFile } from '../../src/domain/round-file'
import { type Change, changed } from './change'
import { fileBytes, fileText, tinyPublicRound, tinyRound } from './tiny-round'

type Row = Change & { says: string }

const audit = tinyRound()
const open = tinyPublicRound()

function lineFor(round: RoundFile, change: Change): string {
  const read = readRoundText(fileText(changed(round, change)))
  return 'refusal' in read ? refusalLine(read.refusal) : 'accepted'
}

function refuses(about: string, round: RoundFile, rows: Row[]): void {
  describe(about, () => {
    test.each(rows)('$says', ({ says, ...change }) => expect(lineFor(round, change as Change)).toBe(says))
  })
}

describe('the rounds that are changed below', () => {
  test.each([audit, open])('$edition: accepted', (round) => expect(readRoundText(fileText(round))).toEqual({ round }))
})

refuses('format and edition', audit, [
  { set: 'format', to: 'lalian-round/2', says: 'format: "lalian-round/2" is not one of lalian-round/1' },
  { drop: 'format', says: 'format: missing' },
  { set: 'edition', to: 'secret', says: 'edition: "secret" is not one of audit, public' },
  { set: 'surveyTotals', to: [], says: 'surveyTotals: does not belong to the audit edition' },
  { set: 'auditDigest', to: 'sha256:0', says: 'auditDigest: does not belong to the audit edition' },
])

refuses('a field missing, unknown or of the wrong type', audit, [
  { drop: 'responses', says: 'responses: missing' },
  { drop: 'scheme.title', says: 'scheme.title: missing' },
  { drop: 'scheme.survey.openQuestion', says: 'scheme.survey.openQuestion: missing' },
  { drop: 'villages[0].districtId', says: 'villages[0].districtId: missing' },
  { drop: 'scorecards[2].marks', says: 'scorecards[2].marks: missing' },
  { set: 'comment', to: 'x', says: 'comment: unknown field' },
  { set: 'stops[1].note', to: 'x', says: 'stops[1].note: unknown field' },
  { set: 'scheme.indicators[0].bands', to: [], says: 'scheme.indicators[0].bands: unknown field' },
  { set: 'responses[3].at', to: 1, says: 'responses[3].at: unknown field' },
  { set: 'responses[3].__proto__', to: 1, says: 'responses[3].__proto__: unknown field' },
  { set: 'number', to: '1', says: 'number: "1" is not a number' },
  { set: 'rehearsal', to: null, says: 'rehearsal: null is not true or false' },
  { set: 'date', to: 20260520, says: 'date: 20260520 is not a text' },
  { set: 'scheme', to: [], says: 'scheme: a list is not an object' },
  { set: 'panel', to: {}, says: 'panel: an object is not a list' },
  { set: 'villages[0]', to: 'V1', says: 'villages[0]: "V1" is not an object' },
  {
    set: 'scheme.severityAdjustment',
    to: 'no',
    says: 'scheme.severityAdjustment: "no" is not one of auto, always, never',
  },
  {
    set: 'scheme.indicators[1].kind',
    to: 'guessed',
    says: 'scheme.indicators[1].kind: "guessed" is not one of judged, measured',
  },
  { set: 'stops[0].state', to: 'left', says: 'stops[0].state: "left" is not one of visited, skipped' },
  { set: 'scorecards[0].marks.C1', to: '8', says: 'scorecards[0].marks.C1: "8" is not a number' },
  { set: 'scorecards[0].marks', to: null, says: 'scorecards[0].marks: null is not an object' },
  { set: 'deductions[0].confirmed', to: 1, says: 'deductions[0].confirmed: 1 is not true or false' },
  { set: 'measurements[0].value', to: null, says: 'measurements[0].value: null is not a number' },
])

refuses('an id twice in one list', audit, [
  { add: 'scheme.actions', item: { id: 'A1', title: '' }, says: 'scheme.actions[1].id: "A1" stands twice' },
  { set: 'scheme.indicators[1].id', to: 'C1', says: 'scheme.indicators[1].id: "C1" stands twice' },
  {
    add: 'scheme.deductionItems',
    item: { id: 'K1', title: '', marks: 0, cap: 0 },
    says: 'scheme.deductionItems[1].id: "K1" stands twice',
  },
  { set: 'scheme.survey.items[1].id', to: 'Q1', says: 'scheme.survey.items[1].id: "Q1" stands twice' },
  { set: 'scheme.survey.levels[1].value', to: 5, says: 'scheme.survey.levels[1].value: 5 stands twice' },
  { set: 'villages[1].id', to: 'V1', says: 'villages[1].id: "V1" stands twice' },
  { set: 'panel[2].id', to: 'Li', says: 'panel[2].id: "Li" stands twice' },
  { set: 'panel[1].recusedVillageIds', to: ['V2', 'V2'], says: 'panel[1].recusedVillageIds[1]: "V2" stands twice' },
  { set: 'goals[1].id', to: 'V1-G', says: 'goals[1].id: "V1-G" stands twice' },
  { add: 'deductions', item: audit.deductions[0], says: 'deductions[1].id: "D1" stands twice' },
  { set: 'accepted', to: ['V1', 'V1'], says: 'accepted[1]: "V1" stands twice' },
  { add: 'notApplicable', item: audit.notApplicable[0], says: 'notApplicable[1]: "C2" stands twice for "V2"' },
])

refuses('an id that is referred to but unknown', audit, [
  { set: 'scheme.indicators[0].actionId', to: 'A9', says: 'scheme.indicators[0].actionId: unknown action "A9"' },
  { set: 'scheme.survey.overallItem', to: 'Q9', says: 'scheme.survey.overallItem: unknown item "Q9"' },
  { set: 'stops[1].villageId', to: 'V9', says: 'stops[1].villageId: unknown village "V9"' },
  { set: 'panel[1].recusedVillageIds', to: ['V9'], says: 'panel[1].recusedVillageIds[0]: unknown village "V9"' },
  { set: 'goals[1].villageId', to: 'V9', says: 'goals[1].villageId: unknown village "V9"' },
  { set: 'notApplicable[0].villageId', to: 'V9', says: 'notApplicable[0].villageId: unknown village "V9"' },
  { set: 'notApplicable[0].indicatorId', to: 'C9', says: 'notApplicable[0].indicatorId: unknown indicator "C9"' },
  { set: 'measurements[0].villageId', to: 'V9', says: 'measurements[0].villageId: unknown village "V9"' },
  { set: 'measurements[0].indicatorId', to: 'M9', says: 'measurements[0].indicatorId: unknown indicator "M9"' },
  { set: 'scorecards[0].inspectorId', to: 'Qian', says: 'scorecards[0].inspectorId: unknown inspector "Qian"' },
  { set: 'scorecards[0].villageId', to: 'V9', says: 'scorecards[0].villageId: unknown village "V9"' },
  { set: 'scorecards[0].marks.C9', to: 1, says: 'scorecards[0].marks.C9: unknown indicator or goal' },
  { set: 'scorecards[0].marks.toString', to: 1, says: 'scorecards[0].marks.toString: unknown indicator or goal' },
  { set: 'deductions[0].itemId', to: 'K9', says: 'deductions[0].itemId: unknown deduction item "K9"' },
  { set: 'deductions[0].villageId', to: 'V9', says: 'deductions[0].villageId: unknown village "V9"' },
  { set: 'accepted', to: ['V9'], says: 'accepted[0]: unknown village "V9"' },
  { set: 'responses[0].villageId', to: 'V9', says: 'responses[0].villageId: unknown village "V9"' },
  { set: 'responses[0].answers.Q9', to: 5, says: 'responses[0].answers.Q9: unknown item' },
  { set: 'responses[0].answers.Q1', to: 3, says: 'responses[0].answers.Q1: 3 is an unknown level' },
  { set: 'responses[0].answers.Q1', to: null, says: 'responses[0].answers.Q1: null is an unknown level' },
  {
    set: 'responses[0].channel',
    to: 'mail',
    says: 'responses[0].channel: "mail" is not one of onsite, card, poster, picture, paper',
  },
  {
    set: 'scheme.survey.scoredChannels',
    to: ['mail'],
    says: 'scheme.survey.scoredChannels[0]: "mail" is not one of onsite, card, poster, picture, paper',
  },
])

describe('a number that enters the arithmetic has at most four decimals', () => {
  const paths = [
    'scorecards[0].marks.C1',
    'scheme.indicators[0].full',
    'scheme.indicators[0].step',
    'scheme.indicators[2].bands[1].from',
    'scheme.indicators[2].bands[1].mark',
    'goals[0].full',
    'goals[0].step',
    'measurements[0].value',
    'scheme.deductionItems[0].marks',
    'scheme.deductionItems[0].cap',
    'scheme.deductionCap',
    'scheme.survey.levels[0].points',
    'scheme.survey.items[0].weight',
    'scheme.survey.passMark',
    'scheme.survey.minAnswered',
    'scheme.survey.quota.share',
    'scheme.survey.minSecondsPerItem',
    'scheme.outlierCut',
  ]
  test.each(paths)('%s', (path) => {
    expect(lineFor(audit, { set: path, to: 0.12345 })).toBe(`${path}: 0.12345 has more than four decimals`)
    expect(lineFor(audit, { set: path, to: 1e-7 })).toBe(`${path}: 1e-7 has more than four decimals`)
  })
  test('difficulty: at most two', () =>
    expect(lineFor(audit, { set: 'goals[0].difficulty', to: 0.855 })).toBe(
      'goals[0].difficulty: 0.855 has more than two decimals',
    ))
})

refuses('a value outside what the table says', audit, [
  {
    set: 'scheme.survey.passMark',
    to: -1e308,
    says: 'scheme.survey.passMark: -1e+308 is too large to be reckoned with',
  },
  {
    set: 'deductions[0].occurrences',
    to: 1e101,
    says: 'deductions[0].occurrences: 1e+101 is too large to be reckoned with',
  },
  { set: 'scheme.weights.common', to: 41, says: 'scheme.weights: sum to 101, not 100' },
  { set: 'scheme.weights.common', to: 39.5, says: 'scheme.weights.common: 39.5 is not a whole number' },
  {
    set: 'scheme.weights',
    to: { common: 120, demonstration: -20, satisfaction: 0 },
    says: 'scheme.weights.demonstration: -20 is below 0',
  },
  { set: 'scheme.deductionCap', to: -1, says: 'scheme.deductionCap: -1 is below 0' },
  { set: 'scheme.minInspectors', to: -1, says: 'scheme.minInspectors: -1 is below 0' },
  { set: 'scheme.minInspectors', to: 2.5, says: 'scheme.minInspectors: 2.5 is not a whole number' },
  { set: 'scheme.trimFrom', to: 2, says: 'scheme.trimFrom: 2 is below 3' },
  { set: 'scheme.trimFrom', to: 3.5, says: 'scheme.trimFrom: 3.5 is not a whole number' },
  { set: 'scheme.outlierCut', to: 0, says: 'scheme.outlierCut: 0 is not above 0' },
  { set: 'scheme.outlierCut', to: -1, says: 'scheme.outlierCut: -1 is below 0' },
  { set: 'scheme.certainty.draws', to: 0.5, says: 'scheme.certainty.draws: 0.5 is not a whole number' },
  { set: 'scheme.indicators[0].full', to: 0, says: 'scheme.indicators[0].full: 0 is not above 0' },
  { set: 'scheme.indicators[0].step', to: 0, says: 'scheme.indicators[0].step: 0 is not above 0' },
  { set: 'scheme.indicators[0].step', to: 3, says: 'scheme.indicators[0].full: 10 is not a multiple of its step 3' },
  { set: 'goals[0].full', to: -10, says: 'goals[0].full: -10 is below 0' },
  { set: 'goals[0].step', to: 0, says: 'goals[0].step: 0 is not above 0' },
  { set: 'goals[0].step', to: 3, says: 'goals[0].full: 10 is not a multiple of its step 3' },
  { set: 'goals[0].difficulty', to: 0, says: 'goals[0].difficulty: 0 is not above 0' },
  { set: 'goals[0].difficulty', to: 1.1, says: 'goals[0].difficulty: 1.1 is above 1' },
  { set: 'goals[0].id', to: 'C1', says: `goals[0].id: "C1" is an indicator's id` },
  { set: 'scheme.indicators[2].bands', to: [], says: 'scheme.indicators[2].bands: no band starts from null' },
  {
    set: 'scheme.indicators[2].bands[0].from',
    to: 0,
    says: 'scheme.indicators[2].bands[0].from: the first band must start from null',
  },
  {
    set: 'scheme.indicators[2].bands[2].from',
    to: null,
    says: 'scheme.indicators[2].bands[2].from: only the first band starts from null',
  },
  {
    set: 'scheme.indicators[2].bands[2].from',
    to: 20,
    says: 'scheme.indicators[2].bands[2].from: 20 does not ascend from 20',
  },
  {
    set: 'scheme.indicators[2].bands[2].mark',
    to: 5.5,
    says: 'scheme.indicators[2].bands[2].mark: 5.5 is outside 0…5',
  },
  { set: 'scheme.indicators[2].bands[2].mark', to: -1, says: 'scheme.indicators[2].bands[2].mark: -1 is outside 0…5' },
  { set: 'scheme.deductionItems[0].marks', to: -1, says: 'scheme.deductionItems[0].marks: -1 is below 0' },
  { set: 'scheme.deductionItems[0].cap', to: -1, says: 'scheme.deductionItems[0].cap: -1 is below 0' },
  { set: 'scheme.survey.levels[0].points', to: 101, says: 'scheme.survey.levels[0].points: 101 is above 100' },
  { set: 'scheme.survey.levels[0].points', to: -1, says: 'scheme.survey.levels[0].points: -1 is below 0' },
  { set: 'scheme.survey.items[0].weight', to: 0, says: 'scheme.survey.items[0].weight: 0 is not above 0' },
  { set: 'scheme.survey.minAnswered', to: 1.1, says: 'scheme.survey.minAnswered: 1.1 is above 1' },
  { set: 'scheme.survey.minAnswered', to: -0.1, says: 'scheme.survey.minAnswered: -0.1 is below 0' },
  { set: 'scheme.survey.quota.share', to: 1.1, says: 'scheme.survey.quota.share: 1.1 is above 1' },
  { set: 'scheme.survey.quota.min', to: -1, says: 'scheme.survey.quota.min: -1 is below 0' },
  { set: 'scheme.survey.quota.min', to: 51, says: 'scheme.survey.quota: min 51 is above max 50' },
  { set: 'scheme.survey.quota.min', to: 5.5, says: 'scheme.survey.quota.min: 5.5 is not a whole number' },
  { set: 'scheme.survey.quota.max', to: 50.5, says: 'scheme.survey.quota.max: 50.5 is not a whole number' },
  { set: 'scheme.survey.minResponses', to: 4, says: 'scheme.survey.minResponses: 4 is below 5' },
  { set: 'scheme.survey.minResponses', to: 10.5, says: 'scheme.survey.minResponses: 10.5 is not a whole number' },
  { set: 'scheme.survey.minSecondsPerItem', to: -1, says: 'scheme.survey.minSecondsPerItem: -1 is below 0' },
  { set: 'villages[0].households', to: 0, says: 'villages[0].households: 0 is below 1' },
  { set: 'villages[0].households', to: 1.5, says: 'villages[0].households: 1.5 is not a whole number' },
  { set: 'deductions[0].occurrences', to: 0, says: 'deductions[0].occurrences: 0 is below 1' },
  { set: 'deductions[0].occurrences', to: 1.5, says: 'deductions[0].occurrences: 1.5 is not a whole number' },
  { set: 'responses[1].tooFast', to: true, says: 'responses[1].tooFast: true on card, where nobody takes the time' },
  {
    set: 'responses[1]',
    to: { ...audit.responses[1], channel: 'paper', tooFast: true },
    says: 'responses[1].tooFast: true on paper, where nobody takes the time',
  },
])

refuses('stops and papers of every village', audit, [
  { set: 'stops[1].villageId', to: 'V1', says: 'stops[1].villageId: "V1" has two stops' },
  { drop: 'stops[1]', says: 'stops: no stop for "V2"' },
  { drop: 'goals[1]', says: 'villages[1]: "V2" has no goal: its full marks sum to 0' },
  {
    set: 'notApplicable',
    to: ['C1', 'C2', 'M1'].map((indicatorId) => ({ villageId: 'V2', indicatorId })),
    says: 'villages[1]: no indicator applies to "V2": its full marks sum to 0',
  },
])

refuses('measurements: one for each applicable measured indicator', audit, [
  { drop: 'measurements[1]', says: 'measurements: none of "M1" for "V2"' },
  { add: 'measurements', item: audit.measurements[0], says: 'measurements[2]: "M1" is measured twice for "V1"' },
  { set: 'measurements[0].indicatorId', to: 'C1', says: 'measurements[0].indicatorId: "C1" is judged, not measured' },
  {
    set: 'notApplicable[0].indicatorId',
    to: 'M1',
    says: 'measurements[1].indicatorId: "M1" is not applicable to "V2"',
  },
])

refuses('scorecards: every applicable judged indicator and goal, in steps, and nothing else', audit, [
  { set: 'scorecards[3].marks.C1', to: 4.7, says: 'scorecards[3].marks.C1: 4.7 is not a multiple of its step 0.5' },
  { set: 'scorecards[3].marks.C1', to: 10.5, says: 'scorecards[3].marks.C1: 10.5 is outside 0…10' },
  { set: 'scorecards[3].marks.C1', to: -0.5, says: 'scorecards[3].marks.C1: -0.5 is outside 0…10' },
  { set: 'scorecards[3].marks.V2-G', to: 10.5, says: 'scorecards[3].marks.V2-G: 10.5 is outside 0…10' },
  { set: 'scorecards[3].marks.V2-G', to: 0.3, says: 'scorecards[3].marks.V2-G: 0.3 is not a multiple of its step 0.5' },
  { drop: 'scorecards[0].marks.C1', says: 'scorecards[0].marks: no mark for "C1"' },
  { drop: 'scorecards[0].marks.V1-G', says: 'scorecards[0].marks: no mark for "V1-G"' },
  { set: 'scorecards[3].marks.C2', to: 1, says: 'scorecards[3].marks.C2: not applicable to "V2"' },
  { set: 'scorecards[3].marks.M1', to: 1, says: 'scorecards[3].marks.M1: is measured, not judged' },
  { set: 'scorecards[3].marks.V1-G', to: 1, says: 'scorecards[3].marks.V1-G: a goal of "V1", not of "V2"' },
  { add: 'scorecards', item: audit.scorecards[0], says: 'scorecards[5]: a second card of "Li" for "V1"' },
  { set: 'scorecards[3].inspectorId', to: 'Wang', says: 'scorecards[3]: "Wang" is recused for "V2"' },
])

test('an accepted village with fewer than 5 valid responses is refused while satisfaction weighs something', () => {
  const few = { ...audit, responses: audit.responses.slice(0, 14), accepted: ['V2'] }
  expect(lineFor(few, { set: 'id', to: 'few' })).toBe('accepted[0]: "V2" has 4 valid responses: fewer than 5')
  expect(lineFor(few, { set: 'scheme.weights', to: { common: 50, demonstration: 50, satisfaction: 0 } })).toBe(
    'accepted',
  )
})

refuses('the public edition', open, [
  { set: 'responses', to: [], says: 'responses: does not belong to the public edition' },
  { drop: 'surveyTotals', says: 'surveyTotals: missing' },
  { drop: 'auditDigest', says: 'auditDigest: missing' },
  { set: 'auditDigest', to: 'sha256:12', says: 'auditDigest: "sha256:12" is not sha256: and 64 hex digits' },
  { set: 'panel[0].districtId', to: 'D1', says: 'panel[0].districtId: does not belong to the public edition' },
  {
    set: 'panel[0].recusedVillageIds',
    to: ['V1'],
    says: 'panel[0].recusedVillageIds: do not belong to the public edition',
  },
  { drop: 'surveyTotals[1]', says: 'surveyTotals: none for "V2"' },
  { set: 'surveyTotals[1].villageId', to: 'V1', says: 'surveyTotals[1].villageId: "V1" has two totals' },
  { set: 'surveyTotals[1].villageId', to: 'V9', says: 'surveyTotals[1].villageId: unknown village "V9"' },
  {
    set: 'surveyTotals[0].received',
    to: 11,
    says: 'surveyTotals[0].received: 11 is not 0 excluded + 0 invalid + 10 valid',
  },
  { set: 'surveyTotals[0].excluded', to: -1, says: 'surveyTotals[0].excluded: -1 is below 0' },
  { set: 'surveyTotals[0].overallAnswered', to: 11, says: 'surveyTotals[0].overallAnswered: 11 is above valid 10' },
  {
    set: 'surveyTotals[0].overallSatisfied',
    to: 11,
    says: 'surveyTotals[0].overallSatisfied: 11 is above overallAnswered 10',
  },
  {
    set: 'surveyTotals[0].sum',
    to: 10_000_001,
    says: 'surveyTotals[0].sum: 10000001 is more than 10 responses can have',
  },
  {
    set: 'surveyTotals[0].sumSquares',
    to: '0',
    says: 'surveyTotals[0].sumSquares: "0" does not go with the sum 9333333',
  },
  {
    set: 'surveyTotals[0].sumSquares',
    to: 12,
    says: 'surveyTotals[0].sumSquares: 12 is not a whole number written out',
  },
  {
    set: 'surveyTotals[0]',
    to: { ...open.surveyTotals[0], received: 4, valid: 4, overallAnswered: 4, overallSatisfied: 4 },
    says: 'surveyTotals[0]: shows sums of 4 valid responses: fewer than 5',
  },
])

describe('the text: strict JSON in valid UTF-8', () => {
  const text = fileText(audit)
  const lineOf = (bytes: Uint8Array) => {
    const read = readRoundFile(bytes)
    return 'refusal' in read ? refusalLine(read.refusal) : 'accepted'
  }
  test.each([
    { change: ['"number":1', '"number":1,"number":1'], says: 'the name "number" stands twice' },
    { change: ['"number":1', '"number":1,"n\\u0075mber":2'], says: 'the name "number" stands twice' },
    { change: ['"C1":8,', '"C1":8,"C1":8,'], says: 'scorecards[0].marks: the name "C1" stands twice' },
    {
      change: ['"themes":["red"]', '"more":[{},{"a":{"x":1,"\\u0078":1}}]'],
      says: 'villages[0].more[1].a: the name "x" stands twice',
    },
    { change: ['"themes":["red"]', '"more":[0,1e999]'], says: 'villages[0].more[1]: a number too large to be read' },
    { change: ['"themes":["red"]', '"more":"\\ud83d"'], says: 'villages[0].more: holds half of a surrogate pair' },
    {
      change: ['"themes":["red"]', `"more":${'['.repeat(2000)}${']'.repeat(2000)}`],
      says: 'nested deeper than 1000 levels',
    },
    { change: ['"number":1', '"number":01'], says: 'not JSON' },
    { change: [/}$/, '},'], says: 'not JSON' },
    { change: [/^.*$/, ''], says: 'not JSON' },
    { change: [/^.*$/, '[]'], says: 'not a JSON object' },
    { change: [/^/, '\ufeff'], says: 'begins with a byte-order mark' },
  ] as Array<{ change: [string | RegExp, string]; says: string }>)('$says', ({ change, says }) => {
    const line = lineOf(fileBytes(text.replace(...change)))
    expect(line.slice(0, says.length)).toBe(says)
    expect(line).not.toMatch(/[\r\n]/)
  })

  test.each([
    { bytes: [0xff], why: 'no character starts so' },
    { bytes: [0xc0, 0xaf], why: 'longer than needed' },
    { bytes: [0xed, 0xa0, 0x80], why: 'a surrogate' },
    { bytes: [0xf4, 0x90, 0x80, 0x80], why: 'beyond the last character' },
    { bytes: [0xe4, 0xb8], why: 'cut short' },
  ])('not valid UTF-8: $why', ({ bytes }) => {
    const [before, after] = text.split('甲村') as [string, string]
    expect(lineOf(new Uint8Array([...fileBytes(before), ...bytes, ...fileBytes(after)]))).toBe('not valid UTF-8')
  })
})

describe('accepted all the same', () => {
  test.each<Change & { why: string }>([
    { set: 'villages[0].anything', to: { deep: [null, 1.234567] }, why: 'villages may carry more' },
    { set: 'accepted', to: ['V1'], why: 'an accepted id that is not provisional has no effect' },
    { set: 'scheme.indicators[0].rubric[0].mark', to: 0.123456, why: 'a rubric line does not enter the arithmetic' },
    { set: 'scheme.certainty.level', to: 0.123456, why: 'nor does certainty' },
    { set: 'scheme.survey.levels[3].points', to: 0, why: 'every level may have points' },
    { set: 'responses', to: [], why: 'nobody answered' },
    { set: 'scorecards[0].marks.C1', to: 1e1, why: 'a number is what it is, however it is written' },
  ])('$why', ({ why: _, ...change }) => expect(lineFor(audit, change as Change)).toBe('accepted'))
})
