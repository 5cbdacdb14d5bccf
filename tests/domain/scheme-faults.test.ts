/**
 * A scheme's faults in words, against what refuses a round file: whatever the file would be refused for must have been said
 * before anything was published, where it stands.
 */
import fc from 'fast-check'
import { defaultRules, defaultSchemeSettings } from '../../src/domain/default-scheme'
import { roundRefusal } from '../../src/domain/read-round-file'
import type { AuditEdition, Scheme } from '../../src/domain/round-file'
import { blockingOf, faultsAt, partOf, type SchemeFault, schemeFaults } from '../../src/domain/scheme-faults'
import type { SchemeSettings } from '../../src/domain/scheme-settings'
import { readSample } from '../../tools/seed/sample'

const sample = readSample<AuditEdition>('round-2.json').scheme
const settings: SchemeSettings = { ...defaultSchemeSettings(), organiser: '市委组织部', overdueItemId: 'K03' }

describe('the sample’s scheme', () => {
  test('may be published, and nothing is advised', () => expect(schemeFaults(sample, settings)).toEqual([]))
})

describe('a new scheme begins with the defaults and makes nothing up', () => {
  test('what is missing is asked for, part by part', () => {
    const faults = blockingOf(schemeFaults(defaultRules('s1', '考核方案'), defaultSchemeSettings()))
    expect(faults.map((fault) => `${partOf(fault)} ${fault.path}: ${fault.text}`)).toEqual([
      'indicators indicators: 共性目标占 40 分，却一项指标也没有。请加指标，或把权重改成 0。',
      'survey survey.items: 还没有题目，至少要有总体满意度那一题。',
      'survey survey.overallItem: 还没有选哪一题是总体满意度。',
      'settings settings.organiser: 还没有写主办单位。',
    ])
  })
})

