import { readFileSync } from 'node:fs'
import { cents } from '../../src/domain/cents-text'
import { type Explanation, explanations } from '../../src/domain/explanation'
import { publicEdition } from '../../src/domain/public-edition'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition, RoundFile } from '../../src/domain/round-file'
import type { RankedVillage } from '../../src/domain/round-result'
import { U } from '../../src/domain/units'
import { randomOf } from '../../tools/prove/cells/random'
import { randomRound } from '../../tools/prove/cells/random-round'
import { anyRound } from './any-round'
import { sumsIn, wrongSums } from './checked-sums'
import { tinyRound } from './tiny-round'

const plainName = (id: string) => id
const sample = (name: string): AuditEdition => JSON.parse(readFileSync(`tools/seed/sample/${name}.json`, 'utf8'))

function explained(round: RoundFile, nameOf = plainName): { row: RankedVillage; explanation: Explanation }[] {
  const result = roundResult(round)
  const explain = explanations(round, result)
  return result.ranking.map((row) => ({ row, explanation: explain(row.villageId, nameOf) }))
}

const ofVillage = (round: RoundFile, id: string) =>
  explained(round).find(({ row }) => row.villageId === id)!.explanation

type Step = Explanation['steps'][number]

function step<Kind extends Step['kind']>({ steps }: Explanation, kind: Kind) {
  return steps.find((one) => one.kind === kind) as Step & Record<'kind', Kind>
}

const textOf = ({ steps }: Explanation) =>
  steps.flatMap((one) => [...one.sentences, ...('cards' in one ? one.cards.flatMap((card) => card.working) : [])])

/** All that has to come right in one village’s explanation. */
function expectSumsToComeRight(row: RankedVillage, explanation: Explanation): void {
  expect(textOf(explanation).flatMap(wrongSums)).toEqual([])
  if (row.deferred) {
    expect(explanation.steps.map(({ kind }) => kind)).toEqual(['deferred'])
    return
  }
  for (const paper of ['common', 'demonstration'] as const) {
    const { value, cards, items, sentences } = step(explanation, paper)
    expect(value).toBe(row[paper])
    for (const { plain, correction, clamped, adjusted, working } of cards) {
      expect(plain + correction + clamped).toBe(adjusted)
      // The working ends in the plain score, printed whole.
      expect(unitsPrinted(working[working.length - 1]!)).toBe(plain)
    }
    const kept = cards.filter(({ dropped }) => dropped === null)
    if (cards.length > 0) {
      const [mean] = sentences.flatMap(sumsIn)
      const sum = kept.reduce((total, { adjusted }) => total + adjusted, 0)
      expect(mean!.split(' ÷ ')).toEqual([(sum / U).toFixed(4), expect.stringMatching(new RegExp(`^${kept.length} `))])
      expect(unitsPrinted(mean!)).toBe(value)
    }
    if (paper === 'common' && items.length > 0 && cards.length > 0) {
      const measured = items.reduce((sum, { mark }) => sum + mark!, 0) / U
      expect(sentences.join()).toContain(`一共 ${Math.round(measured * 1e4) / 1e4} 分`)
      for (const { working } of cards) expect(working[0]).toContain(` + ${Math.round(measured * 1e4) / 1e4} = `)
    }
  }
  expect(step(explanation, 'satisfaction').value).toBe(row.satisfaction)
  const { value, lines } = step(explanation, 'deductions')
  expect(value).toBe(row.deductions)
  for (const { each, occurrences, cap, marks } of lines) expect(marks).toBe(Math.min(each * occurrences, cap))
  const total = step(explanation, 'total')
  expect(total.value).toBe(row.total)
  expectTheHeadToComeRight(total, row)
  expect(step(explanation, 'order').rank).toBe(row.rank)
}

