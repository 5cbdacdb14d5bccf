/** 方案 by Excel: what was exported changes nothing; what is broken is named by its cell and nothing is written. */
import type { SchemeDoc } from '../../cloudfunctions/common/documents'
import type { ImportPreview } from '../../src/contract/programme'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { bytesOf, type CellEdit, edited, previewed, readBack, renamed, uploaded } from '../vocabulary/excel'
import { stored } from '../vocabulary/stored'

let today: Day
const table = { kind: 'scheme' as const, id: 'pilot-2024', version: 2 }
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
  await today.administrator.does('programme', 'copyScheme', { id: table.id, version: 1, sendId: newId() })
})
afterAll(() => today.stop())

const docOf = (version = 2) =>
  (today.dump('schemes') as unknown as SchemeDoc[]).find((doc) => doc._id === `${table.id}:${version}`)!

/** By sheet and address: `{ 指标: { B2: '…' } }`. */
type Edits = Record<string, Record<string, CellEdit>>

async function exported(): Promise<Uint8Array> {
  return bytesOf((await today.administrator.does('programme', 'exportTable', table)).base64)
}

/** The export, with some of its cells changed by hand. */
async function workbook(edits: Edits): Promise<Uint8Array> {
  return edited(await exported(), ...Object.entries(edits).map(([sheet, cells]) => ({ sheet, cells })))
}

async function previews(bytes: Uint8Array): Promise<ImportPreview> {
  const { upload: _, ...answer } = await previewed(today.cloud, today.administrator, table, bytes)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}

/** A whole row emptied. */
const gone = (row: number, columns: string): Record<string, null> =>
  Object.fromEntries([...columns].map((column) => [`${column}${row}`, null]))

