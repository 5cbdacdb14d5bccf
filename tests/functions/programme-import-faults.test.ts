/** The catalogue of broken spreadsheets: each fault is named by its cell, and nothing in the store has changed. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { Table } from '../../src/contract/programme'
import { seedAll } from '../../tools/seed/sample'
import { type Day, day } from '../vocabulary/day'
import { DRAFT, draftRound } from '../vocabulary/draft-round'
import {
  bytesOf,
  type CellEdit,
  edited,
  previewed,
  rebuilt,
  renamed,
  type Upload,
  uploaded,
  withFormat,
} from '../vocabulary/excel'
import { stored } from '../vocabulary/stored'

const tables = {
  villages: { kind: 'villages' },
  members: { kind: 'members' },
  goals: { kind: 'goals', roundId: DRAFT },
  measurements: { kind: 'measurements', roundId: DRAFT },
} satisfies Record<string, Table>
type Kind = keyof typeof tables

let today: Day
const exports = {} as Record<Kind, Uint8Array>
beforeAll(async () => {
  today = await day({ state: 'ready', empty: true })
  await seedAll(today.cloud, { ...draftRound(today.file) })
  for (const kind of Object.keys(tables) as Kind[])
    exports[kind] = bytesOf((await today.administrator.does('programme', 'exportTable', tables[kind])).base64)
})
afterAll(() => today.stop())

const MEASURED = 'B2'
type Expected = { sheet: string; cell: string | (() => string); text: RegExp }
type Broken = { name: string; kind: Kind; file: (workbook: Uint8Array) => Uint8Array; faults: Expected[] }

/** One sheet's cells changed. */
const cells = (
  name: string,
  kind: Kind,
  sheet: string,
  edits: Record<string, CellEdit>,
  ...faults: [string, RegExp][]
): Broken => ({
  name,
  kind,
  file: (workbook) => edited(workbook, { sheet, cells: edits }),
  faults: faults.map(([cell, text]) => ({ sheet, cell, text })),
})

