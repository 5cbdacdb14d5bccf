/** 区、村、包联责任 as three sheets. What a file does not name stays as it is: nothing is removed by Excel. */
import type { District, Table, Village } from '../../../src/contract/programme'
import { dutyName, dutyNames, dutyOf } from '../../../src/domain/duties'
import type { MemberDoc, ProgrammeDoc, VillageDoc } from '../../common/documents'
import { MOST_VILLAGES } from '../../common/repositories/villages'
import { clean, even } from '../../common/tables/cells'
import type { Book, Choice, Importer, Plan, Row, TableKind, TableSheet } from '../../common/tables/table'
import { keptVillage } from '../kept-village'
import { called, choiceOf, description, difference, type Field, firsts, keptNumber, keptText } from './comparison'

interface State {
  programme: ProgrammeDoc
  villages: VillageDoc[]
  people: MemberDoc[]
}

type Theme = Village['themes'][number]
type Responsibility = Village['responsibilities'][number]

const DISTRICTS = '区'
const VILLAGES = '村'
const RESPONSIBILITIES = '包联责任'
const MOST_RESPONSIBILITIES = 30
const MOST_DISTRICTS = 60

export const villages: TableKind<Extract<Table, { kind: 'villages' }>, State> = {
  async load(_, { programme, villages, members }) {
    const [found, docs, everybody] = await Promise.all([programme.get(), villages.all(), members.all()])
    const sorted = [...docs].sort((a, b) => (a.id < b.id ? -1 : 1))
    return { programme: found, villages: sorted, people: everybody.filter(({ revoked }) => !revoked) }
  },
  title: () => '村庄',
  sheets: (state, filled) => [
    districtSheet(state, filled),
    villageSheet(state, filled),
    responsibilitySheet(state, filled),
  ],
  plan(book, state, by) {
    const districts = readDistricts(book, state.programme.districts)
    const read = readVillages(book, districts, state)
    const duties = readResponsibilities(book, read, state)
    return planOf(book, districts, read, duties, state, by)
  },
}

function districtSheet({ programme }: State, filled: boolean): TableSheet {
  return {
    name: DISTRICTS,
    explain: '每个区、开发区、经济区一行。表里没有写的区保持不变；要删除请在小程序里删。',
    columns: [
      {
        key: 'id',
        title: '编号',
        explain: '英文字母和数字，以后不要改。',
        width: 14,
        example: 'D-EAST',
        required: true,
      },
      { key: 'name', title: '名称', explain: '区的全名。', width: 24, example: '东江区', required: true },
    ],
    rows: filled ? programme.districts.map(({ id, name }) => ({ id, name })) : [],
  }
}

const themeChoices: Choice<Theme>[] = [
  { value: 'red', labels: ['红色', '红', 'red'] },
  { value: 'green', labels: ['绿色', '绿', 'green'] },
  { value: 'gold', labels: ['金色', '金', 'gold'] },
  { value: 'heritage', labels: ['古色', '古', 'heritage'] },
]

function villageSheet({ programme, villages }: State, filled: boolean): TableSheet {
  return {
    name: VILLAGES,
    explain: '每个试点村一行。表里没有写的村保持不变；要删除请在小程序里删。',
    columns: [
      {
        key: 'id',
        title: '编号',
        explain: '英文字母和数字，以后不要改：村里公示栏上的码认的就是它。',
        width: 10,
        example: 'V01',
        required: true,
      },
      { key: 'name', title: '村名', explain: '村的全名。', width: 16, example: '云溪村', required: true },
      { key: 'town', title: '乡镇', explain: '所在乡镇或街道。', width: 16, example: '云溪镇', required: true },
      {
        key: 'district',
        title: '区',
        explain: '从下拉中选；新的区先写在“区”这张表里，这里写它的名称或编号。',
        width: 20,
        example: '东江区',
        required: true,
        choices: programme.districts.map(({ name }) => name),
      },
      {
        key: 'themes',
        title: '主题',
        explain: '红色、绿色、金色、古色，可以有几样，用顿号隔开。',
        width: 20,
        example: '红色、绿色',
        required: false,
      },
      {
        key: 'households',
        title: '户数',
        explain: '整数；满意度测评按它算应答份数。',
        width: 10,
        example: '412',
        type: 'number',
        required: true,
      },
      {
        key: 'population',
        title: '人口',
        explain: '整数，不清楚可以空着。',
        width: 10,
        example: '1486',
        type: 'number',
        required: false,
      },
      {
        key: 'adults',
        title: '成年人',
        explain: '整数，不清楚可以空着。',
        width: 10,
        example: '1203',
        type: 'number',
        required: false,
      },
      {
        key: 'longitude',
        title: '经度',
        explain: '度，如 115.8123；和纬度一起填，不清楚就都空着，路线建议里就没有这个村。',
        width: 13,
        example: '115.8123',
        type: 'number',
        required: false,
      },
      {
        key: 'latitude',
        title: '纬度',
        explain: '度，如 28.4312。',
        width: 13,
        example: '28.4312',
        type: 'number',
        required: false,
      },
      {
        key: 'profile',
        title: '简介',
        explain: '一两句话，最多 500 字。',
        width: 40,
        example: '把“山水乡愁”融入五大振兴',
        required: false,
      },
    ],
    rows: filled ? villages.map((doc) => villageRow(keptVillage(doc), programme.districts)) : [],
  }
}