describe('export and import', () => {
  test('read again at once: nothing differs, nothing is written but what names the file', async () => {
    const { base64, fileName } = await today.administrator.does('programme', 'exportTable', table)
    expect(fileName).toBe('方案-党建引领乡村振兴试点三年行动考核方案（样例）-第2版.xlsx')
    const before = stored(today.cloud)
    const preview = await previews(bytesOf(base64))
    expect(preview).toMatchObject({ faults: [], added: [], changed: [], written: false })
    // Ten actions, 25 indicators, ten deductions, ten questions, six answers.
    expect(preview.same).toBe(61)
    expect(stored(today.cloud)).toEqual({ ...before, uploads: [expect.objectContaining({ _id: expect.any(String) })] })
  })

  test('the template has the lists’ headers and nothing in them, and the single values as they are', async () => {
    const { base64 } = await today.administrator.does('programme', 'template', table)
    const sheets = await readBack(base64)
    const filled = (name: string) => sheets[name]!.filter((row) => row.some((value) => value !== null)).length
    expect(Object.keys(sheets)).toEqual([
      ...['方案与权重', '行动', '指标', '评分标准', '分档', '扣分项', '测评题目', '测评选项', '设置', '说明', '选项'],
    ])
    expect(['行动', '指标', '分档', '测评题目'].map(filled)).toEqual([1, 1, 1, 1])
    expect([filled('方案与权重'), filled('设置')]).toEqual([13, 18])
  })

  test('what was changed is said line by line, written as seen, and by the same send only once', async () => {
    const bytes = await workbook({
      方案与权重: { B3: 50, B4: 20 },
      指标: { B2: '党支部的战斗堡垒作用' },
      分档: { B3: 45 },
      扣分项: { A12: 'K11', B12: '数据多头填报', C12: 1, D12: 2 },
      测评题目: gone(3, 'ABCD'),
      设置: { B12: '25%' },
    })
    const preview = await previews(bytes)
    expect(preview.faults).toEqual([])
    expect(preview.added).toEqual(['扣分项 K11 数据多头填报：每次扣 1 分，封顶 2 分'])
    expect(preview.changed).toEqual([
      { what: '共性目标权重', was: '40 分', becomes: '50 分' },
      { what: '示范目标权重', was: '30 分', becomes: '20 分' },
      { what: '指标 C01 党支部的战斗堡垒作用的名称', was: '党支部战斗堡垒作用', becomes: '党支部的战斗堡垒作用' },
      {
        what: '指标 C03 党员联户与先锋模范的分档',
        was: '低于 40 得 0 分；40 起得 1 分；60 起得 2 分；80 起得 3 分；95 起得 4 分',
        becomes: '低于 45 得 0 分；45 起得 1 分；60 起得 2 分；80 起得 3 分；95 起得 4 分',
      },
      { what: '题目 Q02 您对村里修的路、出行方便满意吗？', was: '权重 1', becomes: '删掉' },
      { what: '应答份数', was: '户数的 20%，30 到 120 份', becomes: '户数的 25%，30 到 120 份' },
    ])
    const before = docOf()
    const send = { table, hash: preview.hash, ...(await uploaded(today.cloud, bytes)) }
    const written = await today.administrator.does('programme', 'importTable', send)
    expect(written.written).toBe(true)
    const after = docOf()
    expect(after).toMatchObject({ revision: before.revision + 1, state: 'draft', byName: expect.any(String) })
    expect(after.rules.weights).toEqual({ common: 50, demonstration: 20, satisfaction: 30 })
    expect(after.rules.survey.quota.share).toBe(0.25)
    expect(after.rules.survey.items).toHaveLength(9)
    expect(await today.administrator.does('programme', 'importTable', send)).toEqual(written)
    expect(docOf()).toEqual(after)
    expect((await previews(bytes)).changed).toEqual([])
    expect(docOf(1).rules.weights.common).toBe(40)
  })

  test('a draft that somebody saved after the preview: changed, and theirs stands', async () => {
    const bytes = await workbook({ 指标: { B3: '谋划推进' } })
    const preview = await previews(bytes)
    const seen = await today.administrator.does('programme', 'scheme', { id: table.id, version: 2 })
    await today.secondAdministrator.does('programme', 'saveScheme', {
      rules: { ...seen.rules, indicators: seen.rules.indicators.slice(0, 20) },
      settings: seen.settings,
      revision: seen.head.revision,
      sendId: newId(),
    })
    const before = docOf()
    const payload = { table, hash: preview.hash, ...(await uploaded(today.cloud, bytes)) }
    const answer = await today.administrator.asks('programme', 'importTable', payload)
    expect(answer).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(docOf()).toEqual(before)
  })

  test('a published version takes no import', async () => {
    const payload = { table: { ...table, version: 1 }, hash: null, ...(await uploaded(today.cloud, await exported())) }
    const before = stored(today.cloud)
    const answer = await today.administrator.asks('programme', 'importTable', payload)
    expect(answer).toMatchObject({ ok: false, error: { code: 'published' } })
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('a broken workbook: every fault by its cell, and nothing changes', () => {
  beforeAll(async () => {
    // Everything as in the sample again.
    const { rules, settings } = await today.administrator.does('programme', 'scheme', { id: table.id, version: 1 })
    await today.administrator.does('programme', 'saveScheme', {
      rules: { ...rules, version: 2 },
      settings,
      revision: docOf().revision,
      sendId: newId(),
    })
  })

  test.each<[string, Edits, string[]]>([
    ['weights that sum to 98', { 方案与权重: { B5: 28 } }, ['方案与权重 B3 三卷权重加起来是 98，要正好是 100。']],
    [
      'a weight that is no number',
      { 方案与权重: { B3: '四十' } },
      ['方案与权重 B3 找到「四十」，这里要填权重：0 到 100 的数字，最多 4 位小数。'],
    ],
    [
      'a row of 方案与权重 gone, another twice, one that nobody knows',
      { 方案与权重: { A7: '扣分封顶', A9: '天气' } },
      [
        '方案与权重  少了「每村至少几位评委」「宽严校正」，请保留模板里的每一行。',
        '方案与权重 A7 「扣分封顶」在第 6 行已经有了，请只留一行。',
        '方案与权重 A9 找到「天气」',
      ],
    ],
    [
      'an action’s id twice; what went by the former one is nobody’s',
      { 行动: { A3: 'A01' } },
      ['行动 A3 编号 A01 和第 1 项行动重复。', '指标 C6 找到「A02 产业兴村行动」', '指标 C7 找到「A02 产业兴村行动」'],
    ],
    [
      'an indicator’s id twice',
      { 指标: { A3: 'C01' } },
      [
        '指标 A3 编号 C01 和第 1 项指标重复。',
        '评分标准 A5 「指标」表里没有编号 C02，请先在那里加上，或改这里的编号。',
      ],
    ],
    [
      'an indicator without a title, an unknown revitalisation, no kind',
      { 指标: { B2: null, D3: '旅游振兴', E4: null } },
      [
        '指标 B2 还没有写指标名称。',
        '指标 D3 找到「旅游振兴」，这里要填产业振兴、人才振兴、文化振兴、生态振兴、组织振兴其中之一。',
        '指标 E4 这里空着，要填评判、实测其中之一。',
      ],
    ],
    [
      'a full mark that no step reaches',
      { 指标: { F2: 5.2 } },
      ['指标 F2 满分 5.2 不是步长 0.5 的整数倍，打不到满分。'],
    ],
    [
      'a step with five decimals',
      { 指标: { G2: 0.33333 } },
      ['指标 G2 找到「0.33333」，这里要填分值：0 到 1000 的数字，最多 4 位小数。'],
    ],
    [
      'bands that do not ascend, and a mark above full',
      { 分档: { B4: 40, C6: 5 } },
      ['分档 B4 起点 40 没有比上一档的 40 大，分档要从小到大排。', '分档 C6 这一档的得分要在 0 到 4 之间，现在是 5。'],
    ],
    [
      'the first band closed below',
      { 分档: { B2: 10 } },
      ['分档 B2 第一档不写起点（现在写了 10）：比第二档低的都要有分可查。'],
    ],
    ['a second open band', { 分档: { B5: null } }, ['分档 B5 只有第一档不写起点，这一档要写从多少起。']],
    [
      'a band of a judged indicator, a rubric line of nobody’s',
      { 分档: { A2: 'C01' }, 评分标准: { A2: 'C99' } },
      [
        '评分标准 A2 「指标」表里没有编号 C99，请先在那里加上，或改这里的编号。',
        '分档 A2 C01 是评判指标，请写到「评分标准」表。',
        '分档 B3 第一档不写起点（现在写了 40）：比第二档低的都要有分可查。',
      ],
    ],
    [
      'a rubric mark between two steps',
      { 评分标准: { B3: 2.3 } },
      ['评分标准 B3 标准的分值 2.3 不是步长 0.5 的整数倍，打不出这个分。'],
    ],
    [
      'a unit on a judged indicator, none on a measured one',
      { 指标: { H2: '%', H4: null } },
      ['指标 H2 评判的指标没有单位，请空着，或把方式改成实测。', '指标 H4 还没有写量的是什么、用什么单位。'],
    ],
    [
      'a measured indicator that is made judged keeps bands that are nobody’s',
      { 指标: { E4: '评判', H4: null } },
      ['分档 A2 C03 是评判指标', '分档 A3 C03', '分档 A4 C03', '分档 A5 C03', '分档 A6 C03'],
    ],
    ['a deduction below nothing', { 扣分项: { C2: -5 } }, ['扣分项 C2 找到「-5」，这里要填分值：0 到 1000 的数字']],
    [
      'a question’s id twice, weight nothing, and two overall questions',
      { 测评题目: { A3: 'Q01', C4: 0, D5: '是' } },
      [
        '测评题目 A3 编号 Q01 和第 1 题重复。',
        '测评题目 C4 题目的权重要大于 0，现在是 0。',
        '测评题目 D11 总体题只能有一题，第 5 行已经填了“是”。',
      ],
    ],
    [
      'an answer’s number twice, points above a hundred, a label of nineteen characters',
      { 测评选项: { A3: 5, C2: 120, B4: '这一个选项的文字实在是太长太长了放不下' } },
      [
        '测评选项 C2 找到「120」，这里要填分值：0 到 100 的数字，最多 4 位小数。',
        '测评选项 A3 编号 5 和第 1 个选项重复。',
        '测评选项 B4 这里有 19 个字，最多 12 个字，请写短一些。',
      ],
    ],
    [
      'no answer is worth anything',
      { 测评选项: { C2: null, C3: null, C4: null, C5: null, C6: null } },
      ['测评选项  没有一个选项有分值，怎么答都算不出满意度。'],
    ],
    [
      'quota’s bounds the wrong way round, a share above all, four responses, an unknown way',
      { 设置: { B13: 200, B10: 600, B15: 4, B16: '户码、电话' } },
      [
        '设置 B10 找到「600」，这里要填百分数：0 到 100 的数字，最多 2 位小数。',
        '设置 B13 应答份数的下限 200 比上限 120 还大。',
        '设置 B15 少于几份就暂缓不能小于 5，现在是 4。',
        '设置 B16 找到「电话」',
      ],
    ],
    [
      'an overdue item that the catalogue does not have',
      { 扣分项: gone(4, 'ABCD') },
      ['设置 B8 找到「K03 上轮问题逾期未整改」'],
    ],
    [
      'a column that is called otherwise',
      { 扣分项: { D1: '上限' } },
      ['扣分项  没有找到「封顶」这一列，请保留模板的列名。', '扣分项 D1 不认识「上限」这一列'],
    ],
  ])('%s', async (_, edits, lines) => {
    const before = stored(today.cloud)
    const { faults, ...rest } = await previews(await workbook(edits))
    expect(rest).toMatchObject({ added: [], changed: [], written: false })
    const told = faults.map(({ sheet, cell, text }) => `${sheet} ${cell} ${text}`)
    for (const line of lines) expect(told.filter((one) => one.startsWith(line))).toHaveLength(1)
    expect(stored(today.cloud)).toEqual(before)
    // Nothing that is right is called wrong: what else is told follows from the same cells.
    expect(told.length).toBeLessThanOrEqual(lines.length + 2)
  })

  test('a sheet that is called otherwise', async () => {
    const { faults } = await previews(renamed(await exported(), '分档', '档次'))
    expect(faults.map(({ sheet, text }) => `${sheet} ${text}`)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('分档 没有「分档」这张工作表'),
        expect.stringContaining('档次 多了一张「档次」工作表'),
      ]),
    )
  })
})
