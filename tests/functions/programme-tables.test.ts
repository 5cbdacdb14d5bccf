import type { GoalDoc, MeasurementDoc, MemberDoc, RoundDoc, VillageDoc } from '../../cloudfunctions/common/documents'
import type { Table } from '../../src/contract/programme'
import { seedAll } from '../../tools/seed/sample'
import { type Day, day } from '../vocabulary/day'
import { DRAFT, draftRound, NOT_APPLICABLE } from '../vocabulary/draft-round'
import { codeOf } from '../vocabulary/everyone'
import { bytesOf, edited, imported, previewed, readBack } from '../vocabulary/excel'
import { opened } from '../vocabulary/office-files'
import { change, stored } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'ready', empty: true })
  await seedAll(today.cloud, { ...draftRound(today.file) })
})
afterAll(() => today.stop())

const tables = {
  villages: { kind: 'villages' },
  members: { kind: 'members' },
  goals: { kind: 'goals', roundId: DRAFT },
  measurements: { kind: 'measurements', roundId: DRAFT },
} satisfies Record<string, Table>
const kinds = Object.values(tables) as Table[]

const exported = (table: Table) => today.administrator.does('programme', 'exportTable', table)
const template = (table: Table) => today.administrator.does('programme', 'template', table)
const docs = <T>(collection: string) => today.dump(collection) as unknown as T[]
const byId = (a: { _id: string }, b: { _id: string }) => (a._id < b._id ? -1 : 1)

describe('template, exportTable, importTable: of what there is', () => {
  test('of a round that is not there', async () => {
    const table = { kind: 'goals', roundId: 'nowhere' }
    expect(await codeOf(today, 'administrator', 'programme', 'template', table)).toBe('notFound')
  })
})

describe('a template explains itself', () => {
  test.each(kinds.map((table) => [table.kind, table] as const))('%s', async (_, table) => {
    const { fileName, base64 } = await template(table)
    expect(fileName).toMatch(/-模板\.xlsx$/)
    const sheets = await readBack(base64)
    const explained = sheets.说明!.slice(1)
    for (const [name, rows] of Object.entries(sheets)) {
      if (name === '说明' || name === '选项') continue
      const titles = rows[0] as string[]
      // Every column is explained by a sentence.
      for (const title of titles) {
        const line = explained.find(([sheet, column]) => sheet === name && column === title)
        expect({ name, title, explain: line?.[3] }).toEqual({ name, title, explain: expect.any(String) })
      }
    }
    const parts = opened(base64)
    expect(parts['xl/worksheets/sheet1.xml']).toContain('state="frozen"')
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pageSetup [^>]*orientation="landscape"/)
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<dataValidation type="list"|<sheetData>/)
    expect(Object.keys(parts).some((path) => path.startsWith('xl/comments'))).toBe(true)
  })

  test('closed choices have a drop-down over the sheet 选项', async () => {
    const { base64 } = await template(tables.members)
    const xml = opened(base64)['xl/worksheets/sheet1.xml']!
    const roles = (await readBack(base64)).选项!.map((row) => row.find((one) => one === '评委')).filter(Boolean)
    expect([...xml.matchAll(/<dataValidation type="list"/g)]).toHaveLength(3)
    expect(roles).toEqual(['评委'])
  })

  test('ids are kept as text, so that 001 stays 001', async () => {
    const workbook = edited(bytesOf((await template(tables.villages)).base64), {
      sheet: '区',
      cells: { A2: '001', B2: '零一区' },
    })
    const { upload: _, ...answer } = await previewed(today.cloud, today.administrator, tables.villages, workbook)
    expect(answer).toMatchObject({ ok: true, data: { faults: [], added: ['区 001 零一区'] } })
    const xml = opened((await template(tables.villages)).base64)
    const [, style] = /<c r="A2" s="(\d+)"/.exec(xml['xl/worksheets/sheet1.xml']!)!
    const [, formats] = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(xml['xl/styles.xml']!)!
    const format = [...formats!.matchAll(/<xf numFmtId="(\d+)"/g)][Number(style)]![1]
    expect(xml['xl/styles.xml']).toContain(`<numFmt numFmtId="${format}" formatCode="@"/>`)
  })
})