function villageRow(village: Village, districts: readonly District[]) {
  const { id, name, town, districtId, themes, households, population, adults, location, profile } = village
  return {
    id,
    name,
    town,
    district: districts.find((one) => one.id === districtId)?.name ?? districtId,
    themes: themesInWords(themes),
    households,
    population,
    adults,
    longitude: location?.longitude ?? null,
    latitude: location?.latitude ?? null,
    profile,
  }
}

function themesInWords(themes: readonly Theme[]): string {
  return themes.map((theme) => themeChoices.find(({ value }) => value === theme)!.labels[0]).join('、')
}

function responsibilitySheet({ villages, people }: State, filled: boolean): TableSheet {
  return {
    name: RESPONSIBILITIES,
    explain:
      '谁负责哪个村，一人一行。这张表整个空着就都不改；只要写了一行，“村”那张表里的村和这里写到的村就以这张表为准。',
    columns: [
      {
        key: 'village',
        title: '村',
        explain: '从下拉中选，也可以只写编号或村名。',
        width: 20,
        example: 'V01 云溪村',
        required: true,
        choices: villages.map(called),
      },
      {
        key: 'duty',
        title: '职责',
        explain: '从下拉中选；别的职责可以直接写。',
        width: 18,
        example: '第一书记',
        required: true,
        choices: dutyNames,
      },
      { key: 'title', title: '职务', explain: '现任职务。', width: 22, example: '区委组织部部长', required: true },
      {
        key: 'name',
        title: '姓名',
        explain: '全名；写了人员编号的，要和“人员”表里一样。',
        width: 12,
        example: '王志强',
        required: true,
      },
      { key: 'unit', title: '单位', explain: '所在单位，可以空着。', width: 22, example: '西岭区', required: false },
      {
        key: 'memberId',
        title: '人员编号',
        explain: '这个人在系统里有身份或者以后会有，就写他的编号（“人员”表），当评委时对这个村自动回避；没有就空着。',
        width: 12,
        example: 'I05',
        required: false,
        choices: people.map(({ memberId }) => memberId).sort(),
      },
    ],
    rows: filled
      ? villages.map(keptVillage).flatMap((village) => village.responsibilities.map((one) => dutyRow(village, one)))
      : [],
  }
}

function dutyRow(village: Village, { duty, title, name, unit, memberId }: Responsibility) {
  return { village: called(village), duty: dutyName(duty), title, name, unit, memberId }
}

/** Those there are, with what the sheet adds and renames. */
function readDistricts(book: Book, known: readonly District[]): District[] {
  const isFirst = firsts()
  const read = new Map<string, { name: string; row: Row }>()
  for (const row of book.rows(DISTRICTS)) {
    const id = row.id('id', { most: 32 })
    const name = row.text('name', { most: 30, required: true })
    if (id === null || !isFirst(row, 'id', id, `编号 ${id} `)) continue
    read.set(id, { name, row })
  }
  const named = new Map<string, { id: string; where: string }>()
  for (const { id, name } of known) if (!read.has(id)) named.set(name, { id, where: '系统里已有的区' })
  for (const [id, { name, row }] of read) {
    const other = named.get(name)
    if (other && name !== '')
      row.fault('name', `「${name}」和${other.where}（编号 ${other.id}）名称一样，请分清是不是同一个区。`)
    else named.set(name, { id, where: ` ${row.address('name')} ` })
  }
  // One whose new name is taken keeps its former one, so that the fault is told once.
  const kept = known.map(({ id, name }) => {
    const said = read.get(id)?.name
    return { id, name: said && named.get(said)?.id === id ? keptText(name, said) : name }
  })
  const added = [...read].filter(([id]) => !known.some((one) => one.id === id)).map(([id, { name }]) => ({ id, name }))
  const all = [...kept, ...added]
  if (all.length > MOST_DISTRICTS) book.fault(DISTRICTS, `一共 ${all.length} 个区，最多 ${MOST_DISTRICTS} 个。`)
  return all
}

