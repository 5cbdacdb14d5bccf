import readExcelFile from 'read-excel-file/node'
import { cents, percentText, pointsText } from '../../src/domain/cents-text'
import type { AuditEdition } from '../../src/domain/round-file'
import type { RoundResult } from '../../src/domain/round-result'
import { readSample } from '../../tools/seed/sample'
import { type Day, day } from '../vocabulary/day'
import { opened } from '../vocabulary/office-files'
import { manyVillages, roundOf, sealed, snapshotOf } from '../vocabulary/rounds'
import { announces, round1 } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'

const published = readSample<RoundResult>('round-2.result.json')
const first = readSample<RoundResult>('round-1.result.json')
const SHEETS = ['榜单', '各卷得分', '指标得分', '示范目标得分', '扣分', '满意度测评', '不了解占比']

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed' })
  await announces(today.cloud, round1())
  await sealed(today)
})
afterAll(() => today.stop())

const ask = () => ({ roundId: today.roundId })
const print = async (of: Day = today) => of.administrator.does('ranking', 'scoreTables', { roundId: of.roundId })
const nameOf = (villageId: string) => today.file.villages.find(({ id }) => id === villageId)!.name
const inMarks = (units: number | null) => (units === null ? null : cents(units) / 100)

type Cell = string | number | null
/** Each sheet's title, heads and rows, read by another library than wrote them. */
async function tables(base64: string): Promise<Record<string, { title: Cell; head: Cell[]; rows: Cell[][] }>> {
  const sheets = await readExcelFile(Buffer.from(base64, 'base64'))
  return Object.fromEntries(
    sheets.map(({ sheet, data }) => {
      const [first, head, ...rows] = data as Cell[][]
      return [sheet, { title: first![0]!, head: head!, rows }]
    }),
  )
}
/** Two half widths a character, two bytes each; a digit is one half width. */
const isChinese = (text: Cell | undefined) => [...String(text ?? '')].every((character) => character > '\u00ff')
const table = async (name: string) => (await tables((await print()).base64))[name]!

describe('ranking.scoreTables', () => {
  test('three database requests', async () => {
    expect(await today.cloud.requests.during(() => print())).toBe(3)
  })
})

describe('ready to print', () => {
  test('landscape A4, as wide as the page, heads on every page, pages numbered, the digest below', async () => {
    const { fileName, base64 } = await print()
    expect(fileName).toBe('得分表-第2次拉练.xlsx')
    const parts = opened(base64)
    const { digest } = snapshotOf(today)
    SHEETS.forEach((name, n) => {
      const xml = parts[`xl/worksheets/sheet${n + 1}.xml`]!
      expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"/)
      expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"/)
      expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="1"/)
      expect(xml).toMatch(/<pageSetup [^>]*fitToHeight="0"/)
      expect(xml).toContain('<pageSetUpPr fitToPage="1"/>')
      expect(xml).toContain('第&amp;P页，共&amp;N页')
      expect(xml).toContain(`存档摘要 ${digest}`)
      const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">`
      expect(parts['xl/workbook.xml']!.replace(/&apos;/g, "'")).toContain(`${titles}'${name}'!$1:$2</definedName>`)
    })
    expect(Object.keys(await tables(base64))).toEqual(SHEETS)
  })

  test('every row is as high as its texts, wrapped in their columns, take', async () => {
    const { base64 } = await print()
    const parts = opened(base64)
    const all = await tables(base64)
    SHEETS.forEach((name, n) => {
      const xml = parts[`xl/worksheets/sheet${n + 1}.xml`]!
      const heights = [...xml.matchAll(/<row [^>]* ht="([\d.]+)"/g)].map(([, height]) => Number(height))
      const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
      const rows = [all[name]!.head, ...all[name]!.rows]
      expect(heights).toHaveLength(rows.length + 1)
      rows.forEach((row, r) => {
        const lines = row.map((text, c) => Math.ceil(Buffer.from(String(text ?? ''), 'utf16le').length / widths[c]!))
        expect(heights[r + 1]! / 15).toBeGreaterThanOrEqual(Math.max(...lines.filter((_, c) => isChinese(row[c]))))
      })
    })
  })

  test('a change of the total has its sign', async () => {
    const parts = opened((await print()).base64)
    const last = /<c r="J3"[^>]* s="(\d+)"/.exec(parts['xl/worksheets/sheet1.xml']!)![1]
    const formats = parts['xl/styles.xml']!.match(/<cellXfs.*<\/cellXfs>/s)![0].match(/<xf [^>]*/g)!
    const id = /numFmtId="(\d+)"/.exec(formats[Number(last)]!)![1]
    expect(parts['xl/styles.xml']).toMatch(new RegExp(`numFmtId="${id}" formatCode="\\+0.00_ ;-0.00_ ;0.00_ "`))
  })

  test('of a rehearsal it says so', async () => {
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: true })
    const { fileName, base64 } = await print()
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: false })
    expect(fileName).toBe('得分表（演练）-第2次拉练.xlsx')
    expect((await tables(base64)).榜单!.title).toBe('第2次演练榜单')
  })
})