const catalogue: Broken[] = [
  // ── Sheets and headers.
  {
    name: 'a sheet is missing (renamed)',
    kind: 'villages',
    file: (workbook) => renamed(workbook, '村', '试点村名单'),
    faults: [
      { sheet: '村', cell: '', text: /没有「村」这张工作表/ },
      { sheet: '试点村名单', cell: '', text: /不知道怎么导入/ },
    ],
  },
  cells('a column is missing', 'villages', '村', { F1: null, ...emptied('F', 2, 9) }, ['', /没有找到「户数」这一列/]),
  cells('the header is gone', 'members', '人员', { A1: null, B1: null, C1: null, D1: null, E1: null }, [
    '',
    /没有找到表头/,
  ]),
  cells('a column stands twice', 'villages', '村', { G1: '户数' }, ['G1', /「户数」这一列有两列，前一列在 F1/]),
  cells('an unknown column with contents', 'villages', '村', { L1: '备注', L3: '待核实' }, [
    'L1',
    /不认识「备注」这一列/,
  ]),
  cells('contents under no header', 'goals', '示范目标', { H3: '再议' }, ['H3', /没有列名/]),

  // ── Cells that Excel itself spoils.
  cells('#REF!', 'villages', '村', { F3: { xml: 't="e"><v>#REF!</v>' } }, ['F3', /Excel 的错误值 #REF!/]),
  cells('#DIV/0! of a formula', 'measurements', '数值', { [MEASURED]: { xml: 't="e"><f>1/0</f><v>#DIV/0!</v>' } }, [
    MEASURED,
    /#DIV\/0!/,
  ]),
  cells('a formula never computed', 'villages', '村', { F3: { xml: '><f>SUM(G3:H3)</f>' } }, [
    'F3',
    /还没有算出结果的公式/,
  ]),
  {
    name: 'an id that Excel took for a date',
    kind: 'goals',
    file: (workbook) => {
      const { workbook: styled, style } = withFormat(workbook, 14)
      return edited(styled, { sheet: '示范目标', cells: { A2: { style, xml: '><v>45748</v>' } } })
    },
    faults: [{ sheet: '示范目标', cell: 'A2', text: /被 Excel 认成了日期（2025-04-01）/ }],
  },
  {
    name: 'a date where a number belongs',
    kind: 'villages',
    file: (workbook) => {
      const { workbook: styled, style } = withFormat(workbook, 14)
      return edited(styled, { sheet: '村', cells: { F2: { style, xml: '><v>45748</v>' } } })
    },
    faults: [{ sheet: '村', cell: 'F2', text: /找到「2025-04-01」，这里要填户数/ }],
  },
  {
    name: 'a percentage where none is meant',
    kind: 'villages',
    file: (workbook) => {
      const { workbook: styled, style } = withFormat(workbook, 9)
      return edited(styled, { sheet: '村', cells: { F2: { style, xml: '><v>0.85</v>' } } })
    },
    faults: [{ sheet: '村', cell: 'F2', text: /找到「85%」，这里要填户数/ }],
  },
  {
    name: 'cells merged sideways',
    kind: 'villages',
    file: (workbook) => edited(workbook, { sheet: '村', xml: merged('F3:G3') }),
    faults: [{ sheet: '村', cell: 'F3', text: /横着合并/ }],
  },
  {
    name: 'ids merged downwards are the same id twice',
    kind: 'villages',
    file: (workbook) => edited(workbook, { sheet: '村', cells: { A3: null }, xml: merged('A2:A3') }),
    faults: [{ sheet: '村', cell: 'A3', text: /编号 V01 和 A2 重复了/ }],
  },

  // ── Villages.
  cells('an id twice', 'villages', '村', { A3: 'V01' }, ['A3', /编号 V01 和 A2 重复了/]),
  cells('an id in Chinese', 'villages', '村', { A3: '云溪' }, ['A3', /找到「云溪」。编号只能用英文字母/]),
  cells('an id too long', 'villages', '村', { A3: 'V0123456789012345' }, ['A3', /最多 16 个字符/]),
  cells('an id missing in a filled row', 'villages', '村', { A3: null }, ['A3', /这里空着，要填编号/]),
  cells('a name missing', 'villages', '村', { B3: null }, ['B3', /这里空着/]),
  cells('a name too long', 'villages', '村', { B3: '村'.repeat(31) }, ['B3', /有 31 个字，最多 30 个字/]),
  cells('households in words', 'villages', '村', { F3: '五百三十八' }, [
    'F3',
    /找到「五百三十八」，这里要填户数：1 到 100000 的整数/,
  ]),
  cells('households with their unit', 'villages', '村', { F3: '538户' }, ['F3', /找到「538户」/]),
  cells('no households', 'villages', '村', { F3: 0 }, ['F3', /找到「0」/]),
  cells('households below zero', 'villages', '村', { F3: -5 }, ['F3', /找到「-5」/]),
  cells('half a household', 'villages', '村', { F3: 538.5 }, ['F3', /整数/]),
  cells('households TRUE', 'villages', '村', { F3: { xml: 't="b"><v>1</v>' } }, ['F3', /找到「TRUE」/]),
  cells('a district nobody knows', 'villages', '村', { D3: '南湖区' }, [
    'D3',
    /找到「南湖区」，这里要填东江区、西岭区、滨湖开发区、临港经济区其中之一/,
  ]),
  cells('a theme nobody knows', 'villages', '村', { E3: '绿色、蓝色' }, [
    'E3',
    /找到「蓝色」，这里要填红色、绿色、金色、古色其中之一/,
  ]),
  cells('a latitude beyond the pole', 'villages', '村', { J3: 115.9 }, ['J3', /这里要填纬度：-90 到 90/]),
  cells('a longitude without latitude', 'villages', '村', { J3: null }, ['J3', /经度和纬度要一起填/]),
  cells('a district’s id twice', 'villages', '区', { A3: 'D-EAST' }, ['A3', /编号 D-EAST 和 A2 重复了/]),
  cells('two districts of one name', 'villages', '区', { B3: '东江区' }, ['B3', /名称一样/]),
  cells('a responsibility for a village nobody knows', 'villages', '包联责任', { A3: 'V99 无名村' }, [
    'A3',
    /找到「V99 无名村」/,
  ]),
  cells('a responsible person without a name', 'villages', '包联责任', { D3: '　' }, ['D3', /这里空着/]),
  cells(
    'the same responsibility twice',
    'villages',
    '包联责任',
    { A3: 'V01', B3: '组织部长', C3: '区委组织部部长', D3: '王志强', E3: '西岭区' },
    ['A3', /这一行和 A2 重复了/],
  ),
  cells('an account of somebody else', 'villages', '包联责任', { F2: 'I06' }, [
    'F2',
    /人员编号 I06 是「邓小芸」，姓名写的却是「王志强」/,
  ]),

  // ── Members.
  cells('one id, two names', 'members', '人员', { A3: 'I01', B3: '周明', C3: null, D3: '读者' }, [
    'B3',
    /编号 I01 在 B2 叫「周明远」，这里叫「周明」/,
  ]),
  cells('one person, two districts', 'members', '人员', { A3: 'I01', B3: '周明远', C3: '西岭区', D3: '读者' }, [
    'C3',
    /所在区和 C2 不一样/,
  ]),
  cells('a role nobody knows', 'members', '人员', { D3: '组长' }, [
    'D3',
    /找到「组长」，这里要填管理员、领导、评委、村里的经办人、读者其中之一/,
  ]),
  cells('a role missing', 'members', '人员', { D3: null }, ['D3', /这里空着，要填管理员/]),
  cells('the same role twice', 'members', '人员', { A3: 'I01', B3: '周明远', C3: '东江区', D3: '评委', E3: '全市' }, [
    'D3',
    /这个人的这个身份和 D2 重复了/,
  ]),
  cells('an inspector of one district', 'members', '人员', { E2: '东江区' }, ['E2', /这里要填全市其中之一/]),
  cells('a leader of a village', 'members', '人员', { D2: '领导', E2: 'V01 云溪村' }, ['E2', /找到「V01 云溪村」/]),
  cells('an officer of the city', 'members', '人员', { D2: '经办人', E2: '全市' }, ['E2', /找到「全市」/]),
  cells('an officer of nothing', 'members', '人员', { D2: '经办人', E2: null }, ['E2', /这里空着/]),
  {
    name: 'the last administrators lose their role',
    kind: 'members',
    file: (workbook) => edited(workbook, { sheet: '人员', cells: noAdministrators() }),
    faults: [{ sheet: '人员', cell: () => roleCell('M02'), text: /最后一位绑定了手机的管理员/ }],
  },

  // ── Goals.
  cells('a goal’s id twice', 'goals', '示范目标', { A3: 'V01-G1' }, ['A3', /编号 V01-G1 和 A2 重复了/]),
  cells('a goal of no village', 'goals', '示范目标', { B2: null }, ['B2', /这里空着/]),
  cells('a goal that another village has', 'goals', '示范目标', { B2: 'V02' }, ['A2', /已经是别的村（云溪村）的目标/]),
  cells('a goal called as an indicator', 'goals', '示范目标', { A2: 'C01' }, ['A2', /是方案里指标的编号/]),
  cells('a difficulty over 1', 'goals', '示范目标', { G2: 1.2 }, ['G2', /难度系数：0.01 到 1/]),
  cells('a difficulty of 0', 'goals', '示范目标', { G2: 0 }, ['G2', /难度系数/]),
  cells('a difficulty of three decimals', 'goals', '示范目标', { G2: 0.855 }, ['G2', /最多 2 位小数/]),
  cells('a goal without words', 'goals', '示范目标', { C2: null }, ['C2', /这里空着/]),

  // ── Measured facts.
  cells('a fact in words', 'measurements', '数值', { [MEASURED]: '约三十' }, [MEASURED, /找到「约三十」/]),
  cells('a fact of five decimals', 'measurements', '数值', { [MEASURED]: 12.34567 }, [MEASURED, /最多 4 位小数/]),
  cells('a fact beyond all bounds', 'measurements', '数值', { [MEASURED]: 1e12 }, [
    MEASURED,
    /-1000000000 到 1000000000/,
  ]),
  cells('a village twice', 'measurements', '数值', { A3: 'V01' }, ['A3', /重复了/]),
  cells('a village nobody knows', 'measurements', '数值', { A2: 'V77' }, ['A2', /找到「V77」/]),
  cells('不适用 where nobody decided it', 'measurements', '数值', { [MEASURED]: '不适用' }, [
    MEASURED,
    /没有定为不适用/,
  ]),
  cells('a fact where it was decided not to apply', 'measurements', '数值', { N2: 3 }, [
    'N2',
    /对「云溪村」定为不适用/,
  ]),
  cells('evidence too long', 'measurements', '依据', { [MEASURED]: '据'.repeat(301) }, [MEASURED, /最多 300 个字/]),
  cells('an indicator nobody knows', 'measurements', '数值', { B1: 'x9 旅游收入（万元）' }, [
    'B1',
    /不认识「x9 旅游收入（万元）」这一列/,
  ]),
]

function emptied(column: string, from: number, to: number): Record<string, null> {
  return Object.fromEntries(Array.from({ length: to - from + 1 }, (_, n) => [`${column}${from + n}`, null]))
}

function merged(range: string): (xml: string) => string {
  return (xml) =>
    xml.replace('</sheetData>', `</sheetData><mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`)
}

/** The people as they are exported, a row a role. */
function peopleRows(): { memberId: string; name: string }[] {
  const people = [...today.dump('members')] as unknown as { memberId: string; name: string; roles: unknown[] }[]
  people.sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
  return people.flatMap((person) => person.roles.map(() => person))
}

function roleCell(memberId: string): string {
  return `D${peopleRows().findIndex((person) => person.memberId === memberId) + 2}`
}

function noAdministrators(): Record<string, CellEdit> {
  return { [roleCell('M01')]: '读者', [roleCell('M02')]: '读者' }
}

describe('a broken spreadsheet: every fault by its cell, and nothing changes', () => {
  test('the catalogue has forty and more', () => expect(catalogue.length).toBeGreaterThanOrEqual(40))

  test.each(catalogue.map((broken) => [broken.name, broken] as const))('%s', async (_, { kind, file, faults }) => {
    const before = stored(today.cloud)
    const answer = await previewed(today.cloud, today.administrator, tables[kind], file(exports[kind]))
    if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
    expect(answer.data).toMatchObject({ added: [], changed: [], hash: '', written: false, moreFaults: 0 })
    expect(answer.data.faults).toHaveLength(faults.length)
    for (const [n, { sheet, cell, text }] of faults.entries()) {
      expect(answer.data.faults[n]).toEqual({
        sheet,
        cell: typeof cell === 'string' ? cell : cell(),
        text: expect.stringMatching(text),
      })
    }
    // The file is gone; handed over again and written at once, with the hash that a faulty preview tells, it is refused too.
    const write = (upload: Upload) =>
      today.administrator.asks('programme', 'importTable', { table: tables[kind], ...upload, hash: answer.data.hash })
    expect(await write(answer.upload)).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(await write(await uploaded(today.cloud, file(exports[kind])))).toMatchObject({
      ok: false,
      error: { code: 'changed' },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('more faults than are listed are counted', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`A${n + 2}`, '某村']))
    const answer = await previewed(
      today.cloud,
      today.administrator,
      tables.goals,
      edited(exports.goals, { sheet: '示范目标', cells: many }),
    )
    if (!answer.ok) throw new Error(answer.error.code)
    expect(answer.data.faults).toHaveLength(200)
    expect(answer.data.moreFaults).toBeGreaterThanOrEqual(50)
    expect(answer.data.faults.slice(0, 3).map(({ cell }) => cell)).toEqual(['A2', 'A3', 'A4'])
  })
})

/** A zip whose directory says one thing and whose data are another. */
function withDeclaredSize(zip: Uint8Array, part: string, bytes: number): Uint8Array {
  const changed = Buffer.from(zip)
  const name = Buffer.from(part)
  for (
    let at = changed.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    at >= 0;
    at = changed.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 4)
  )
    if (changed.subarray(at + 46, at + 46 + name.length).equals(name)) changed.writeUInt32LE(bytes, at + 24)
  return changed
}

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024)
const noise = (bytes: number) => new Uint8Array(randomBytes(bytes))
const withPart = (name: string, data: Uint8Array) => (workbook: Uint8Array) =>
  rebuilt(workbook, (parts) => {
    parts[name] = data
  })