function expectTheHeadToComeRight({ shown, sentences }: ReturnType<typeof total>, row: RankedVillage): void {
  const { common, demonstration, satisfaction, deductions, rounding } = shown
  expect(common + demonstration + satisfaction - deductions + rounding).toBe(shown.total)
  expect(shown.total).toBe(cents(row.total!) * 100)
  const isBelow = row.common! + row.demonstration! + row.satisfaction! < row.deductions!
  expect(sentences.some((one) => one.includes('四舍五入的差'))).toBe(rounding !== 0 && !isBelow)
  expect(sentences.some((one) => one.includes('按 0 分计'))).toBe(isBelow)
}

function total(explanation: Explanation) {
  return step(explanation, 'total')
}

function unitsPrinted(sum: string): number {
  return Math.round(Number(sum.split(/[=≈] /).pop()) * U)
}

test('a sum that does not come right is found', () => {
  const right = ['2 × 5 = 10', '(1 + 2) ÷ 7 ≈ 0.4286', '1 ÷ 8 ≈ 0.13', '1.5 − 2 = −0.5']
  const wrong = ['2 × 5 ≈ 11', '(1 + 2) ÷ 7 = 0.4286', '1 ÷ 8 ≈ 0.12', '1.5 − 2 = 0.5']
  expect(sumsIn([...right, ...wrong].join('，'))).toEqual([...right, ...wrong])
  expect(wrongSums([...right, ...wrong].join('，'))).toEqual(wrong)
})

describe('这个分数怎么来的: everything shown adds up, and ends in the ranking’s total', () => {
  test.each(['round-1', 'round-2'])('%s of the sample', (name) => {
    for (const { row, explanation } of explained(sample(name))) expectSumsToComeRight(row, explanation)
  })

  test('the public edition of the sample, its totals standing for the answers', () => {
    const round: RoundFile = JSON.parse(readFileSync('tools/seed/sample/round-2-public.json', 'utf8'))
    for (const { row, explanation } of explained(round)) expectSumsToComeRight(row, explanation)
  })

  test('400 rounds by chance', () => {
    const met = new Set<string>()
    for (let seed = 1; seed <= 400; seed++) {
      for (const { row, explanation } of explained(anyRound(seed))) {
        expectSumsToComeRight(row, explanation)
        for (const kind of kindsIn(row, explanation)) met.add(kind)
      }
    }
    // The rounds differ enough for every turn of the rule to be taken.
    expect([...met].sort()).toEqual([...TURNS].sort())
  })

  test('200 rounds of nothing but small surveys', () => {
    for (let seed = 1; seed <= 200; seed++)
      for (const { row, explanation } of explained(randomRound(randomOf(seed)).file))
        expectSumsToComeRight(row, explanation)
  })
})

const TURNS = ['clamped', 'trimmed', 'not trimmed', 'filled up', 'enough', 'capped', 'below 0', 'rounding', 'deferred']

function kindsIn(row: RankedVillage, explanation: Explanation): string[] {
  if (row.deferred) return ['deferred']
  const text = textOf(explanation).join('\n')
  const cards = (['common', 'demonstration'] as const).flatMap((paper) => step(explanation, paper).cards)
  const isMet: Record<string, boolean> = {
    clamped: cards.some(({ clamped }) => clamped !== 0),
    trimmed: text.includes('去掉一个最高分'),
    'not trimmed': text.includes('不去掉最高最低'),
    'filled up': text.includes('补足后'),
    enough: text.includes('份数够'),
    capped: text.includes('最多扣'),
    'below 0': text.includes('低于 0 分，总分'),
    rounding: text.includes('四舍五入的差'),
  }
  return Object.keys(isMet).filter((name) => isMet[name])
}