describe('its cells are the frozen result’s', () => {
  test('榜单', async () => {
    const { title, head, rows } = await table('榜单')
    expect(title).toBe('第2次拉练榜单')
    expect(head).toEqual([
      '名次',
      '试点村',
      '所属乡镇',
      '总分',
      '共性目标',
      '示范目标',
      '满意度',
      '扣分',
      '第1次名次',
      '总分增减',
    ])
    expect(rows).toEqual(
      published.ranking.map((row) => {
        const before = first.ranking.find(({ villageId }) => villageId === row.villageId)!
        const { name, town } = today.file.villages.find(({ id }) => id === row.villageId)!
        const marks = [row.total, row.common, row.demonstration, row.satisfaction, row.deductions].map(inMarks)
        const change = (cents(row.total!) - cents(before.total!)) / 100
        return [row.rank, name, town, ...marks, before.rank, change]
      }),
    )
  })

  test('各卷得分, also before 宽严校正, with the medians below', async () => {
    const { rows } = await table('各卷得分')
    const { medians } = snapshotOf(today).details
    const { common, demonstration, satisfaction, total } = medians
    expect(rows).toEqual([
      ...published.ranking.map(({ villageId, inspectors, plain, ...row }) => [
        nameOf(villageId),
        inspectors,
        ...[
          row.common,
          plain!.common,
          row.demonstration,
          plain!.demonstration,
          row.satisfaction,
          row.deductions,
          row.total,
        ].map(inMarks),
      ]),
      ['中位数', null, ...[common, null, demonstration, null, satisfaction, null, total].map(inMarks)],
    ])
  })

  test('指标得分: every indicator of every village, 不适用 where it is not', async () => {
    const { head, rows } = await table('指标得分')
    const { indicators } = today.file.scheme
    expect(head).toEqual(['试点村', ...indicators.map(({ title, full }) => `${title}（${full}分）`)])
    const column = 1 + indicators.findIndex(({ id }) => id === 'C01')
    // Kept apart by hand: C01 of V07 over its cards.
    const marks = today.file.scorecards.filter(({ villageId }) => villageId === 'V07').map((card) => card.marks.C01!)
    const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length
    expect(rows.find(([name]) => name === nameOf('V07'))![column]).toBeCloseTo(mean, 2)
    const notHere = rows.flatMap((row) => row.flatMap((cell, n) => (cell === '不适用' ? `${row[0]} ${n}` : [])))
    const expected = today.file.notApplicable.map(
      ({ villageId, indicatorId }) =>
        `${nameOf(villageId)} ${1 + indicators.findIndex(({ id }) => id === indicatorId)}`,
    )
    expect(notHere.sort()).toEqual(expected.sort())
    expect(rows.at(-1)![0]).toBe('中位数')
    expect(rows).toHaveLength(9)
  })

  test('示范目标得分 and 扣分', async () => {
    const goals = await table('示范目标得分')
    expect(goals.rows.map((row) => row[1]).sort()).toEqual(today.file.goals.map(({ title }) => title).sort())
    const deductions = await table('扣分')
    expect(deductions.rows.map(([village, reason, times]) => [village, reason, times])).toEqual([
      [nameOf('V07'), '上轮问题逾期未整改', 5],
      [nameOf('V07'), today.file.scheme.deductionItems.find(({ id }) => id === 'K09')!.title, 2],
    ])
    const taken = deductions.rows.reduce((sum, row) => sum + Number(row[3]), 0)
    expect(taken).toBe(inMarks(published.ranking.find(({ villageId }) => villageId === 'V07')!.deductions))
  })

  test('满意度测评: as the village’s own page tells it', async () => {
    const { rows } = await table('满意度测评')
    for (const { villageId } of published.ranking) {
      const page = await today.administrator.does('ranking', 'village', { ...ask(), villageId })
      const { survey, shown, questions } = page
      const row = rows.find(([name]) => name === nameOf(villageId))!
      expect(row.slice(1, 6)).toEqual([
        survey.received,
        survey.valid,
        survey.byCard,
        survey.quota,
        survey.quotaReached ? '已达' : '未达',
      ])
      expect(row.slice(6, 9)).toEqual([
        Number(percentText(shown.coverage!)),
        Number(pointsText(shown.mean!)),
        shown.meanInterval!.map((end) => pointsText(end)).join('—'),
      ])
      expect(row.slice(11)).toEqual(questions.map(({ mean }) => mean))
    }
  })

  test('不了解占比: of a hundred valid responses, where five at least left the question out', async () => {
    const { head, rows } = await table('不了解占比')
    expect(head).toEqual(['试点村', ...today.file.scheme.survey.items.map(({ title }) => `${title}（%）`)])
    const { survey } = today.file.scheme
    for (const { villageId } of published.ranking) {
      const counted = today.file.responses.filter(
        (one) => one.villageId === villageId && !one.tooFast && survey.scoredChannels.includes(one.channel),
      )
      const valid = counted.filter(
        ({ answers }) => Object.values(answers).filter(Boolean).length >= survey.minAnswered * survey.items.length,
      )
      const shares = survey.items.map(({ id }) => {
        const left = valid.filter(({ answers }) => !answers[id]).length
        return left < 5 || valid.length - left < 5 ? null : Math.round((left / valid.length) * 100)
      })
      expect(rows.find(([name]) => name === nameOf(villageId))).toEqual([nameOf(villageId), ...shares])
    }
    expect(rows.flat().filter((cell) => typeof cell === 'number').length).toBeGreaterThan(5)
  })
})