describe('an export says what stands, read by another library than wrote it', () => {
  test('villages', async () => {
    const { fileName, base64 } = await exported(tables.villages)
    expect(fileName).toBe('村庄.xlsx')
    const sheets = await readBack(base64)
    expect(sheets.区).toEqual([
      ['编号', '名称'],
      ['D-EAST', '东江区'],
      ['D-WEST', '西岭区'],
      ['D-DEV', '滨湖开发区'],
      ['D-ECO', '临港经济区'],
    ])
    expect(sheets.村!.slice(0, 2)).toEqual([
      ['编号', '村名', '乡镇', '区', '主题', '户数', '人口', '成年人', '经度', '纬度', '简介'],
      [
        'V01',
        '云溪村',
        '云溪镇',
        '西岭区',
        '红色、绿色、金色、古色',
        412,
        1486,
        1203,
        115.8123,
        28.4312,
        '把“山水乡愁”融入五大振兴，红绿金古四色并进',
      ],
    ])
    expect(sheets.村).toHaveLength(1 + docs<VillageDoc>('villages').length)
    expect(sheets.包联责任!.slice(0, 2)).toEqual([
      ['村', '职责', '职务', '姓名', '单位', '人员编号'],
      ['V01 云溪村', '组织部长', '区委组织部部长', '王志强', '西岭区', null],
    ])
  })

  test('members: a row a role', async () => {
    const { 人员: rows } = await readBack((await exported(tables.members)).base64)
    expect(rows![0]).toEqual(['编号', '姓名', '所在区', '身份', '范围'])
    expect(rows).toContainEqual(['M01', '王敏', null, '管理员', '全市'])
    expect(rows).toContainEqual(['M04', '方晓梅', '西岭区', '领导', '西岭区'])
    expect(rows).toContainEqual(['M05', '黄德明', '西岭区', '村里的经办人', 'V01 云溪村'])
    expect(rows!.length - 1).toBe(docs<MemberDoc>('members').flatMap(({ roles }) => roles).length)
  })

  test('goals', async () => {
    const { fileName, base64 } = await exported(tables.goals)
    expect(fileName).toBe('示范目标-第3次拉练.xlsx')
    const { 示范目标: rows } = await readBack(base64)
    expect(rows!.slice(0, 2)).toEqual([
      ['编号', '村', '目标', '起点', '目标值', '单位', '建议难度'],
      ['V01-G1', 'V01 云溪村', '“山水乡愁”研学路线年接待 3000 人次', '800', '3000', '人次', 0.8],
    ])
    expect(rows).toHaveLength(1 + docs<GoalDoc>('goals').length)
  })

  test('measurements: villages down, indicators across, 不适用 where it does not apply', async () => {
    const { 数值: rows, 依据: evidence } = await readBack((await exported(tables.measurements)).base64)
    const indicators = today.file.scheme.indicators.filter(({ kind }) => kind === 'measured')
    expect(rows![0]!.slice(1).map((title) => String(title).split(' ')[0])).toEqual(indicators.map(({ id }) => id))
    expect(evidence![0]).toEqual(rows![0])
    const shown = rows!
      .slice(1)
      .flatMap((row) =>
        row
          .slice(1)
          .map((value, n) => ({ villageId: String(row[0]).split(' ')[0], indicatorId: indicators[n]!.id, value })),
      )
    const numbers = shown.filter(({ value }) => typeof value === 'number')
    const key = (one: { villageId?: string; indicatorId: string }) => `${one.villageId} ${one.indicatorId}`
    expect(numbers.map((one) => `${key(one)} ${one.value}`).sort()).toEqual(
      docs<MeasurementDoc>('measurements')
        .filter(({ roundId }) => roundId === DRAFT)
        .map((one) => `${key(one)} ${one.value}`)
        .sort(),
    )
    const not = shown.filter(({ value }) => value === '不适用').map(key)
    expect(not).toEqual([key(NOT_APPLICABLE)])
  })
})