const noWorkbooks: [string, (workbook: Uint8Array) => Uint8Array | Promise<Uint8Array>, RegExp][] = [
  ['an empty file', () => new Uint8Array(0), /空的/],
  ['a .csv that was renamed', () => strToU8('编号,村名\nV01,云溪村\n'), /不是 Excel 工作簿/],
  ['a picture that was renamed', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /不是 Excel 工作簿/],
  ['an old .xls', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), /旧格式 .xls/],
  ['a workbook with a password', withPassword, /密码/],
  ['a file cut off', (workbook) => workbook.slice(0, workbook.length / 2), /不完整/],
  ['a zip that is no workbook', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), /没有 Excel 表格/],
  ['a sheet that is no XML', withPart('xl/worksheets/sheet1.xml', strToU8('hello')), /不完整/],
  ['a bomb: 40 MB of zeros', withPart('xl/worksheets/sheet9.xml', zeros(40)), /展开以后太大/],
  [
    'a bomb that says it is small',
    (workbook) => withDeclaredSize(workbook, 'xl/worksheets/sheet2.xml', 900),
    /不完整|太大|打不开/,
  ],
  [
    'two hundred parts and more',
    (workbook) =>
      rebuilt(workbook, (parts) =>
        Array.from({ length: 201 }, (_, n) => Object.assign(parts, { [`xl/x${n}.xml`]: strToU8('<a/>') })),
      ),
    /展开以后太大/,
  ],
  [
    'a value at the end of the world',
    (workbook) => edited(workbook, { sheet: '村', cells: { XFD1048576: 1 } }),
    /XFD1048576 还有内容/,
  ],
]

