/**
 * 人员: a row a role. People whom the file does not name stay as they are; nobody is bound or revoked by Excel, and the
 * last administrator stays one.
 */
import type { Role } from '../../../src/contract/parts'
import type { District, Table } from '../../../src/contract/programme'
import { administratorsAfter } from '../../../src/domain/administrators'
import { CITY, scopeName } from '../../../src/domain/role-scope'
import type { MemberDoc, ProgrammeDoc, VillageDoc } from '../../common/documents'
import { unboundId } from '../../common/repositories/members'
import type { Book, Choice, Importer, Plan, Row, TableKind, TableSheet } from '../../common/tables/table'
import { called, choiceOf, description, difference, type Field, firsts, keptText } from './comparison'

interface State {
  programme: ProgrammeDoc
  villages: VillageDoc[]
  people: MemberDoc[]
}

type Held = MemberDoc['roles'][number]
type Person = Pick<MemberDoc, 'memberId' | 'name' | 'roles' | 'districtId'>

const PEOPLE = '人员'
const CITY_NAME = '全市'
const MOST_ROLES = 10

const roleChoices: Choice<Role>[] = [
  { value: 'administrator', labels: ['管理员'] },
  { value: 'leader', labels: ['领导'] },
  { value: 'inspector', labels: ['评委'] },
  { value: 'officer', labels: ['村里的经办人', '经办人', '村经办人'] },
  { value: 'reader', labels: ['读者'] },
]

export const members: TableKind<Extract<Table, { kind: 'members' }>, State> = {
  async load(_, { programme, villages, members }) {
    const [found, everyVillage, everybody] = await Promise.all([programme.get(), villages.all(), members.all()])
    const people = everybody.filter(({ revoked }) => !revoked)
    return {
      programme: found,
      villages: [...everyVillage].sort((a, b) => (a.id < b.id ? -1 : 1)),
      people: people.sort((a, b) => (a.memberId < b.memberId ? -1 : 1)),
    }
  },
  title: () => '人员',
  sheets: (state, filled) => [peopleSheet(state, filled)],
  plan(book, state, by) {
    return planOf(readPeople(book, state), state, by)
  },
}

function peopleSheet({ programme, villages, people }: State, filled: boolean): TableSheet {
  const { districts } = programme
  return {
    name: PEOPLE,
    explain:
      '一个身份一行；一个人有几个身份就写几行，编号和姓名相同。写到的人以表里的身份为准，没写到的人不变。手机在小程序里用邀请码绑定。',
    columns: [
      {
        key: 'id',
        title: '编号',
        explain: '英文字母和数字，一个人一个，以后不要改。',
        width: 12,
        example: 'I01',
        required: true,
      },
      { key: 'name', title: '姓名', explain: '绑定手机时要和这里一样。', width: 14, example: '周明远', required: true },
      {
        key: 'district',
        title: '所在区',
        explain: '工作单位所在的区；评委对本区的村自动回避。不属于哪个区就空着。',
        width: 20,
        example: '东江区',
        required: false,
        choices: districts.map(({ name }) => name),
      },
      {
        key: 'role',
        title: '身份',
        explain: '从下拉中选。',
        width: 16,
        example: '评委',
        required: true,
        choices: roleChoices.map(({ labels }) => labels[0]!),
      },
      {
        key: 'scope',
        title: '范围',
        explain: '领导：全市或一个区；村里的经办人：一个村或一个乡镇；管理员、评委、读者都管全市，可以空着。',
        width: 22,
        example: '全市',
        required: false,
        choices: [CITY_NAME, ...districts.map(({ name }) => name), ...villages.map(called), ...townsOf(villages)],
      },
    ],
    rows: filled
      ? people.filter(({ name }) => name !== '').flatMap((person) => person.roles.map((held) => row(person, held)))
      : [],
  }

  function row({ memberId, name, districtId }: MemberDoc, held: Held) {
    const district = districts.find(({ id }) => id === districtId)?.name ?? districtId
    return { id: memberId, name, district, role: roleName(held.role), scope: scopeLabel(held, districts, villages) }
  }
}

function roleName(role: Role): string {
  return roleChoices.find(({ value }) => value === role)!.labels[0]!
}

function townsOf(villages: readonly VillageDoc[]): string[] {
  return [...new Set(villages.map(({ town }) => town))].sort()
}

/** As the drop-down names it. */
function scopeLabel(held: Held, districts: readonly District[], villages: readonly VillageDoc[]): string {
  const village = held.role === 'officer' && villages.find(({ id }) => id === held.scope)
  return village ? called(village) : scopeName(held, { districts, villages })
}

interface ReadPerson extends Person {
  /** Of their first role, for a fault about all of them. */
  row: Row
}

