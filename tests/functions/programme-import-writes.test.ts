/** An import is written whole or not at all, as it was seen, and once. */
import type {
  AuditDoc,
  GoalDoc,
  MeasurementDoc,
  MemberDoc,
  RoundDoc,
  VillageDoc,
} from '../../cloudfunctions/common/documents'
import type { Table } from '../../src/contract/programme'
import type { Fault } from '../../tools/local-cloud/faults'
import { seedAll } from '../../tools/seed/sample'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { DRAFT, draftRound } from '../vocabulary/draft-round'
import { bytesOf, edited, imported, previewed, type Upload, uploaded } from '../vocabulary/excel'
import { change, stored } from '../vocabulary/stored'

const villages: Table = { kind: 'villages' }
const members: Table = { kind: 'members' }
const goals: Table = { kind: 'goals', roundId: DRAFT }
const measurements: Table = { kind: 'measurements', roundId: DRAFT }

let today: Day
beforeEach(async () => {
  today = await day({ state: 'ready', empty: true })
  await seedAll(today.cloud, { ...draftRound(today.file) })
})
afterEach(() => today.stop())

const exported = async (table: Table) =>
  bytesOf((await today.administrator.does('programme', 'exportTable', table)).base64)
const docs = <T>(collection: string) => today.dump(collection) as unknown as T[]
const village = (id: string) => docs<VillageDoc>('villages').find(({ _id }) => _id === id)!
const lines = () => docs<AuditDoc>('audits').filter(({ action }) => action === 'importTable')

/** Households of the first two villages. */
async function twoHouseholds(first: number, second: number): Promise<Uint8Array> {
  return edited(await exported(villages), { sheet: '村', cells: { F2: first, F3: second } })
}

async function seen(
  table: Table,
  workbook: Uint8Array,
  person = today.administrator,
): Promise<{ table: Table; hash: string } & Upload> {
  const { upload, ...answer } = await previewed(today.cloud, person, table, workbook)
  if (!answer.ok || answer.data.faults.length > 0) throw new Error(JSON.stringify(answer))
  return { table, ...upload, hash: answer.data.hash }
}

const write = (send: { table: Table; hash: string } & Upload, person = today.administrator) =>
  person.asks('programme', 'importTable', send)