/** Villages of the sheet by id, responsibilities as they are stored. */
function readVillages(book: Book, districts: readonly District[], state: State): Map<string, Village> {
  const isFirst = firsts()
  const read = new Map<string, Village>()
  for (const row of book.rows(VILLAGES)) {
    const id = row.id('id', { most: 16 })
    const village = readVillage(row, id ?? '', districts, state)
    if (id !== null && isFirst(row, 'id', id, `编号 ${id} `)) read.set(id, village)
  }
  const total = new Set([...state.villages.map(({ id }) => id), ...read.keys()]).size
  if (total > MOST_VILLAGES) book.fault(VILLAGES, `导入后一共 ${total} 个村，最多 ${MOST_VILLAGES} 个。`)
  return read
}

function readVillage(row: Row, id: string, districts: readonly District[], { villages }: State): Village {
  const doc = villages.find((one) => one.id === id)
  const stored = doc && keptVillage(doc)
  const people = { least: 1, most: 1_000_000, decimals: 0 }
  const themes = row.choices('themes', themeChoices)
  return {
    id,
    name: keptText(stored?.name, row.text('name', { most: 30, required: true })),
    town: keptText(stored?.town, row.text('town', { most: 30, required: true })),
    districtId: row.choice('district', districts.map(byName), { required: true })?.id ?? '',
    themes:
      stored && themes.length === stored.themes.length && themes.every((one) => stored.themes.includes(one))
        ? stored.themes
        : themes,
    households: row.amount('households', { ...people, most: 100_000, required: true, what: '户数' }) ?? 0,
    population: row.amount('population', { ...people, what: '人口' }),
    adults: row.amount('adults', { ...people, what: '成年人数' }),
    location: readLocation(row, stored?.location ?? null),
    profile: keptText(stored?.profile, row.text('profile', { most: 500 })),
    responsibilities: stored?.responsibilities ?? [],
  }
}

function byName(district: District): Choice<District> {
  return { value: district, labels: [district.name, district.id, called(district)] }
}

function readLocation(row: Row, stored: Village['location']): Village['location'] {
  const longitude = row.amount('longitude', { least: -180, most: 180, what: '经度' })
  const latitude = row.amount('latitude', { least: -90, most: 90, what: '纬度' })
  if (row.isEmpty('longitude') !== row.isEmpty('latitude'))
    row.fault(row.isEmpty('longitude') ? 'longitude' : 'latitude', '经度和纬度要一起填，或者一起空着。')
  if (longitude === null || latitude === null) return null
  return { longitude: keptNumber(stored?.longitude, longitude), latitude: keptNumber(stored?.latitude, latitude) }
}

/** By village; null: the sheet is empty, and says nothing. */
function readResponsibilities(
  book: Book,
  read: ReadonlyMap<string, Village>,
  state: State,
): Map<string, Responsibility[]> | null {
  const rows = book.rows(RESPONSIBILITIES)
  if (rows.length === 0) return null
  const byId = new Map([...state.villages.map(keptVillage), ...read.values()].map((village) => [village.id, village]))
  // By the name it had too: one that is renamed in this file may stand here under either.
  const choices = [...byId.values()].map((village): Choice<Village> => {
    const stored = state.villages.find(({ id }) => id === village.id)
    return { value: village, labels: [...choiceOf(village).labels, ...(stored ? choiceOf(stored).labels : [])] }
  })
  const isFirst = firsts()
  const duties = new Map<string, Responsibility[]>([...read.keys()].map((id) => [id, []]))
  for (const row of rows) {
    const village = row.choice('village', choices, { required: true })
    const one = readResponsibility(row, state.people)
    if (village) refuseOtherName(row, one, village.responsibilities, state.people)
    if (!village || !isFirst(row, 'village', JSON.stringify([village.id, one]), '这一行')) continue
    const ofVillage = duties.get(village.id) ?? []
    if (ofVillage.length === MOST_RESPONSIBILITIES)
      row.fault('village', `「${village.name}」已经有 ${MOST_RESPONSIBILITIES} 人了，不能再多。`)
    const stored = village.responsibilities[ofVillage.length]
    duties.set(village.id, [...ofVillage, stored ? keptResponsibility(stored, one) : one])
  }
  return duties
}

function readResponsibility(row: Row, people: readonly MemberDoc[]): Responsibility {
  return {
    duty: dutyOf(row.text('duty', { most: 40, required: true })),
    title: row.text('title', { most: 40, required: true }),
    name: row.text('name', { most: 30, required: true }),
    unit: row.text('unit', { most: 60 }),
    memberId: readMemberId(row, people),
  }
}

/** By id, or as the list of people calls them; an id may be of somebody who is registered later. */
function readMemberId(row: Row, people: readonly MemberDoc[]): string | null {
  if (row.isEmpty('memberId')) return null
  const text = row.text('memberId', { most: 64 })
  const known = people.some((person) => byMemberId(person).labels.some((label) => even(label) === even(text)))
  return known ? row.choice('memberId', people.map(byMemberId)) : row.id('memberId', { most: 32 })
}