describe('each fault is said where it stands, and blocks', () => {
  // C01 (place 0) is judged, full 5 in steps of 0.5; C03 (place 2) is measured, full 4: −, 40, 60, 80, 95.
  test.each<[string, string, Spoilt]>([
    ['weights', '加起来是 98，要正好是 100', { 'weights.satisfaction': 28 }],
    ['weights.common', '要是整数，现在是 33.4', { weights: { common: 33.4, demonstration: 33.3, satisfaction: 33.3 } }],
    ['weights.demonstration', '不能小于 0，现在是 −10', { 'weights.demonstration': -10, 'weights.common': 80 }],
    ['title', '还没有写方案名称', { title: '  ' }],
    ['deductionCap', '不能小于 0', { deductionCap: -1 }],
    ['minInspectors', '要是整数', { minInspectors: 2.5 }],
    ['trimFrom', '不能小于 3，现在是 2', { trimFrom: 2 }],
    ['outlierCut', '要大于 0', { outlierCut: 0 }],
    ['certainty.draws', '不能小于 0', { 'certainty.draws': -5 }],
    ['certainty.level', '要大于 0', { 'certainty.level': 0 }],
    ['actions.1.id', '和第 1 项行动重复', { 'actions.1.id': 'A01' }],
    ['actions.2.title', '还没有写行动名称', { 'actions.2.title': '' }],
    ['indicators', '却一项指标也没有', { indicators: [] }],
    ['indicators.4.id', '编号 C01 和第 1 项指标重复', { 'indicators.4.id': 'C01' }],
    ['indicators.0.actionId', '十项行动里没有「A99」', { 'indicators.0.actionId': 'A99' }],
    ['indicators.0.actionId', '还没有选属于哪项行动', { 'indicators.0.actionId': '' }],
    ['indicators.0.revitalisation', '五大振兴', { 'indicators.0.revitalisation': '' }],
    ['indicators.0.full', '满分要大于 0', { 'indicators.0.full': 0 }],
    ['indicators.0.full', '满分不能大于 1000', { 'indicators.0.full': 1001 }],
    ['indicators.0.full', '满分 5.2 不是步长 0.5 的整数倍', { 'indicators.0.full': 5.2 }],
    ['indicators.0.step', '最多写四位小数，现在是 0.33333', { 'indicators.0.step': 0.33333 }],
    ['indicators.0.rubric.2.mark', '要在 0 到 5 之间，现在是 6', { 'indicators.0.rubric.2.mark': 6 }],
    ['indicators.0.rubric.1.mark', '2.3 不是步长 0.5 的整数倍', { 'indicators.0.rubric.1.mark': 2.3 }],
    ['indicators.0.rubric.1.mark', '写了两条标准', { 'indicators.0.rubric.1.mark': 0 }],
    ['indicators.2.bands', '还没有分档', { 'indicators.2.bands': [] }],
    ['indicators.2.bands.0.from', '第一档不写起点（现在写了 10）', { 'indicators.2.bands.0.from': 10 }],
    ['indicators.2.bands.2.from', '起点 40 没有比上一档的 40 大', { 'indicators.2.bands.2.from': 40 }],
    ['indicators.2.bands.3.from', '只有第一档不写起点', { 'indicators.2.bands.3.from': null }],
    ['indicators.2.bands.4.mark', '要在 0 到 4 之间，现在是 5', { 'indicators.2.bands.4.mark': 5 }],
    ['indicators.2.bands.1.from', '最多写四位小数', { 'indicators.2.bands.1.from': 40.00001 }],
    ['indicators.2.unit', '用什么单位', { 'indicators.2.unit': '' }],
    ['deductionItems.3.id', '编号 K01 和第 1 条扣分项重复', { 'deductionItems.3.id': 'K01' }],
    ['deductionItems.0.marks', '不能小于 0', { 'deductionItems.0.marks': -5 }],
    ['survey.levels.2.value', '编号 5 和第 1 个选项重复', { 'survey.levels.2.value': 5 }],
    ['survey.levels.2.label', '选项「满意」和第 2 个选项一样', { 'survey.levels.2.label': '满意' }],
    ['survey.levels.2.value', '要是整数', { 'survey.levels.2.value': 3.5 }],
    ['survey.levels.0.points', '要在 0 到 100 之间，现在是 120', { 'survey.levels.0.points': 120 }],
    ['survey.levels', '没有一个选项有分值', { 'survey.levels': [{ value: 0, label: '不了解', points: null }] }],
    ['survey.items.1.id', '编号 Q01 和第 1 题重复', { 'survey.items.1.id': 'Q01' }],
    ['survey.items.1.id', '最多 16 个', { 'survey.items.1.id': 'Q.02' }],
    ['survey.items.1.weight', '题目的权重要大于 0', { 'survey.items.1.weight': 0 }],
    ['survey.overallItem', '没有编号是「Q11」的题', { 'survey.overallItem': 'Q11' }],
    ['survey.quota', '下限 200 比上限 120 还大', { 'survey.quota.min': 200 }],
    ['survey.quota.share', '要在 0 到 1 之间，现在是 20', { 'survey.quota.share': 20 }],
    ['survey.minResponses', '不能小于 5', { 'survey.minResponses': 4 }],
    ['survey.scoredChannels', '一种途径也没有选', { 'survey.scoredChannels': [] }],
    ['survey.passMark', '要在 0 到 100 之间', { 'survey.passMark': 160 }],
    ['settings.overdueItemId', '扣分项里没有「K77」', { 'settings.overdueItemId': 'K77' }],
    ['settings.overdueItemId', '扣分项里没有「K03」', { deductionItems: [] }],
    ['settings.goalFull', '满分 10.2 不是步长 0.5 的整数倍', { 'settings.goalFull': 10.2 }],
    ['settings.organiser', '还没有写主办单位', { 'settings.organiser': '' }],
  ])('%s: %s', (path, words, spoilt) => {
    const found = faultsWith(spoilt).filter((fault) => fault.path === path && fault.text.includes(words))
    expect(found).toHaveLength(1)
    expect(found[0]!.blocks).toBe(true)
  })
})

describe('advice does not block', () => {
  test.each<[string, string, Spoilt]>([
    ['indicators', '评判指标有 13 项', { 'indicators.2.kind': 'judged', 'indicators.2.rubric': [] }],
    ['indicators.0.rubric', '还没有评分标准', { 'indicators.0.rubric': [] }],
    ['indicators.0.rubric', '没有 5 分长什么样', { 'indicators.0.rubric': [{ mark: 0, text: '差' }] }],
    ['indicators', '加起来是 101 分', { 'indicators.0.full': 6 }],
    ['survey.items.0.title', '这道题有 45 个字', { 'survey.items.0.title': '问'.repeat(45) }],
    [
      'survey.items',
      '超过一分钟',
      { 'survey.items.0.title': '问'.repeat(80), 'survey.items.1.title': '问'.repeat(80) },
    ],
    ['survey.scoredChannels', '容易被刷票', { 'survey.scoredChannels': ['onsite', 'picture'] }],
    ['deductionItems.0.cap', '一次也只扣 3 分', { 'deductionItems.0.cap': 3 }],
    ['actions.10', '还没有指标', { 'actions.10': { id: 'A11', title: '第十一项' } }],
    ['certainty.draws', '最多按 10000 次算', { 'certainty.draws': 20_000 }],
    ['settings.sharedInspectors', '少于 3 位', { 'settings.sharedInspectors': 1 }],
    ['settings.appealMinutes', '来不及申诉', { 'settings.appealMinutes': 0 }],
  ])('%s: %s', (path, words, spoilt) => {
    const faults = faultsWith(spoilt)
    expect(faults.filter((fault) => fault.path === path && fault.text.includes(words))).toHaveLength(1)
    expect(blockingOf(faults)).toEqual([])
  })

  test('a scheme without demonstration goals is not asked what one is worth', () => {
    const rules = { ...sample, weights: { common: 70, demonstration: 0, satisfaction: 30 } }
    expect(blockingOf(schemeFaults(rules, { ...settings, goalFull: 0, goalStep: 0 }))).toEqual([])
  })
})

