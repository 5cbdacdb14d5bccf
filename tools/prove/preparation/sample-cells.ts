/** What must stand in the sample's workbooks, sheet by sheet, said from the sample's own files. The header is not in it. */
import type { MemberDoc } from '../../../cloudfunctions/common/documents'
import type { Village } from '../../../src/contract/programme'
import { dutyName } from '../../../src/domain/duties'
import { revitalisationInWords } from '../../../src/domain/revitalisations'
import { scopeName } from '../../../src/domain/role-scope'
import type { AuditEdition, Measurement, Village as VillageInFile } from '../../../src/domain/round-file'
import { announcedToInWords, channelInWords } from '../../../src/domain/scheme-words'
import { evidenceOf } from '../../seed/evidence'
import { members } from '../../seed/people'
import { promised } from '../../seed/promises'
import { readSample } from '../../seed/sample'
import { defaultSettings } from '../../seed/stored-round'
import { inWorkbook, type TableKind } from './workbooks'

export type Cell = string | number | null
export type Sheets = Record<string, Cell[][]>

export function sampleCells(): Record<TableKind, Sheets> {
  const file = readSample<AuditEdition>('round-2.json')
  const villages = readSample<Village[]>('villages.json')
  const districts = readSample<{ id: string; name: string }[]>('districts.json')
  return {
    villages: villageCells(villages, districts),
    members: { 人员: memberCells(members(file.panel, 0), villages, districts) },
    scheme: schemeCells(file),
    goals: { 示范目标: goalCells(file) },
    measurements: { 数值: measuredCells(file, valueIn), 依据: measuredCells(file, evidenceIn) },
  }
}

type Named = { id: string; name: string }

function villageCells(villages: readonly Village[], districts: readonly Named[]): Sheets {
  return {
    区: districts.map(({ id, name }) => [id, name]),
    村: villages.map(({ id, name, town, districtId, themes, households, population, adults, location, profile }) => [
      ...[id, name, town, nameOf(districtId, districts), themes.map((theme) => THEMES[theme]).join('、')],
      ...[households, population, adults, location!.longitude, location!.latitude, profile],
    ]),
    包联责任: villages.flatMap((village) =>
      village.responsibilities.map(({ duty, title, name, unit, memberId }) => [
        ...[called(village), dutyName(duty), title, name, unit, memberId],
      ]),
    ),
  }
}

function memberCells(people: readonly MemberDoc[], villages: readonly Village[], districts: readonly Named[]) {
  return [...people].sort(byMemberId).flatMap(({ memberId, name, districtId, roles }) =>
    roles.map(({ role, scope }): Cell[] => {
      const village = role === 'officer' && villages.find(({ id }) => id === scope)
      const reach = village ? called(village) : scopeName({ role, scope }, { districts, villages })
      return [memberId, name, districtId && nameOf(districtId, districts), ROLES[role], reach]
    }),
  )
}

function schemeCells({ scheme }: AuditEdition): Sheets {
  const { actions, indicators, deductionItems, survey, weights, certainty } = scheme
  const actionOf = (id: string) => `${id} ${actions.find((one) => one.id === id)!.title}`
  const { organiser, appealMinutes, sharedInspectors, overdueItemId, announceTo } = defaultSettings
  const overdue = deductionItems.find(({ id }) => id === overdueItemId)!
  return {
    方案与权重: [
      ...[scheme.title, weights.common, weights.demonstration, weights.satisfaction, scheme.deductionCap],
      ...[scheme.minInspectors, scheme.trimFrom, '自动', scheme.outlierCut],
      ...[certainty.draws, percent(certainty.level), percent(certainty.flip)],
    ].map((value) => [value]),
    行动: actions.map(({ id, title }) => [id, title]),
    指标: indicators.map((one) => [
      ...[one.id, one.title, actionOf(one.actionId), revitalisationInWords(one.revitalisation)],
      ...[one.kind === 'judged' ? '评判' : '实测', one.full, one.step, one.kind === 'measured' ? one.unit : null],
    ]),
    评分标准: indicators.flatMap((one) =>
      one.kind === 'judged' ? one.rubric.map(({ mark, text }) => [one.id, mark, text]) : [],
    ),
    分档: indicators.flatMap((one) =>
      one.kind === 'measured' ? one.bands.map(({ from, mark }) => [one.id, from, mark]) : [],
    ),
    扣分项: deductionItems.map(({ id, title, marks, cap }) => [id, title, marks, cap]),
    测评题目: survey.items.map(({ id, title, weight }) => [
      ...[id, title, weight, id === survey.overallItem ? '是' : null],
    ]),
    测评选项: survey.levels.map(({ value, label, points }) => [value, label, points]),
    设置: [
      // The survey opens three days before, a goal is worth ten marks in halves: the defaults that the sample leaves out.
      ...[organiser, appealMinutes, sharedInspectors!, 3, 10, 0.5],
      ...[`${overdue.id} ${overdue.title}`, announceTo.map((role) => announcedToInWords[role]).join('、')],
      ...[percent(survey.minAnswered), survey.passMark, percent(survey.quota.share), survey.quota.min],
      ...[survey.quota.max, survey.minResponses],
      survey.scoredChannels.map((channel) => channelInWords[channel as keyof typeof channelInWords]).join('、'),
      ...[survey.minSecondsPerItem, survey.openQuestion],
    ].map((value) => [value]),
  }
}

function goalCells(file: AuditEdition): Cell[][] {
  return inWorkbook(file).map(({ id, villageId, title, difficulty }) => {
    const village = file.villages.find((one) => one.id === villageId)!
    const { baseline, target, unit } = promised({ id })
    return [id, called(village), title, baseline || null, target || null, unit || null, difficulty]
  })
}

/** Villages in the order of the route, measured indicators as the scheme has them. */
function measuredCells(file: AuditEdition, cell: (fact: Measurement, village: VillageInFile) => Cell): Cell[][] {
  const measured = file.scheme.indicators.filter(({ kind }) => kind === 'measured')
  return file.stops.map(({ villageId }) => {
    const village = file.villages.find(({ id }) => id === villageId)!
    const facts = measured.map(({ id }) =>
      file.measurements.find((one) => one.villageId === villageId && one.indicatorId === id),
    )
    return [called(village), ...facts.map((fact) => (fact ? cell(fact, village) : null))]
  })
}

const valueIn = ({ value }: Measurement): Cell => value
const evidenceIn = ({ indicatorId }: Measurement, village: VillageInFile): Cell =>
  evidenceOf(indicatorId, village).evidence ?? null

const THEMES: Record<Village['themes'][number], string> = {
  red: '红色',
  green: '绿色',
  gold: '金色',
  heritage: '古色',
}

const ROLES: Record<MemberDoc['roles'][number]['role'], string> = {
  administrator: '管理员',
  leader: '领导',
  inspector: '评委',
  officer: '村里的经办人',
  reader: '读者',
}

function percent(share: number): number {
  return Number((share * 100).toPrecision(12))
}

function called({ id, name }: Named): string {
  return `${id} ${name}`
}

function nameOf(id: string, named: readonly Named[]): string {
  return named.find((one) => one.id === id)!.name
}

function byMemberId(a: MemberDoc, b: MemberDoc): number {
  return a.memberId < b.memberId ? -1 : 1
}