/** Who is recused hangs on it: an id and another person's name are a slip. What stands so already may stay. */
function refuseOtherName(
  row: Row,
  one: Responsibility,
  stored: readonly Responsibility[],
  people: readonly MemberDoc[],
): void {
  const person = people.find(({ memberId }) => memberId === one.memberId)
  if (!person || clean(person.name) === one.name || person.name === '') return
  if (stored.some(({ memberId, name }) => memberId === one.memberId && clean(name) === one.name)) return
  row.fault(
    'memberId',
    `人员编号 ${person.memberId} 是「${person.name}」，姓名写的却是「${one.name}」。请改成同一个人。`,
  )
}

function byMemberId({ memberId, name }: MemberDoc): Choice<string> {
  return { value: memberId, labels: [memberId, called({ id: memberId, name })] }
}

function keptResponsibility(stored: Responsibility, read: Responsibility): Responsibility {
  return {
    duty: keptText(stored.duty, read.duty),
    title: keptText(stored.title, read.title),
    name: keptText(stored.name, read.name),
    unit: keptText(stored.unit, read.unit),
    memberId: read.memberId,
  }
}

function planOf(
  book: Book,
  districts: readonly District[],
  read: ReadonlyMap<string, Village>,
  duties: ReadonlyMap<string, Responsibility[]> | null,
  { programme, villages, people }: State,
  { sendId }: Importer,
): Plan {
  const fields = villageFields(districts, people)
  const plan: Plan = { planned: [], same: 0 }
  const named = new Set([...read.keys(), ...(duties?.keys() ?? [])])
  for (const id of named) {
    const doc = villages.find((one) => one.id === id)
    const stored = doc && keptVillage(doc)
    const said = read.get(id) ?? stored!
    const village = { ...said, responsibilities: duties?.get(id) ?? said.responsibilities }
    const change = stored ? difference(fields, stored, village) : { was: null, becomes: description(fields, village) }
    if (!change) plan.same++
    else {
      const written = { ...doc, ...village, _id: id, revision: doc ? (doc.revision ?? 1) + 1 : 1, sendId }
      plan.planned.push({ what: called(stored ?? village), ...change, collection: 'villages', doc: written })
    }
  }
  return {
    ...plan,
    ...districtChanges(districts, programme),
    same: plan.same + sameDistricts(book, districts, programme),
  }
}

function villageFields(districts: readonly District[], people: readonly MemberDoc[]): Field<Village>[] {
  return [
    { title: '村名', shown: ({ name }) => name },
    { title: '乡镇', shown: ({ town }) => town },
    { title: '区', shown: ({ districtId }) => districts.find(({ id }) => id === districtId)?.name ?? districtId },
    { title: '主题', shown: ({ themes }) => themesInWords(themes) },
    { title: '户数', shown: ({ households }) => String(households) },
    { title: '人口', shown: ({ population }) => String(population ?? '') },
    { title: '成年人', shown: ({ adults }) => String(adults ?? '') },
    { title: '位置', shown: ({ location }) => (location ? `${location.longitude}，${location.latitude}` : '') },
    { title: '简介', shown: ({ profile }) => profile },
    {
      title: '包联责任',
      shown: ({ responsibilities }) => responsibilities.map((one) => inWords(one, people)).join('、'),
    },
  ]
}

function inWords({ duty, title, name, unit, memberId }: Responsibility, people: readonly MemberDoc[]): string {
  const isKnown = memberId === null || people.some((person) => person.memberId === memberId)
  const account = isKnown ? memberId : `${memberId} 还不在人员名单里`
  return `${dutyName(duty)} ${name}（${[title, unit, account].filter((one) => one).join('，')}）`
}

function districtChanges(districts: readonly District[], programme: ProgrammeDoc): Pick<Plan, 'programme'> {
  const nameOf = new Map(programme.districts.map(({ id, name }) => [id, name]))
  const added = districts.filter(({ id }) => !nameOf.has(id)).map((one) => `区 ${called(one)}`)
  const changed = districts
    .filter(({ id, name }) => nameOf.has(id) && nameOf.get(id) !== name)
    .map(({ id, name }) => ({ what: `区 ${id}`, was: nameOf.get(id)!, becomes: name }))
  if (added.length + changed.length === 0) return {}
  const overviewRevision = (programme.overviewRevision ?? 0) + 1
  return { programme: { fields: { districts: [...districts], overviewRevision }, added, changed } }
}

function sameDistricts(book: Book, districts: readonly District[], { districts: known }: ProgrammeDoc): number {
  const isSame = ({ id, name }: District) => known.some((one) => one.id === id && one.name === name)
  return Math.min(book.rows(DISTRICTS).length, districts.filter(isSame).length)
}
