/**
 * What differs between two versions of a scheme, in words: before somebody publishes the next one, and before a file is
 * imported. Things are the same by their id, wherever they stand.
 */
import { revitalisationInWords } from './revitalisations'
import type { DeductionItem, Indicator, Level, Scheme, SurveyItem } from './round-file'
import type { SchemePart } from './scheme-faults'
import type { SchemeSettings } from './scheme-settings'
import {
  announcedToInWords,
  bandsInWords,
  channelInWords,
  figure,
  kindInWords,
  percentage,
  rubricInWords,
  severityInWords,
} from './scheme-words'

/** `was` null: it is new; `becomes` null: it is gone. `thing`: which line of which list; null: none of them. */
export type SchemeDifference = {
  part: SchemePart
  what: string
  was: string | null
  becomes: string | null
  thing: string | null
}

export type SchemeContent = { rules: Scheme; settings: SchemeSettings }

export function schemeDifferences(before: SchemeContent, after: SchemeContent): SchemeDifference[] {
  return [
    ...changedFields('rules', null, '', ruleFields(before.rules), ruleFields(after.rules)),
    ...lists.flatMap((list) => [...listDifferences(list, before.rules, after.rules)]),
    ...changedFields('survey', null, '', surveyFields(before.rules), surveyFields(after.rules)),
    ...changedFields('settings', null, '', settingFields(before), settingFields(after)),
  ]
}

/** A value's name and how it is said. */
export type Fields = Record<string, string>

export type PartInWords = { heading: string; fields: Fields }

/** One part of a version in words, all of it: for reading what can no longer be changed. */
export function partInWords(part: SchemePart, content: SchemeContent): PartInWords[] {
  const { rules } = content
  const things = lists
    .filter((list) => list.part === part)
    .flatMap(({ of, noun }) =>
      of(rules).map(({ id, title, fields }) => ({ heading: `${noun} ${id} ${title}`, fields })),
    )
  if (part === 'rules') return [{ heading: '', fields: ruleFields(rules) }]
  if (part === 'settings') return [{ heading: '', fields: settingFields(content) }]
  return part === 'survey' ? [...things, { heading: '怎么算', fields: surveyFields(rules) }] : things
}

function* changedFields(
  part: SchemePart,
  thing: string | null,
  of: string,
  before: Fields,
  after: Fields,
): Generator<SchemeDifference> {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, becomes] = [before[name] ?? '没有', after[name] ?? '没有']
    if (was !== becomes) yield { part, what: of === '' ? name : `${of}的${name}`, was, becomes, thing }
  }
}

type List = {
  part: SchemePart
  /** 指标 */
  noun: string
  of(rules: Scheme): readonly Thing[]
}
/** `summary`: all of it in a line, where it is new or gone. */
type Thing = { id: string; title: string; summary: string; fields: Fields }

const lists: readonly List[] = [
  {
    part: 'actions',
    noun: '行动',
    of: ({ actions }) => actions.map(({ id, title }) => ({ id, title, summary: title, fields: { 名称: title } })),
  },
  { part: 'indicators', noun: '指标', of: (rules) => rules.indicators.map((one) => indicatorThing(one, rules)) },
  { part: 'deductions', noun: '扣分项', of: ({ deductionItems }) => deductionItems.map(deductionThing) },
  { part: 'survey', noun: '题目', of: ({ survey }) => survey.items.map(questionThing) },
  { part: 'survey', noun: '选项', of: ({ survey }) => survey.levels.map(levelThing) },
]

function* listDifferences({ part, noun, of }: List, before: Scheme, after: Scheme): Generator<SchemeDifference> {
  const [was, becomes] = [of(before), of(after)]
  const former = new Map(was.map((thing) => [thing.id, thing]))
  const present = new Set(becomes.map(({ id }) => id))
  for (const { id, title, summary } of was)
    if (!present.has(id))
      yield { part, what: `${noun} ${id} ${title}`, was: summary, becomes: null, thing: `${noun} ${id}` }
  for (const thing of becomes) {
    const what = `${noun} ${thing.id} ${thing.title}`
    const then = former.get(thing.id)
    if (!then) yield { part, what, was: null, becomes: thing.summary, thing: `${noun} ${thing.id}` }
    else yield* changedFields(part, `${noun} ${thing.id}`, what, then.fields, thing.fields)
  }
  const common = (things: readonly Thing[]) =>
    things.map(({ id }) => id).filter((id) => former.has(id) && present.has(id))
  const [order, newOrder] = [common(was).join('、'), common(becomes).join('、')]
  if (order !== newOrder) yield { part, what: `${noun}的顺序`, was: order, becomes: newOrder, thing: null }
}