describe('text stays text', () => {
  const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '<b>&"\'', '\t=1']

  test('whatever a village, a town or a goal is called', async () => {
    const round = roundOf(today)
    const villages = round.villages.map((village, n) => ({ ...village, name: HOSTILE[n % HOSTILE.length]! }))
    const goals = round.goals.map((goal, n) => ({ ...goal, title: HOSTILE[n % HOSTILE.length]! }))
    await change(today.cloud, 'rounds', today.roundId, { villages, goals })
    const { base64 } = await print()
    await change(today.cloud, 'rounds', today.roundId, { villages: round.villages, goals: round.goals })
    const sheets = Object.entries(opened(base64)).filter(([name]) => name.startsWith('xl/worksheets/'))
    expect(sheets).toHaveLength(SHEETS.length)
    for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[ >]/)
    const { rows } = (await tables(base64)).榜单!
    const names = published.ranking.map(({ villageId }) => villages.find(({ id }) => id === villageId)!.name)
    expect(rows.map((row) => String(row[1]).trim())).toEqual(names.map((name) => name.trim()))
  })
})

describe('no cell of 1 to 4 people', () => {
  test('none, 3 and 4 valid responses of a village: the same tables; with 5 they differ', async () => {
    const [none, three, four, five] = await Promise.all([0, 3, 4, 5].map(tablesWith))
    expect(three).toEqual(none)
    expect(four).toEqual(none)
    expect(five).not.toEqual(none)
    const row = none!.满意度测评!.rows.find(([name]) => name === nameOf('V03'))!
    expect(row.slice(1)).toEqual([0, '不足5份', null, row[4], '未达', ...row.slice(6).map(() => null)])
    expect(
      none!
        .不了解占比!.rows.find(([name]) => name === nameOf('V03'))!
        .slice(1)
        .every((cell) => cell === null),
    ).toBe(true)
    expect(none!.榜单!.rows.at(-1)).toEqual(['缓评', nameOf('V03'), expect.any(String), null, null, null, null, null])
  })

  async function tablesWith(valid: number) {
    const file = readSample<AuditEdition>('round-2.json')
    const others = file.responses.filter(({ villageId }) => villageId !== 'V03')
    const full = file.responses.filter(
      ({ villageId, channel, tooFast, answers }) =>
        villageId === 'V03' && channel === 'card' && !tooFast && Object.values(answers).every((level) => level !== 0),
    )
    const few = await day({ state: 'closed', file: { ...file, responses: [...others, ...full.slice(0, valid)] } })
    try {
      await sealed(few)
      return await tables((await print(few)).base64)
    } finally {
      await few.stop()
    }
  }
})

describe('size', () => {
  test('200 villages: a seventh of the megabyte that an answer holds', async () => {
    await manyVillages(today)
    const answer = await print()
    expect((await tables(answer.base64)).榜单!.rows).toHaveLength(200)
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(150_000)
  })
})