describe('what is exported and read again changes nothing', () => {
  test.each(kinds.map((table) => [table.kind, table] as const))('%s', async (_, table) => {
    const workbook = bytesOf((await exported(table)).base64)
    const before = stored(today.cloud)
    const { upload, ...answer } = await previewed(today.cloud, today.administrator, table, workbook)
    expect(answer).toMatchObject({ ok: true, data: { faults: [], added: [], changed: [], written: false } })
    if (answer.ok) {
      expect(answer.data.same).toBeGreaterThan(5)
      await today.administrator.does('programme', 'importTable', { table, ...upload, hash: answer.data.hash })
    }
    const after = stored(today.cloud)
    expect({ ...after, audits: [] }).toEqual({ ...before, audits: [] })
  })
})

describe('from an empty programme: everything comes by Excel, and is what it was', () => {
  test('villages, members, goals and measurements of the sample', async () => {
    const files = await Promise.all(kinds.map(async (table) => bytesOf((await exported(table)).base64)))
    const other = await day({ state: 'ready', empty: true })
    try {
      const former = Object.fromEntries(
        ['villages', 'members', 'goals', 'measurements'].map((name) => [name, today.dump(name)]),
      )
      const { rounds } = draftRound(today.file)
      await other.cloud.seed('rounds', rounds as RoundDoc[])
      for (const id of docs<VillageDoc>('villages').map(({ _id }) => _id)) await remove(other, 'villages', id)
      for (const { _id, memberId } of docs<MemberDoc>('members'))
        if (!['M01', 'M02'].includes(memberId)) await remove(other, 'members', _id)
      await change(other.cloud, 'programme', 'programme', { districts: [] })

      for (const [n, table] of kinds.entries()) await imported(other.cloud, other.administrator, table, files[n]!)

      const now = (name: string) => other.dump(name)
      const villages = (docs: unknown[]) =>
        (docs as VillageDoc[]).map(({ revision, sendId, ...village }) => village).sort(byId)
      expect(villages(now('villages'))).toEqual(villages(former.villages!))
      const people = (docs: unknown[]) =>
        (docs as MemberDoc[])
          .map(({ memberId, name, roles, districtId }) => ({ _id: memberId, name, roles, districtId }))
          .sort(byId)
      expect(people(now('members'))).toEqual(people(former.members!))
      const unbound = (now('members') as unknown as MemberDoc[]).filter(
        ({ memberId }) => !['M01', 'M02'].includes(memberId),
      )
      expect(
        unbound.every(
          ({ _id, memberId, boundAt, revoked }) => _id === `unbound:${memberId}` && boundAt === null && !revoked,
        ),
      ).toBe(true)
      const goals = (docs: unknown[]) =>
        (docs as GoalDoc[])
          .map(({ _id, villageId, title, baseline, target, unit, full, step, difficulty }) => ({
            _id,
            villageId,
            title,
            baseline,
            target,
            unit,
            full,
            step,
            difficulty,
          }))
          .sort(byId)
      expect(goals(now('goals'))).toEqual(goals(former.goals!))
      const facts = (docs: unknown[]) =>
        (docs as MeasurementDoc[]).map(({ _id, value, evidence }) => ({ _id, value, evidence })).sort(byId)
      const ofDraft = (docs: unknown[]) => (docs as MeasurementDoc[]).filter(({ roundId }) => roundId === DRAFT)
      expect(facts(ofDraft(now('measurements')))).toEqual(facts(ofDraft(former.measurements!)))
      // Nobody has checked or approved what came by file.
      expect(
        ofDraft(now('measurements')).every(({ checkedBy, enteredBy }) => checkedBy === null && enteredBy === 'M01'),
      ).toBe(true)
      expect((now('goals') as unknown as GoalDoc[]).every(({ state }) => state === 'declared')).toBe(true)
      const [programme] = now('programme')
      expect(programme).toMatchObject({
        districts: (today.dump('programme')[0] as { districts: unknown }).districts,
        administrators: ['M01', 'M02'],
      })
    } finally {
      await other.stop()
    }
  })
})

async function remove(where: Day, collection: string, id: string): Promise<void> {
  await where.cloud.sdk().database().collection(collection).doc(id).remove()
}