function indicatorThing(indicator: Indicator, { actions }: Scheme): Thing {
  const { id, title, actionId, revitalisation, kind, full, step } = indicator
  const fields: Fields = {
    名称: title,
    行动: `${actionId} ${actions.find((action) => action.id === actionId)?.title ?? ''}`.trim(),
    五大振兴: revitalisationInWords(revitalisation),
    方式: kindInWords[kind],
    满分: `${figure(full)} 分`,
    步长: `${figure(step)} 分`,
    ...(indicator.kind === 'judged'
      ? { 评分标准: rubricInWords(indicator.rubric) }
      : { 单位: indicator.unit, 分档: bandsInWords(indicator.bands) }),
  }
  return { id, title, summary: `${kindInWords[kind]}，满分 ${figure(full)} 分`, fields }
}

function deductionThing({ id, title, marks, cap }: DeductionItem): Thing {
  const fields = { 名称: title, 每次扣: `${figure(marks)} 分`, 封顶: `${figure(cap)} 分` }
  return { id, title, summary: `每次扣 ${figure(marks)} 分，封顶 ${figure(cap)} 分`, fields }
}

function questionThing({ id, title, weight }: SurveyItem): Thing {
  return { id, title, summary: `权重 ${figure(weight)}`, fields: { 文字: title, 权重: figure(weight) } }
}

function levelThing({ value, label, points }: Level): Thing {
  const words = points === null ? '不计分' : `${figure(points)} 分`
  return { id: figure(value), title: label, summary: words, fields: { 文字: label, 分值: words } }
}

function ruleFields(rules: Scheme): Fields {
  const { weights, certainty } = rules
  return {
    方案名称: rules.title,
    共性目标权重: `${figure(weights.common)} 分`,
    示范目标权重: `${figure(weights.demonstration)} 分`,
    满意度权重: `${figure(weights.satisfaction)} 分`,
    扣分封顶: `${figure(rules.deductionCap)} 分`,
    每村至少几位评委: `${figure(rules.minInspectors)} 位`,
    几位评委起去掉最高最低: `${figure(rules.trimFrom)} 位`,
    宽严校正: severityInWords[rules.severityAdjustment],
    离群界限: rules.outlierCut === null ? '不用' : figure(rules.outlierCut),
    重抽次数: `${figure(certainty.draws)} 次`,
    名次区间的把握: percentage(certainty.level),
    分档时两村换位不超过: percentage(certainty.flip),
  }
}

function surveyFields({ survey }: Scheme): Fields {
  const { quota } = survey
  return {
    总体满意度是哪一题: survey.overallItem,
    至少答多少才算数: percentage(survey.minAnswered),
    及格分: `${figure(survey.passMark)} 分`,
    应答份数: `户数的 ${percentage(quota.share)}，${figure(quota.min)} 到 ${figure(quota.max)} 份`,
    少于几份就暂缓: `${figure(survey.minResponses)} 份`,
    计分的途径: survey.scoredChannels.map((one) => channelInWords[one] ?? one).join('、') || '没有',
    每题至少几秒: `${figure(survey.minSecondsPerItem)} 秒`,
    最后一问: survey.openQuestion ?? '不问',
  }
}

function settingFields({ settings, rules }: SchemeContent): Fields {
  const overdue = rules.deductionItems.find(({ id }) => id === settings.overdueItemId)
  return {
    主办单位: settings.organiser,
    申诉时间: `${figure(settings.appealMinutes)} 分钟`,
    逾期未整改扣分:
      settings.overdueItemId === null ? '不用' : `${settings.overdueItemId} ${overdue?.title ?? ''}`.trim(),
    两村共同评委: `${figure(settings.sharedInspectors)} 位`,
    公布给: settings.announceTo.map((role) => announcedToInWords[role] ?? role).join('、') || '只有领导和管理员',
    测评提前几天开放: `${figure(settings.surveyDaysBefore)} 天`,
    示范目标满分: `${figure(settings.goalFull)} 分`,
    示范目标步长: `${figure(settings.goalStep)} 分`,
  }
}