function readPeople(book: Book, state: State): ReadPerson[] {
  const people = new Map<string, ReadPerson>()
  const isFirst = firsts()
  for (const row of book.rows(PEOPLE)) {
    const memberId = row.id('id', { most: 32 })
    const known = memberId === null ? undefined : people.get(memberId)
    const name = row.text('name', { most: 30, required: !known })
    const district = row.choice('district', state.programme.districts.map(byName))
    const role = row.choice('role', roleChoices, { required: true })
    const scope = role && readScope(row, role, state)
    if (memberId === null) continue
    const person = known ?? { memberId, name, districtId: district?.id ?? null, roles: [], row }
    people.set(memberId, person)
    if (known && name !== '' && name !== known.name)
      row.fault(
        'name',
        `编号 ${memberId} 在 ${known.row.address('name')} 叫「${known.name}」，这里叫「${name}」。一个编号只能是一个人。`,
      )
    if (known && district && district.id !== known.districtId)
      row.fault('district', `编号 ${memberId} 的所在区和 ${known.row.address('district')} 不一样，请写成一样的。`)
    if (!role || !scope || !isFirst(row, 'role', `${memberId} ${role} ${scope}`, '这个人的这个身份')) continue
    person.roles.push({ role, scope })
    if (person.roles.length === MOST_ROLES + 1) row.fault('role', `一个人最多 ${MOST_ROLES} 个身份。`)
  }
  return [...people.values()]
}

function byName(district: District): Choice<District> {
  return { value: district, labels: [district.name, district.id, called(district)] }
}

/** Rule: docs/domain.md, People. */
function readScope(row: Row, role: Role, { programme, villages }: State): string | null {
  const city: Choice<string> = { value: CITY, labels: [CITY_NAME, CITY] }
  if (role === 'leader') {
    const districts = programme.districts.map(byName).map(({ value, labels }) => ({ value: value.id, labels }))
    return row.choice('scope', [city, ...districts], { required: true })
  }
  if (role === 'officer') {
    const byVillage = villages.map(choiceOf).map(({ value, labels }) => ({ value: value.id, labels }))
    const byTown = townsOf(villages).map((town) => ({ value: town, labels: [town] }))
    return row.choice('scope', [...byVillage, ...byTown], { required: true })
  }
  return row.isEmpty('scope') ? CITY : row.choice('scope', [city])
}

function planOf(read: readonly ReadPerson[], state: State, { sendId }: Importer): Plan {
  const fields = personFields(state)
  const plan: Plan = { planned: [], same: 0 }
  let administrators = state.programme.administrators
  for (const { row, ...said } of read) {
    const stored = state.people.find(({ memberId }) => memberId === said.memberId)
    const person = stored ? kept(stored, said) : said
    const change = stored ? difference(fields, stored, person) : { was: null, becomes: description(fields, person) }
    if (!change) {
      plan.same++
      continue
    }
    const doc = {
      ...(stored ?? nobody(said.memberId)),
      ...person,
      revision: (stored?.revision ?? (stored ? 1 : 0)) + 1,
      sendId,
    }
    const after = administratorsAfter(administrators, doc.memberId, actsAsAdministrator(doc))
    if (after) administrators = after
    else row.fault('role', '这是最后一位绑定了手机的管理员，不能去掉管理员身份。请先登记另一位管理员并绑定。')
    plan.planned.push({
      what: called({ id: said.memberId, name: stored?.name || said.name }),
      ...change,
      collection: 'members',
      doc,
    })
  }
  if (administrators.join() === state.programme.administrators.join()) return plan
  return { ...plan, programme: { fields: { administrators }, added: [], changed: [] } }
}

/** As they are stored where the file says the same: in another order, or with other white space. */
function kept(stored: MemberDoc, { memberId, name, districtId, roles }: Person): Person {
  const isSame =
    roles.length === stored.roles.length && roles.every((held) => stored.roles.some((one) => isEqual(one, held)))
  return { memberId, name: keptText(stored.name, name), districtId, roles: isSame ? stored.roles : roles }
}

function isEqual(a: Held, b: Held): boolean {
  return a.role === b.role && a.scope === b.scope
}

function actsAsAdministrator({ boundAt, roles }: MemberDoc): boolean {
  return boundAt !== null && roles.some(({ role }) => role === 'administrator')
}

function nobody(memberId: string): MemberDoc {
  return { _id: unboundId(memberId), memberId, name: '', roles: [], districtId: null, boundAt: null, revoked: false }
}

function personFields({ programme, villages }: State): Field<Person>[] {
  const { districts } = programme
  return [
    { title: '姓名', shown: ({ name }) => name },
    {
      title: '所在区',
      shown: ({ districtId }) => districts.find(({ id }) => id === districtId)?.name ?? districtId ?? '',
    },
    {
      title: '身份',
      shown: ({ roles }) =>
        roles.map((held) => `${roleName(held.role)}（${scopeLabel(held, districts, villages)}）`).join('、'),
    },
  ]
}