describe('what blocks a scheme is what refuses its round file', () => {
  test('a spoilt scheme is refused in a round file just when something blocks that is no rule of the house', () => {
    let refused = 0
    fc.assert(
      fc.property(fc.array(spoiling, { minLength: 0, maxLength: 3 }), (spoils) => {
        const scheme = structuredClone(sample)
        for (const spoil of spoils) spoilAt(scheme, spoil)
        const blocks = blockingOf(schemeFaults(scheme, settings)).filter(({ path }) => !path.startsWith('settings.'))
        const refusal = roundRefusal(roundUnder(scheme))
        if (refusal) refused++
        // Refused, and nothing said: somebody would learn of it on the day.
        if (refusal && blocks.length === 0) throw new Error(`not told: ${JSON.stringify(refusal)}`)
        const real = blocks.filter((fault) => !isRuleOfTheHouse(fault))
        if (!refusal && real.length > 0) throw new Error(`told for nothing: ${JSON.stringify(real)}`)
      }),
      { numRuns: 1000 },
    )
    // The spoiling spoils: otherwise the property would hold by doing nothing.
    expect(refused).toBeGreaterThan(300)
  })
})

describe('faults at a place', () => {
  test('those of indicator 1 and inside it, told from there; not those of indicator 10', () => {
    const faults = [
      { path: 'indicators.1', text: 'a', blocks: true },
      { path: 'indicators.1.bands.2.from', text: 'b', blocks: true },
      { path: 'indicators.10.full', text: 'c', blocks: true },
    ]
    expect(faultsAt(faults, 'indicators.1').map(({ path, text }) => [path, text])).toEqual([
      ['', 'a'],
      ['bands.2.from', 'b'],
    ])
  })
})

/** Blocks although a round file may hold it: no screen could show it, or nothing would be scored. */
function isRuleOfTheHouse({ path, text }: SchemeFault): boolean {
  if (/^还没有写|^还没有选属于五大振兴/.test(text)) return true
  if (/\.rubric\.\d+\.mark$|^certainty\.|^survey\.passMark$|^survey\.scoredChannels$|^survey\.levels$/.test(path))
    return true
  if (/^survey\.levels\.\d+\.label$|^survey\.items\.\d+\.id$/.test(path)) return !text.includes('重复')
  if (/^survey\.levels\.\d+\.value$/.test(path)) return text.includes('要是整数')
  return /\.full$/.test(path) && text.includes('大于 1000')
}

type Spoil =
  | { path: (string | number)[]; to: unknown }
  | { list: (string | number)[]; deed: 'drop' | 'double' | 'turn'; at: number }

const numbers = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.5, 2.5, 100, 101, 0.00001, 0.33333, 1e-7, 1e9, -0.0001, 5, 60, 4, 95, 1000, 1001),
  fc.integer({ min: -20, max: 120 }),
  fc.integer({ min: -40, max: 400 }).map((n) => n / 4),
)
const ids = fc.constantFrom('A01', 'A02', 'C01', 'C02', 'K01', 'Q01', 'Q02', 'X', '')
const place = fc.nat(30)