describe('the preview writes nothing but what names its file; writing does what it said', () => {
  test('two villages changed, every other as it was; one line of the audit; the file is gone', async () => {
    const before = stored(today.cloud)
    const { upload, ...preview } = await previewed(
      today.cloud,
      today.administrator,
      villages,
      await twoHouseholds(420, 540),
    )
    expect(stored(today.cloud)).toEqual({
      ...before,
      uploads: [{ _id: upload.sendId, fileId: upload.fileId, at: expect.any(Number) }],
    })
    const changed = [
      { what: 'V01 云溪村', was: '户数 412', becomes: '户数 420' },
      { what: 'V02 清港村', was: '户数 538', becomes: '户数 540' },
    ]
    expect(preview).toMatchObject({ ok: true, data: { added: [], changed, written: false } })
    if (!preview.ok) return

    const send = { table: villages, ...upload, hash: preview.data.hash }
    const written = await today.administrator.does('programme', 'importTable', send)
    expect(written).toEqual({ ...preview.data, written: true })
    expect([village('V01').households, village('V02').households]).toEqual([420, 540])
    const after = stored(today.cloud)
    const others = (all: unknown[]) => (all as VillageDoc[]).filter(({ _id }) => _id !== 'V01' && _id !== 'V02')
    expect(others(after.villages!)).toEqual(others(before.villages!))
    expect(lines()).toEqual([
      expect.objectContaining({
        _id: `:${upload.sendId}`,
        memberId: 'M01',
        on: 'villages',
        roundId: null,
        after: written,
      }),
    ])
    const gone = await today.administrator.asks('programme', 'importTable', { table: villages, ...upload, hash: null })
    expect(gone).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })

  test('the same send again answers as the first time, and writes once', async () => {
    const send = await seen(villages, await twoHouseholds(421, 541))
    const first = await write(send)
    const before = stored(today.cloud)
    expect(await write(send)).toEqual(first)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('the same file again changes nothing', async () => {
    const workbook = await twoHouseholds(422, 542)
    await imported(today.cloud, today.administrator, villages, workbook)
    const revision = village('V01').revision
    expect(await imported(today.cloud, today.administrator, villages, workbook)).toMatchObject({
      added: [],
      changed: [],
    })
    expect(village('V01').revision).toBe(revision)
  })

  test('without a preview’s hash, or with another file’s, nothing is written', async () => {
    const send = await seen(villages, await twoHouseholds(423, 543))
    const other = await uploaded(today.cloud, await twoHouseholds(1, 1))
    const before = stored(today.cloud)
    expect(await write({ ...send, hash: '' })).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(await write({ ...send, ...other })).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('when the world moves between preview and writing: `changed`, and nothing is written', () => {
  test('a village by form', async () => {
    const send = await seen(villages, await twoHouseholds(424, 544))
    await change(today.cloud, 'villages', 'V02', { households: 600 })
    const before = stored(today.cloud)
    expect(await write(send)).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('another preview of the same file then says what it would be now', async () => {
    const send = await seen(villages, await twoHouseholds(424, 544))
    await change(today.cloud, 'villages', 'V02', { households: 600 })
    await write(send)
    const { hash: _, ...upload } = send
    const again = await today.administrator.does('programme', 'importTable', { ...upload, hash: null })
    expect(again.changed).toContainEqual({ what: 'V02 清港村', was: '户数 600', becomes: '户数 544' })
    expect(await write({ ...upload, hash: again.hash })).toMatchObject({ ok: true, data: { written: true } })
  })

  test('the round is a draft no more', async () => {
    const workbook = edited(await exported(goals), { sheet: '示范目标', cells: { D2: '900' } })
    const send = await seen(goals, workbook)
    await change(today.cloud, 'rounds', DRAFT, { state: 'ready' })
    const before = stored(today.cloud)
    expect(await write(send)).toMatchObject({ ok: false, error: { code: 'wrongState', details: { state: 'ready' } } })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('whoever is revoked writes no more', async () => {
    const send = await seen(villages, await twoHouseholds(425, 545), today.secondAdministrator)
    await change(today.cloud, 'members', today.secondAdministrator.openid, { revoked: true })
    const before = stored(today.cloud)
    expect(await write(send, today.secondAdministrator)).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('several at once', () => {
  test('one send five times: written once, every answer the same', async () => {
    const send = await seen(villages, await twoHouseholds(426, 546))
    const answers = await Promise.all(Array.from({ length: 5 }, () => write(send)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ ok: true, data: { written: true } })
    expect(lines()).toHaveLength(1)
    expect(village('V01').revision).toBe(2)
  })

  test('two administrators, two files about the same villages: one is written whole, the other not at all', async () => {
    for (let time = 0; time < 4; time++) {
      const mine = await seen(villages, await twoHouseholds(500 + time, 600 + time))
      const theirs = await seen(villages, await twoHouseholds(700 + time, 800 + time), today.secondAdministrator)
      const answers = await Promise.all([write(mine), write(theirs, today.secondAdministrator)])
      expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
      const pair = [village('V01').households, village('V02').households]
      expect(answers[0]!.ok ? [500 + time, 600 + time] : [700 + time, 800 + time]).toEqual(pair)
    }
  })

  test('a file and a form about the same goal: whichever comes second has seen the first', async () => {
    for (let time = 0; time < 4; time++) {
      const workbook = edited(await exported(goals), {
        sheet: '示范目标',
        cells: { D2: `${900 + time}`, D3: `${900 + time}` },
      })
      const send = await seen(goals, workbook)
      const { revision } = goal('V01-G2')
      const form = {
        roundId: DRAFT,
        goalId: 'V01-G2',
        villageId: 'V01',
        title: `古祠修缮并常态开放，第 ${time} 次改`,
        baseline: 'form',
        target: '',
        unit: '',
        revision,
        sendId: newId(),
      }
      const [file, byForm] = await Promise.all([write(send), today.officer.asks('programme', 'declareGoal', form)])
      expect([file.ok, byForm.ok].sort()).toEqual([false, true])
      expect([goal('V01-G1').baseline === `${900 + time}`, goal('V01-G2').baseline === 'form']).toEqual([
        file.ok,
        byForm.ok,
      ])
    }
  })

  const goal = (id: string) => docs<GoalDoc>('goals').find(({ goalId }) => goalId === id)!

  test('two files that each take the role from another administrator: one administrator stays', async () => {
    const rows = (await rolesOf(today)).map(({ memberId }) => memberId)
    const without = async (id: string) =>
      edited(await exported(members), { sheet: '人员', cells: { [`D${rows.indexOf(id) + 2}`]: '读者' } })
    const one = await seen(members, await without('M01'))
    const two = await seen(members, await without('M02'), today.secondAdministrator)
    const answers = await Promise.all([write(one), write(two, today.secondAdministrator)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const still = docs<MemberDoc>('members').filter(({ roles }) => roles.some(({ role }) => role === 'administrator'))
    expect(still).toHaveLength(1)
    expect(docs<{ administrators: string[] }>('programme')[0]!.administrators).toEqual(
      still.map(({ memberId }) => memberId),
    )
  })
})

describe('a network and a busy database: never half, and the same send again ends it', () => {
  const troubles: Fault[] = [
    { on: 'database.startTransaction', what: 'conflict' },
    { on: 'database.startTransaction', what: 'drop' },
    { on: 'database.modifyDocument', what: 'conflict', collection: 'villages' },
    { on: 'database.modifyDocument', what: 'drop', collection: 'villages', after: 1 },
    { on: 'database.modifyDocument', what: 'timeout', collection: 'programme' },
    { on: 'database.modifyDocument', what: 'drop', collection: 'audits' },
    { on: 'database.commitTransaction', what: 'conflict' },
    { on: 'database.commitTransaction', what: 'drop' },
    { on: 'database.commitTransaction', what: 'timeout' },
    { on: 'storage.batchDeleteFile', what: 'drop' },
  ]
  test.each(troubles)('$on: $what', async (fault) => {
    const send = await seen(villages, await twoHouseholds(430, 550))
    const before = stored(today.cloud)
    today.cloud.faults.inject(fault)
    const first = await write(send)
    if (!first.ok) {
      expect(first.error.code).toBe('tryAgain')
      const now = stored(today.cloud)
      // Whatever the caller was told: all of it or nothing.
      if (village('V01').households === 430) expect(village('V02').households).toBe(550)
      else expect(now).toEqual(before)
    }
    today.cloud.faults.clear()
    expect(await write(send)).toMatchObject({ ok: true, data: { written: true, changed: [{}, {}] } })
    expect([village('V01').households, village('V02').households]).toEqual([430, 550])
    expect([village('V01').revision, lines().length]).toEqual([2, 1])
  })
})

describe('what becomes of what a file changes', () => {
  test('an approved goal is declared again, by who imported it; the others stay approved', async () => {
    const workbook = edited(await exported(goals), { sheet: '示范目标', cells: { D2: '1000', G2: 0.9 } })
    const { changed } = await imported(today.cloud, today.administrator, goals, workbook)
    expect(changed).toEqual([{ what: 'V01-G1', was: '起点 800；难度 0.8', becomes: '起点 1000；难度 0.9' }])
    const [first, ...others] = docs<GoalDoc>('goals')
    expect(first).toMatchObject({
      state: 'declared',
      declaredBy: 'M01',
      declaredByName: '王敏',
      decidedBy: null,
      difficulty: 0.9,
      revision: 2,
    })
    expect(others.every(({ state, decidedBy }) => state === 'approved' && decidedBy === 'M02')).toBe(true)
    expect(docs<RoundDoc>('rounds').find(({ _id }) => _id === DRAFT)!.inputs).toBe(1)
    expect(lines()).toEqual([expect.objectContaining({ roundId: DRAFT, on: 'goals' })])
  })

  test('a checked fact that is changed is to be checked again; evidence too; an empty cell changes nothing', async () => {
    const workbook = edited(
      await exported(measurements),
      { sheet: '数值', cells: { B2: 77, C2: null } },
      { sheet: '依据', cells: { D2: '新台账', E2: null } },
    )
    const { changed } = await imported(today.cloud, today.administrator, measurements, workbook)
    expect(changed.map(({ what }) => what)).toEqual(['云溪村 C03 党员联户与先锋模范', '云溪村 C08 村集体经营性收入'])
    const [c03, c06, c08, c09] = ['C03', 'C06', 'C08', 'C09'].map((id) => fact('V01', id))
    expect(c03).toMatchObject({
      value: 77,
      evidence: '镇财政所盖章的报表',
      enteredBy: 'M01',
      checkedBy: null,
      revision: 2,
    })
    expect(c08).toMatchObject({ evidence: '新台账', checkedBy: null, revision: 2 })
    expect([c06, c09]).toEqual([
      expect.objectContaining({ revision: 1, checkedBy: 'M02' }),
      expect.objectContaining({ revision: 1, checkedBy: 'M02' }),
    ])
  })

  test('evidence of a fact that nobody entered is named by its cell', async () => {
    const workbook = edited(await exported(measurements), { sheet: '数值', cells: { B2: null } })
    await today.cloud.sdk().database().collection('measurements').doc(`${DRAFT}:V01:C03`).remove()
    const { upload: _, ...answer } = await previewed(today.cloud, today.administrator, measurements, workbook)
    expect(answer).toMatchObject({
      ok: true,
      data: { faults: [{ sheet: '依据', cell: 'B2', text: expect.stringContaining('没有数') }] },
    })
  })

  const fact = (villageId: string, indicatorId: string) =>
    docs<MeasurementDoc>('measurements').find(({ _id }) => _id === `${DRAFT}:${villageId}:${indicatorId}`)!

  test('a person with a phone keeps it; a new one has none; nobody is left out for not being in the file', async () => {
    const rows = await rolesOf(today)
    const at = rows.findIndex(({ memberId }) => memberId === 'M06') + 2
    const end = rows.length + 2
    const workbook = edited(await exported(members), {
      sheet: '人员',
      cells: {
        [`D${at}`]: '领导',
        [`E${at}`]: '滨湖开发区',
        [`A${end}`]: 'N01',
        [`B${end}`]: '新来的',
        [`D${end}`]: '评委',
        A2: null,
        B2: null,
        C2: null,
        D2: null,
        E2: null,
      },
    })
    const before = docs<MemberDoc>('members')
    const { added, changed } = await imported(today.cloud, today.administrator, members, workbook)
    expect(added).toEqual(['N01 新来的：姓名 新来的；身份 评委（全市）'])
    expect(changed).toEqual([{ what: 'M06 谢春生', was: '身份 读者（全市）', becomes: '身份 领导（滨湖开发区）' }])
    const after = docs<MemberDoc>('members')
    const m06 = (all: MemberDoc[]) => all.find(({ memberId }) => memberId === 'M06')!
    expect(m06(after)).toMatchObject({
      _id: m06(before)._id,
      boundAt: m06(before).boundAt,
      roles: [{ role: 'leader', scope: 'D-DEV' }],
    })
    expect(after.find(({ memberId }) => memberId === 'N01')).toMatchObject({
      _id: 'unbound:N01',
      boundAt: null,
      revoked: false,
    })
    expect(after).toHaveLength(before.length + 1)
    // What they may do changes at once.
    const me = await today.reader.does('member', 'me', {})
    expect(me.member!.roles).toEqual([{ role: 'leader', scope: 'D-DEV', scopeName: '滨湖开发区' }])
  })

  test('a district and its village in one file', async () => {
    const workbook = edited(
      await exported(villages),
      { sheet: '区', cells: { A6: 'D-NEW', B6: '南湖区' } },
      { sheet: '村', cells: { A10: 'V09', B10: '南湖村', C10: '南湖镇', D10: '南湖区', F10: 300 } },
      { sheet: '包联责任', cells: responsibleRow(today) },
    )
    const { added } = await imported(today.cloud, today.administrator, villages, workbook)
    expect(added).toEqual([
      '区 D-NEW 南湖区',
      'V09 南湖村：村名 南湖村；乡镇 南湖镇；区 南湖区；户数 300；包联责任 第一书记 肖力（干部，N07 还不在人员名单里）',
    ])
    expect(village('V09')).toMatchObject({
      districtId: 'D-NEW',
      population: null,
      location: null,
      responsibilities: [{ duty: 'first-secretary', memberId: 'N07' }],
    })
    expect((await today.administrator.does('programme', 'overview', {})).districts).toContainEqual({
      id: 'D-NEW',
      name: '南湖区',
    })
  })

  function responsibleRow(of: Day) {
    const rows = (of.dump('villages') as unknown as VillageDoc[]).flatMap(
      ({ responsibilities = [] }) => responsibilities,
    ).length
    const at = rows + 2
    return { [`A${at}`]: 'V09', [`B${at}`]: '第一书记', [`C${at}`]: '干部', [`D${at}`]: '肖力', [`F${at}`]: 'N07' }
  }
})

describe('at most 300 things at once', () => {
  const people = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, n) => n + 2).flatMap((row) => [
        [`A${row}`, `N${row}`],
        [`B${row}`, `新人${row}`],
        [`C${row}`, null],
        [`D${row}`, '读者'],
        [`E${row}`, null],
      ]),
    )
  const template = async () => bytesOf((await today.administrator.does('programme', 'template', members)).base64)

  test('300 are written in one transaction', async () => {
    const before = docs<MemberDoc>('members').length
    const workbook = edited(await template(), { sheet: '人员', cells: people(300) })
    const { added, written } = await imported(today.cloud, today.administrator, members, workbook)
    expect({ added: added.length, written }).toEqual({ added: 300, written: true })
    expect(docs<MemberDoc>('members')).toHaveLength(before + 300)
  })

  test('a conflict at the last of them leaves none; the retry writes all', async () => {
    const before = docs<MemberDoc>('members').length
    const workbook = edited(await template(), { sheet: '人员', cells: people(300) })
    const send = await seen(members, workbook)
    today.cloud.faults.inject({ on: 'database.modifyDocument', what: 'drop', collection: 'members', after: 299 })
    const first = await write(send)
    expect([0, 300]).toContain(docs<MemberDoc>('members').length - before)
    if (!first.ok) expect(await write(send)).toMatchObject({ ok: true })
    expect(docs<MemberDoc>('members')).toHaveLength(before + 300)
  })

  test('301 are refused in words', async () => {
    const workbook = edited(await template(), { sheet: '人员', cells: people(301) })
    const { upload: _, ...answer } = await previewed(today.cloud, today.administrator, members, workbook)
    expect(answer).toMatchObject({
      ok: true,
      data: { faults: [{ sheet: '人员', cell: '', text: expect.stringContaining('一次最多 300 条') }] },
    })
  })
})

async function rolesOf(of: Day): Promise<{ memberId: string }[]> {
  const people = [...of.dump('members')] as unknown as MemberDoc[]
  people.sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
  return people.flatMap(({ memberId, roles }) => roles.map(() => ({ memberId })))
}