/** As Excel saves it with a password. In a process of its own: the package is an ES module. */
function withPassword(): Uint8Array {
  const script = `
    import { writeXlsx } from 'hucre/xlsx'
    const encryption = { password: '1234', spinCount: 1000 }
    process.stdout.write(await writeXlsx({ sheets: [{ name: '村', rows: [['编号']] }], encryption }))`
  return execFileSync(process.execPath, ['--input-type=module', '-e', script])
}

describe('what is no workbook is refused and deleted, and nothing changes', () => {
  test.each(noWorkbooks)('%s', async (_, file, problem) => {
    const before = stored(today.cloud)
    const { upload, ...answer } = await previewed(
      today.cloud,
      today.administrator,
      tables.villages,
      await file(exports.villages),
    )
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'notWorkbook', details: { problem: expect.stringMatching(problem) } },
    })
    const again = await today.administrator.asks('programme', 'importTable', {
      table: tables.villages,
      ...upload,
      hash: null,
    })
    expect(again).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('more than two megabytes', async () => {
    const large = withPart('xl/media/image1.png', noise(2_300_000))(exports.villages)
    const { upload: _, ...answer } = await previewed(today.cloud, today.administrator, tables.villages, large)
    expect(answer).toMatchObject({ ok: false, error: { code: 'tooLarge' } })
  })

  test('another path than this send’s', async () => {
    const { sendId, fileId } = (await previewed(today.cloud, today.administrator, tables.villages, exports.villages))
      .upload
    for (const other of [
      fileId.replace('/imports/', '/photos/'),
      fileId.replace(sendId, 'another-send-000000001'),
      `${fileId}/../x.xlsx`,
    ]) {
      const answer = await today.administrator.asks('programme', 'importTable', {
        table: tables.villages,
        sendId,
        fileId: other,
        hash: null,
      })
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', details: { path: 'fileId' } } })
    }
  })
})