const numberPaths = fc.oneof(
  fc.constantFrom(
    ['weights', 'common'],
    ['weights', 'demonstration'],
    ['weights', 'satisfaction'],
    ['deductionCap'],
    ['minInspectors'],
    ['trimFrom'],
    ['outlierCut'],
    ['certainty', 'draws'],
    ['certainty', 'level'],
    ['certainty', 'flip'],
    ['survey', 'minAnswered'],
    ['survey', 'passMark'],
    ['survey', 'minResponses'],
    ['survey', 'minSecondsPerItem'],
    ['survey', 'quota', 'share'],
    ['survey', 'quota', 'min'],
    ['survey', 'quota', 'max'],
  ),
  fc.tuple(fc.constant('indicators'), place, fc.constantFrom('full', 'step')),
  fc.tuple(fc.constant('indicators'), place, fc.constant('bands'), place, fc.constantFrom('from', 'mark')),
  fc.tuple(fc.constant('indicators'), place, fc.constant('rubric'), place, fc.constant('mark')),
  fc.tuple(fc.constant('deductionItems'), place, fc.constantFrom('marks', 'cap')),
  fc.tuple(fc.constant('survey'), fc.constant('levels'), place, fc.constantFrom('value', 'points')),
  fc.tuple(fc.constant('survey'), fc.constant('items'), place, fc.constant('weight')),
)
const idPaths = fc.oneof(
  fc.tuple(fc.constant('actions'), place, fc.constant('id')),
  fc.tuple(fc.constant('indicators'), place, fc.constantFrom('id', 'actionId', 'title', 'revitalisation')),
  fc.tuple(fc.constant('deductionItems'), place, fc.constant('id')),
  fc.tuple(fc.constant('survey'), fc.constant('items'), place, fc.constantFrom('id', 'title')),
  fc.constant(['survey', 'overallItem']),
)
const nullPaths = fc.oneof(
  fc.constant(['outlierCut']),
  fc.tuple(fc.constant('indicators'), place, fc.constant('bands'), place, fc.constant('from')),
  fc.tuple(fc.constant('survey'), fc.constant('levels'), place, fc.constant('points')),
)
const lists = fc.oneof(
  fc.constantFrom(['actions'], ['indicators'], ['deductionItems'], ['survey', 'levels'], ['survey', 'items']),
  fc.tuple(fc.constant('indicators'), place, fc.constantFrom('bands', 'rubric')),
)
const spoiling: fc.Arbitrary<Spoil> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ path: numberPaths as fc.Arbitrary<(string | number)[]>, to: numbers }) },
  { weight: 2, arbitrary: fc.record({ path: idPaths as fc.Arbitrary<(string | number)[]>, to: ids }) },
  { weight: 1, arbitrary: fc.record({ path: nullPaths as fc.Arbitrary<(string | number)[]>, to: fc.constant(null) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      list: lists as fc.Arbitrary<(string | number)[]>,
      deed: fc.constantFrom('drop' as const, 'double' as const, 'turn' as const),
      at: place,
    }),
  },
)

/** Where the path leads nowhere (a judged indicator has no bands) nothing is spoilt. */
function spoilAt(scheme: Scheme, spoil: Spoil): void {
  if ('list' in spoil) {
    const list = reach(scheme, spoil.list)
    if (!Array.isArray(list) || list.length === 0) return
    const at = spoil.at % list.length
    if (spoil.deed === 'drop') list.splice(at, 1)
    else if (spoil.deed === 'double') list.splice(at, 0, structuredClone(list[at]))
    else list.reverse()
    return
  }
  const holder = reach(scheme, spoil.path.slice(0, -1))
  const name = spoil.path.at(-1)!
  if (typeof holder === 'object' && holder !== null && name in holder) Object.assign(holder, { [name]: spoil.to })
}

function reach(from: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inside, name) => {
    if (Array.isArray(inside)) return inside.length > 0 ? inside[(name as number) % inside.length] : undefined
    return (inside as Record<string, unknown> | undefined)?.[name]
  }, from)
}

/** Two villages with all that a round under this scheme must hold; nobody scored and nobody answered yet. */
function roundUnder(scheme: Scheme): AuditEdition {
  const villages = ['V1', 'V2'].map((id) => ({ id, name: id, districtId: 'D1', households: 100 }))
  const measured = [...new Set(scheme.indicators.filter(({ kind }) => kind === 'measured').map(({ id }) => id))]
  return {
    format: 'lalian-round/1',
    edition: 'audit',
    id: 'R1',
    number: 1,
    date: '2026-05-20',
    rehearsal: false,
    scheme,
    villages,
    stops: villages.map(({ id }, i) => ({
      order: i + 1,
      villageId: id,
      arrive: '08:00',
      depart: '09:00',
      state: 'visited',
    })),
    panel: [{ id: 'I1', name: '李', districtId: null, recusedVillageIds: [] }],
    goals: villages.map(({ id }) => ({
      id: `${id}-G1`,
      villageId: id,
      title: '目标',
      full: 10,
      step: 0.5,
      difficulty: 1,
    })),
    notApplicable: [],
    measurements: villages.flatMap(({ id }) =>
      measured.map((indicatorId) => ({ villageId: id, indicatorId, value: 1 })),
    ),
    scorecards: [],
    deductions: [],
    accepted: [],
    responses: [],
  }
}

type Spoilt = Record<string, unknown>

/** The sample's faults with some of its values changed, each named by its path. */
function faultsWith(spoilt: Spoilt): SchemeFault[] {
  const whole = { ...structuredClone(sample), settings: structuredClone(settings) }
  for (const [path, value] of Object.entries(spoilt)) {
    const names = path.split('.')
    const holder = names.slice(0, -1).reduce<unknown>((inside, name) => (inside as Spoilt)[name], whole)
    Object.assign(holder as object, { [names.at(-1)!]: value })
  }
  const { settings: its, ...rules } = whole
  return schemeFaults(rules, its)
}
