/** A version and its parts as the pages of 考核方案 say them. */
import { shanghaiDay } from '../../client/shanghai-day'
import type { IconName } from '../../components/icon'
import type { StateChipProps } from '../../components/state-chip'
import type { SchemeFault, SchemeHead } from '../../contract/programme'
import type { Scheme } from '../../domain/round-file'
import type { SchemeContent } from '../../domain/scheme-differences'
import { partOf, type SchemePart } from '../../domain/scheme-faults'
import { schemeLists } from '../../domain/scheme-lists'
import { figure } from '../../domain/scheme-words'
import { dayInWords, shanghaiClock } from '../../domain/shanghai-clock'
import { surveySeconds } from '../../domain/survey-seconds'

export const schemeParts: readonly { part: SchemePart; title: string; of(content: SchemeContent): string }[] = [
  { part: 'rules', title: '权重和规则', of: ({ rules }) => weightsInWords(rules) },
  {
    part: 'actions',
    title: '十项行动',
    of: ({ rules }) => (rules.actions.length > 0 ? `${rules.actions.length} 项` : '还没有'),
  },
  { part: 'indicators', title: '指标', of: ({ rules }) => indicatorsInWords(rules) },
  {
    part: 'deductions',
    title: '扣分项',
    of: ({ rules }) => (rules.deductionItems.length > 0 ? `${rules.deductionItems.length} 条` : '还没有，可以没有'),
  },
  { part: 'survey', title: '测评', of: ({ rules }) => surveyInWords(rules) },
  { part: 'settings', title: '设置', of: ({ settings }) => settings.organiser || '还没有写主办单位' },
]

export function titleOf(part: SchemePart): string {
  return schemeParts.find((one) => one.part === part)!.title
}

export const schemeStates: Record<
  SchemeHead['state'],
  { words: string; tone: StateChipProps['tone']; icon: IconName }
> = {
  draft: { words: '草稿', tone: 'plain', icon: 'pen' },
  published: { words: '已发布', tone: 'jade', icon: 'tick' },
}

/** 「11 月 28 日 14:05 李某保存」, or when it was published. */
export function savedInWords({ state, publishedAt, savedAt, savedByName, rounds }: SchemeHead): string {
  const used = rounds > 0 ? `，${rounds} 次拉练在用` : ''
  if (state === 'published' && publishedAt !== null) return `${momentInWords(publishedAt)}发布${used}`
  return `${momentInWords(savedAt)}${savedByName}保存`
}

function momentInWords(at: number): string {
  return `${dayInWords(shanghaiDay(at))} ${shanghaiClock(at)} `
}

export function faultsOfPart(faults: readonly SchemeFault[], part: SchemePart): SchemeFault[] {
  return faults.filter((fault) => partOf(fault) === part)
}

/** A fault said outside its own page: which part, which entry. */
export function withPlace(fault: SchemeFault, rules: Scheme): SchemeFault {
  const list = Object.values(schemeLists).find(({ path }) => fault.path.startsWith(`${path}.`))
  const at = list && Number(fault.path.slice(list.path.length + 1).split('.')[0])
  const entry = list && at !== undefined && list.get(rules)[at]
  const place = [titleOf(partOf(fault)), entry && list.idOf(entry as never)].filter(Boolean).join(' ')
  return { ...fault, text: `${place}：${fault.text}` }
}

/** What is wrong with a part, in two words and a sign. */
export function standingOf(faults: readonly SchemeFault[]): {
  words: string
  tone: StateChipProps['tone']
  icon: IconName
} {
  const blocking = faults.filter(({ blocks }) => blocks).length
  if (blocking > 0) return { words: `${blocking} 处要改`, tone: 'alarm', icon: 'warning' }
  if (faults.length > 0) return { words: `${faults.length} 处留意`, tone: 'amber', icon: 'warning' }
  return { words: '没问题', tone: 'jade', icon: 'tick' }
}

function weightsInWords({ weights }: Scheme): string {
  const { common, demonstration, satisfaction } = weights
  return `共性 ${figure(common)}、示范 ${figure(demonstration)}、满意度 ${figure(satisfaction)}`
}

function indicatorsInWords({ indicators }: Scheme): string {
  if (indicators.length === 0) return '还没有'
  const judged = indicators.filter(({ kind }) => kind === 'judged').length
  const total = indicators.reduce((sum, { full }) => sum + full, 0)
  return `评判 ${judged} 项、实测 ${indicators.length - judged} 项，满分共 ${figure(Math.round(total * 10_000) / 10_000)}`
}

function surveyInWords({ survey }: Scheme): string {
  if (survey.items.length === 0) return '还没有题目'
  return `${survey.items.length} 道题，大约 ${surveySeconds(survey.items)} 秒`
}