describe('the sample’s 云溪村, as it was drawn (design mock-up 11)', () => {
  const yunxi = ofVillage(sample('round-2'), 'V01')

  test('nine scores, corrected, highest first, the ends dropped', () => {
    const { cards, sentences } = step(yunxi, 'common')
    expect(cards.map(({ plain, adjusted }) => [cents(plain) / 100, cents(adjusted) / 100])).toEqual([
      [35.8, 36.02],
      [33.6, 35.32],
      [34.2, 34.88],
      [35.6, 34.84],
      [35.2, 34.66],
      [35.8, 34.62],
      [34.4, 33.88],
      [35, 33.73],
      [32.6, 33.24],
    ])
    expect(cards.map(({ dropped }) => dropped)).toEqual(['highest', ...Array(7).fill(null), 'lowest'])
    expect(sentences[0]).toBe('9 位评委评了分，2 位回避。')
    expect(sentences).toContain('去掉一个最高分、一个最低分，其余 7 个平均：241.9279 ÷ 7 ≈ 34.5611。')
    expect(sentences).toContain('不校正宽严是 34.8286 分。')
  })

  test('the survey by the page’s own figures, then the total and the place', () => {
    expect(step(yunxi, 'satisfaction').sentences).toEqual([
      '有效答卷 160 份，应有 83 份（412 户的 20% 向上取整，最少 30 份，最多 120 份，不超过户数）。',
      '份数够，直接算平均分，乘权重：79.3841 × 30 ÷ 100 ≈ 23.8152。',
    ])
    expect(step(yunxi, 'deductions').sentences).toEqual(['没有确认的扣分。'])
    expect(step(yunxi, 'total').sentences[0]).toBe(
      '共性、示范、满意度相加，减去扣分：34.5611 + 22.1920 + 23.8152 − 0.0000 = 80.5683。',
    )
    expect(step(yunxi, 'order').sentences[0]).toBe('第 4 名，一共 8 个村有名次。')
  })

  test('桥头村: a deduction up to its cap, and what they come to', () => {
    expect(step(ofVillage(sample('round-2'), 'V07'), 'deductions').sentences).toEqual([
      '上轮问题逾期未整改：每次 2 分，5 次，2 × 5 = 10，这一项最多扣 8 分，扣 8 分。',
      '标语错误或破损严重：每次 1 分，2 次，1 × 2 = 2。',
      '各项相加：8 + 2 = 10。',
    ])
  })
})

describe('a quota that was missed', () => {
  const missed = (level: number) => {
    const round = tinyRound()
    // Ten answered where V2 owes 20 of its 100 households.
    const responses = round.responses.map((one) => ({ ...one, answers: { Q1: level, Q2: level } }))
    return step(ofVillage({ ...round, responses }, 'V2'), 'satisfaction').sentences.slice(1)
  }

  test('a mean above the pass mark is filled up with the pass mark, one below with itself', () => {
    expect(missed(5)).toEqual([
      '差 10 份，按及格分和本村平均分中低的一个补足：按及格分 60 分补。',
      '补足后的平均分，乘权重：(10 × 100.0000 + 10 × 60) ÷ 20 × 30 ÷ 100 = 24.0000。',
    ])
    expect(missed(1)[0]).toBe('差 10 份，按及格分和本村平均分中低的一个补足：按本村的平均分 0.0000 分补。')
  })
})

