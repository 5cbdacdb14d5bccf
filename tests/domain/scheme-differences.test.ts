import fc from 'fast-check'
import { defaultSchemeSettings } from '../../src/domain/default-scheme'
import type { AuditEdition } from '../../src/domain/round-file'
import { type SchemeContent, schemeDifferences } from '../../src/domain/scheme-differences'
import { readSample } from '../../tools/seed/sample'

const rules = readSample<AuditEdition>('round-2.json').scheme
const sample: SchemeContent = { rules, settings: { ...defaultSchemeSettings(), organiser: '市委组织部' } }

describe('what differs between two versions, in words', () => {
  test('nothing: nothing is said; the number of the version is none', () => {
    const next = { ...sample, rules: { ...structuredClone(rules), version: 2 } }
    expect(schemeDifferences(sample, next)).toEqual([])
  })

  test.each<[string, (next: SchemeContent) => void, string[]]>([
    [
      'weights',
      ({ rules }) => Object.assign(rules.weights, { common: 50, demonstration: 20 }),
      ['rules 共性目标权重: 40 分 → 50 分', 'rules 示范目标权重: 30 分 → 20 分'],
    ],
    [
      'a band moved',
      ({ rules }) =>
        Object.assign(rules.indicators[2]!, {
          bands: [
            { from: null, mark: 0 },
            { from: 50, mark: 4 },
          ],
        }),
      [
        'indicators 指标 C03 党员联户与先锋模范的分档: 低于 40 得 0 分；40 起得 1 分；60 起得 2 分；80 起得 3 分；95 起得 4 分 → 低于 50 得 0 分；50 起得 4 分',
      ],
    ],
    [
      'judged instead of measured',
      ({ rules }) => {
        const { unit: _, bands: __, ...rest } = rules.indicators[2] as never as Record<string, unknown>
        rules.indicators[2] = { ...rest, kind: 'judged', rubric: [{ mark: 0, text: '没有' }] } as never
      },
      [
        'indicators 指标 C03 党员联户与先锋模范的方式: 实测 → 评判',
        'indicators 指标 C03 党员联户与先锋模范的单位: 联户覆盖率 % → 没有',
        'indicators 指标 C03 党员联户与先锋模范的分档: 低于 40 得 0 分；40 起得 1 分；60 起得 2 分；80 起得 3 分；95 起得 4 分 → 没有',
        'indicators 指标 C03 党员联户与先锋模范的评分标准: 没有 → 0 分 没有',
      ],
    ],
    [
      'an action gone, a deduction new',
      ({ rules }) => {
        rules.actions.splice(8, 1)
        rules.deductionItems.push({ id: 'K11', title: '新的一条', marks: 2, cap: 4 })
      },
      [
        'actions 行动 A09 数字赋能行动: 数字赋能行动 → null',
        'indicators 指标 C23 数字应用实用管用的行动: A09 数字赋能行动 → A09',
        'deductions 扣分项 K11 新的一条: null → 每次扣 2 分，封顶 4 分',
      ],
    ],
    [
      'the order of two questions, and an answer that no longer counts',
      ({ rules: { survey } }) => {
        survey.items.unshift(survey.items.splice(1, 1)[0]!)
        survey.levels[4]!.points = null
      },
      [
        'survey 题目的顺序: Q01、Q02、Q03、Q04、Q05、Q06、Q07、Q08、Q09、Q10 → Q02、Q01、Q03、Q04、Q05、Q06、Q07、Q08、Q09、Q10',
        'survey 选项 1 很不满意的分值: 0 分 → 不计分',
      ],
    ],
    [
      'settings',
      (next) => Object.assign(next.settings, { announceTo: [], overdueItemId: 'K03', appealMinutes: 90 }),
      [
        'settings 申诉时间: 60 分钟 → 90 分钟',
        'settings 逾期未整改扣分: 不用 → K03 上轮问题逾期未整改',
        'settings 公布给: 评委、村里的经办人、读者 → 只有领导和管理员',
      ],
    ],
  ])('%s', (_, alter, lines) => {
    const next = structuredClone(sample)
    alter(next)
    const found = schemeDifferences(sample, next)
    expect(found.map(({ part, what, was, becomes }) => `${part} ${what}: ${was} → ${becomes}`)).toEqual(lines)
  })

  test('whatever value is changed, something is said: no change passes unseen', () => {
    const paths = leaves(sample).filter(([path]) => !isNoChange(path))
    fc.assert(
      fc.property(fc.constantFrom(...paths), ([path, value]) => {
        const next = structuredClone(sample)
        const holder = path
          .slice(0, -1)
          .reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], next)
        Object.assign(holder as object, { [path.at(-1)!]: other(value) })
        expect(schemeDifferences(sample, next).length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})

/** Which scheme it is, and its number, differ by themselves; another kind is another shape, and stands above. */
function isNoChange(path: readonly string[]): boolean {
  return ['rules.id', 'rules.version'].includes(path.join('.')) || path.at(-1) === 'kind'
}

function leaves(value: unknown, path: string[] = []): [string[], unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, inside]) => leaves(inside, [...path, name]))
}

function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 0.5
  if (value === null) return 7
  return `${String(value)}改`
}
