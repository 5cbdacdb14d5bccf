/** A village as it is typed, and as it is kept: numbers are texts until they are sent. */
import type { Theme } from '../../../components/theme-chip'
import { themeNames } from '../../../components/theme-chip'
import type { VersionLine } from '../../../components/two-versions'
import type { District, Responsibility, Village } from '../../../contract/programme'
import { dutyName } from '../../../domain/duties'

export type VillageForm = {
  id: string
  name: string
  town: string
  districtId: string
  themes: Theme[]
  households: string
  population: string
  adults: string
  longitude: string
  latitude: string
  profile: string
  responsibilities: Responsibility[]
}
export type FieldName = keyof VillageForm

export function formOf(village: Village): VillageForm {
  const { id, name, town, districtId, themes, households, population, adults, location, profile } = village
  return {
    id,
    name,
    town,
    districtId,
    themes: [...themes],
    households: String(households),
    population: typed(population),
    adults: typed(adults),
    longitude: typed(location?.longitude ?? null),
    latitude: typed(location?.latitude ?? null),
    profile,
    responsibilities: village.responsibilities.map((one) => ({ ...one })),
  }
}

export function blankForm(id: string, districtId: string): VillageForm {
  const empty = {
    name: '',
    town: '',
    households: '',
    population: '',
    adults: '',
    longitude: '',
    latitude: '',
    profile: '',
  }
  return { ...empty, id, districtId, themes: [], responsibilities: [] }
}

/** What is sent; only of a form without faults. */
export function villageOf(form: VillageForm): Village {
  const [longitude, latitude] = [numberOf(form.longitude), numberOf(form.latitude)]
  return {
    id: form.id.trim(),
    name: form.name.trim(),
    town: form.town.trim(),
    districtId: form.districtId,
    themes: form.themes,
    households: numberOf(form.households)!,
    population: numberOf(form.population),
    adults: numberOf(form.adults),
    location: longitude === null || latitude === null ? null : { longitude, latitude },
    profile: form.profile.trim(),
    responsibilities: form.responsibilities.map(({ duty, title, name, unit, memberId }) => ({
      duty: duty.trim(),
      title: title.trim(),
      name: name.trim(),
      unit: unit.trim(),
      memberId,
    })),
  }
}

/** What stands in the way of saving, by the field, in the form's order: what the contract would refuse, in words. */
export function faultsOf(form: VillageForm, others: readonly Village[]): { field: FieldName; text: string }[] {
  const faults: { field: FieldName; text: string }[] = []
  const say = (field: FieldName, isWrong: boolean, text: string) => {
    if (isWrong && !faults.some((fault) => fault.field === field)) faults.push({ field, text })
  }
  const sameId = others.find(({ id }) => id === form.id.trim())
  say('name', form.name.trim() === '', '还没写村名')
  say('town', form.town.trim() === '', '还没写乡镇')
  say('districtId', form.districtId === '', '还没选区')
  say('id', !/^[A-Za-z0-9][A-Za-z0-9_.-]{0,15}$/.test(form.id.trim()), '编号只用字母、数字和 - _ .，最多 16 个')
  say('id', sameId !== undefined, `编号 ${form.id.trim()} 已经是${sameId?.name ?? ''}的了`)
  say('households', form.households.trim() === '', '还没写户数')
  say('households', !isCount(form.households, 100_000), '户数要填 1 到 100000 的整数')
  say('population', !isCount(form.population, 1_000_000), '人口要填整数，不知道就空着')
  say('adults', !isCount(form.adults, 1_000_000), '成年人数要填整数，不知道就空着')
  say('longitude', !isDegree(form.longitude, 180), '经度要填 -180 到 180 的数')
  say('latitude', !isDegree(form.latitude, 90), '纬度要填 -90 到 90 的数')
  const isHalf = (form.longitude.trim() === '') !== (form.latitude.trim() === '')
  say(form.longitude.trim() === '' ? 'longitude' : 'latitude', isHalf, '经度和纬度要一起填，或者都空着')
  say('responsibilities', form.responsibilities.some(isHalfWritten), '包联责任有一条没写全')
  return faults
}

export function isHalfWritten({ duty, title, name }: Responsibility): boolean {
  return [duty, title, name].some((text) => text.trim() === '')
}

/** V09 after V08. */
export function nextId(villages: readonly Village[]): string {
  const numbers = villages.map(({ id }) => Number(/^V(\d{1,6})$/.exec(id)?.[1] ?? 0))
  return `V${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

/** Field by field in words. */
export function versionsOf(theirs: Village, mine: Village, districts: readonly District[]): VersionLine[] {
  return fields(districts).map(({ what, shown }) => ({ what, theirs: shown(theirs), mine: shown(mine) }))
}

function fields(districts: readonly District[]): { what: string; shown: (village: Village) => string }[] {
  return [
    { what: '村名', shown: ({ name }) => name },
    { what: '乡镇', shown: ({ town }) => town },
    { what: '区', shown: ({ districtId }) => districts.find(({ id }) => id === districtId)?.name ?? districtId },
    { what: '主题', shown: ({ themes }) => themes.map((theme) => themeNames[theme]).join('、') },
    { what: '户数', shown: ({ households }) => String(households) },
    { what: '人口', shown: ({ population }) => typed(population) },
    { what: '成年人', shown: ({ adults }) => typed(adults) },
    { what: '位置', shown: ({ location }) => (location ? `${location.longitude}，${location.latitude}` : '') },
    { what: '简介', shown: ({ profile }) => profile },
    { what: '包联责任', shown: ({ responsibilities }) => responsibilities.map(inWords).join('、') },
  ]
}

/** 第一书记 李强（市农业农村局 副科长，有账号） */
function inWords({ duty, title, name, unit, memberId }: Responsibility): string {
  const more = [[unit, title].filter(Boolean).join(' '), memberId ? '有账号' : ''].filter(Boolean).join('，')
  return `${dutyName(duty)} ${name}${more ? `（${more}）` : ''}`
}

function isCount(text: string, most: number): boolean {
  const number = numberOf(text)
  return number === null ? text.trim() === '' : Number.isInteger(number) && number >= 1 && number <= most
}

function isDegree(text: string, most: number): boolean {
  const number = numberOf(text)
  return number === null ? text.trim() === '' : Math.abs(number) <= most
}

/** Full-width figures too; null: there is none. */
function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/[−–—]/g, '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

function typed(number: number | null): string {
  return number === null ? '' : String(number)
}