describe('the place', () => {
  const twins = () => {
    const round = tinyRound()
    return {
      ...round,
      goals: round.goals.map((goal) => ({ ...goal, difficulty: 1 })),
      notApplicable: [
        { villageId: 'V2', indicatorId: 'C2' },
        { villageId: 'V1', indicatorId: 'C2' },
      ],
      measurements: round.measurements.map((one) => ({ ...one, value: 20 })),
      villages: round.villages.map((village) => ({ ...village, households: 40 })),
      deductions: [],
      scorecards: round.villages.flatMap(({ id }) =>
        ['Li', 'Zhao'].map((inspectorId) => ({ inspectorId, villageId: id, marks: { C1: 8, [`${id}-G`]: 9 } })),
      ),
      responses: round.responses.map((one) => ({ ...one, answers: { Q1: 5, Q2: 5 } })),
    }
  }

  test('equal in all four: one rank, and who it is shared with', () => {
    expect(step(ofVillage(twins(), 'V1'), 'order').sentences).toContain(
      '和乙村四项全同，名次并列，按村的编号先后列出。',
    )
  })

  test('equal totals: what decided, told from both sides', () => {
    const round = twins()
    // V1: 8 of 10 and 100 points, V2: 10 of 10 and 80 points; half and half both come to 90.
    round.scheme.weights = { common: 0, demonstration: 50, satisfaction: 50 }
    const goalMark: Record<string, number> = { V1: 8, V2: 10 }
    round.scorecards = round.scorecards.map((card) => ({
      ...card,
      marks: { C1: 8, [`${card.villageId}-G`]: goalMark[card.villageId]! },
    }))
    round.responses = round.responses.map((one, i) =>
      one.villageId === 'V2' && i % 2 === 0 ? { ...one, answers: { Q1: 4, Q2: 4 } } : one,
    )
    const told = (id: string) => step(ofVillage(round, id), 'order').sentences.slice(-1)[0]
    expect(told('V1')).toBe('和乙村总分相同，满意度本村 50.00 分，乙村 40.00 分，本村排在前面。')
    expect(told('V2')).toBe('和甲村总分相同，满意度本村 40.00 分，甲村 50.00 分，本村排在后面。')
  })

  test('a village that two persons accepted: why it would have been deferred', () => {
    const round = tinyRound()
    round.scheme.survey.minResponses = 11
    round.accepted = ['V1']
    expect(step(ofVillage(round, 'V1'), 'order').sentences[0]).toBe(
      '有效答卷 10 份，不足 11 份，本应缓评，经两人同意进入排名。',
    )
  })
})

describe('what an explanation keeps to itself', () => {
  test('a deferred village: why, and no figure of its marks; fewer than 5 responses are not counted out', () => {
    const round = tinyRound()
    const few = { ...round, responses: round.responses.filter(({ villageId }, i) => villageId !== 'V1' || i < 4) }
    expect(ofVillage(few, 'V1').steps).toEqual([
      {
        kind: 'deferred',
        sentences: ['有效答卷不足 5 份，缓评，没有分数和名次。', '缓评的村不进入中位数，也不用来估评委的宽严。'],
      },
    ])
    const none = { ...round, responses: round.responses.filter(({ villageId }) => villageId !== 'V1') }
    expect(ofVillage(none, 'V1')).toEqual(ofVillage(few, 'V1'))
  })

  test('how responses came and which were not counted changes nothing that is told', () => {
    const round = sample('round-2')
    const counting = new Set(round.scheme.survey.scoredChannels)
    const only = round.responses.filter(({ channel, tooFast }) => counting.has(channel) && !tooFast)
    const moved = only.map((one) => ({ ...one, channel: 'poster' as const }))
    for (const { row, explanation } of explained({ ...round, responses: moved }))
      expect(explanation).toEqual(ofVillage(round, row.villageId))
  })

  test('inspectors only as they are named; the public edition tells the same, but for who was recused', () => {
    const audit = sample('round-2')
    const { digest } = roundResult(audit)
    const edition = publicEdition(audit, digest)
    const letters = new Map(
      audit.panel.map(({ id }) => {
        const cards = (round: RoundFile, inspector: string) =>
          JSON.stringify(
            round.scorecards.filter(({ inspectorId }) => inspectorId === inspector).map(({ marks }) => marks),
          )
        return [id, edition.panel.find((one) => cards(edition, one.id) === cards(audit, id))!.id]
      }),
    )
    const told = (all: ReturnType<typeof explained>) =>
      JSON.stringify(all.map(({ explanation }) => explanation)).replace(/，\d 位回避/g, '')
    const named = told(explained(audit, (id) => letters.get(id)!))
    expect(named).toBe(told(explained(edition)))
    for (const { id, name } of audit.panel) expect(named.includes(name) || named.includes(`"${id}"`)).toBe(false)
  })

  test('a result that is not this round’s own is refused', () => {
    const { ranking, severity } = roundResult(sample('round-1'))
    expect(() => explanations(sample('round-2'), { ranking, severity })('V01', plainName)).toThrow('its cards give')
  })
})