describe('where people are careless the reader understands', () => {
  const forgiving: [string, Kind, (workbook: Uint8Array) => Uint8Array, object][] = [
    [
      'columns in another order, with stars and white space in their headers',
      'members',
      (workbook) =>
        edited(workbook, {
          sheet: '人员',
          cells: { A1: ' 姓 名 ', B1: '编号*', A2: '周明远', B2: 'I01', ...swapped() },
        }),
      { added: [], changed: [] },
    ],
    [
      'full-width digits, numbers kept as text, thousands separated',
      'villages',
      (workbook) => edited(workbook, { sheet: '村', cells: { F2: '４１２', G2: ' 1,486 ', A2: 'Ｖ０１' } }),
      { added: [], changed: [] },
    ],
    [
      'white space at the ends',
      'villages',
      (workbook) => edited(workbook, { sheet: '村', cells: { B2: '　云溪村 ', D2: ' 西岭区' } }),
      { added: [], changed: [] },
    ],
    [
      'a formula’s computed value',
      'villages',
      (workbook) => edited(workbook, { sheet: '村', cells: { F2: { xml: '><f>400+12</f><v>412</v>' } } }),
      { added: [], changed: [] },
    ],
    [
      'hidden rows are read as all others',
      'villages',
      (workbook) =>
        edited(workbook, {
          sheet: '村',
          cells: { F3: 540 },
          xml: (xml) => xml.replace('<row r="3"', '<row r="3" hidden="1"'),
        }),
      { added: [], changed: [{ what: 'V02 清港村', was: '户数 538', becomes: '户数 540' }] },
    ],
    [
      'titles above the header',
      'goals',
      (workbook) => edited(workbook, { sheet: '示范目标', xml: shifted }),
      { added: [], changed: [] },
    ],
    [
      'blank rows between',
      'goals',
      (workbook) =>
        edited(workbook, {
          sheet: '示范目标',
          cells: Object.fromEntries('ABCDEFG'.split('').map((letter) => [`${letter}3`, null])),
        }),
      { added: [], changed: [] },
    ],
    [
      'a name merged over the rows of one person',
      'members',
      (workbook) =>
        edited(workbook, {
          sheet: '人员',
          cells: { A3: 'I01', B3: null, C3: null, D3: '读者', E3: null },
          xml: merged('B2:B3'),
        }),
      {
        added: [],
        changed: [{ what: 'I01 周明远', was: '身份 评委（全市）', becomes: '身份 评委（全市）、读者（全市）' }],
      },
    ],
    [
      'an id, or a name, for what the drop-down calls by both',
      'goals',
      (workbook) => edited(workbook, { sheet: '示范目标', cells: { B2: 'v01', B3: '云溪村' } }),
      { added: [], changed: [] },
    ],
    [
      'a date in free words',
      'goals',
      (workbook) => {
        const { workbook: styled, style } = withFormat(workbook, 14)
        return edited(styled, { sheet: '示范目标', cells: { E2: { style, xml: '><v>45748</v>' } } })
      },
      { added: [], changed: [{ what: 'V01-G1', was: '目标值 3000', becomes: '目标值 2025-04-01' }] },
    ],
    [
      'an unknown column without contents',
      'villages',
      (workbook) => edited(workbook, { sheet: '村', cells: { L1: '备注' } }),
      { added: [], changed: [] },
    ],
    [
      'a percentage where the unit is %',
      'measurements',
      (workbook) => {
        const { workbook: styled, style } = withFormat(workbook, 10)
        const percent = { B2: { style, xml: '><v>0.855</v>' }, B3: '85.5%', B4: 85.5 }
        return edited(styled, { sheet: '数值', cells: percent })
      },
      {
        changed: ['云溪村', '清港村', '金沙村'].map((village) => ({
          what: `${village} C03 党员联户与先锋模范`,
          becomes: '数值 85.5',
        })),
      },
    ],
  ]

  test.each(forgiving)('%s', async (_, kind, file, expected) => {
    const { upload: _upload, ...answer } = await previewed(
      today.cloud,
      today.administrator,
      tables[kind],
      file(exports[kind]),
    )
    expect(answer).toMatchObject({ ok: true, data: { faults: [], ...expected } })
  })

  /** Columns A and B of the people the other way round. */
  function swapped(): Record<string, CellEdit> {
    return Object.fromEntries(
      peopleRows().flatMap(({ memberId, name }, n) => [
        [`A${n + 2}`, name],
        [`B${n + 2}`, memberId],
      ]),
    )
  }

  /** Everything two rows down, a title above. */
  function shifted(xml: string): string {
    const down = xml
      .replace(/<row r="(\d+)"/g, (_, row) => `<row r="${Number(row) + 2}"`)
      .replace(/<c r="([A-Z]+)(\d+)"/g, (_, letters, row) => `<c r="${letters}${Number(row) + 2}"`)
    return down.replace(
      '<sheetData>',
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>2026 年示范目标申报表</t></is></c></row>',
    )
  }
})
