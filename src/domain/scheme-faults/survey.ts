import { CHANNELS, type Level, type Scheme, type Survey, type SurveyItem } from '../round-file'
import { surveySeconds } from '../survey-seconds'
import { blocking, type SchemeFault, twice, unwritten, warning } from './fault'
import { numberFaults, shown } from './numbers'

/** 测评: questions, answers, and how they count. */
export function* surveyFaults({ survey, weights }: Scheme): Generator<SchemeFault> {
  yield* levelFaults(survey.levels)
  yield* itemFaults(survey)
  yield* numberFaults('survey.minAnswered', survey.minAnswered, '至少答多少才算数', { least: 0, most: 1 })
  yield* numberFaults('survey.passMark', survey.passMark, '及格分', { least: 0, most: 100 })
  yield* quotaFaults(survey)
  yield* numberFaults('survey.minResponses', survey.minResponses, '少于几份就暂缓', { whole: true, least: 5 })
  yield* numberFaults('survey.minSecondsPerItem', survey.minSecondsPerItem, '每题至少几秒', { least: 0 })
  yield* channelFaults(survey, weights.satisfaction)
  if (survey.openQuestion !== null) yield* unwritten('survey.openQuestion', survey.openQuestion, '最后一问')
}

function* levelFaults(levels: readonly Level[]): Generator<SchemeFault> {
  yield* twice(
    levels.map(({ value }) => String(value)),
    (i) => `survey.levels.${i}.value`,
    (value, first) => `编号 ${value} 和第 ${first + 1} 个选项重复。`,
  )
  yield* twice(
    levels.map(({ label }) => label),
    (i) => `survey.levels.${i}.label`,
    (label, first) => `选项「${label}」和第 ${first + 1} 个选项一样。`,
  )
  for (const [i, { value, label, points }] of levels.entries()) {
    const path = `survey.levels.${i}`
    yield* unwritten(`${path}.label`, label, '选项的文字')
    if (!Number.isInteger(value)) yield blocking(`${path}.value`, `选项编号要是整数，现在是 ${shown(value)}。`)
    if (points !== null) yield* numberFaults(`${path}.points`, points, '选项的分值', { least: 0, most: 100 })
  }
  if (levels.every(({ points }) => points === null))
    yield blocking('survey.levels', '没有一个选项有分值，怎么答都算不出满意度。')
}

function* itemFaults({ items, overallItem }: Survey): Generator<SchemeFault> {
  if (items.length === 0) yield blocking('survey.items', '还没有题目，至少要有总体满意度那一题。')
  yield* twice(
    items.map(({ id }) => id),
    (i) => `survey.items.${i}.id`,
    (id, first) => `编号 ${id} 和第 ${first + 1} 题重复。`,
  )
  for (const [i, item] of items.entries()) yield* oneItem(`survey.items.${i}`, item)
  if (!items.some(({ id }) => id === overallItem)) {
    const words =
      overallItem === '' ? '还没有选哪一题是总体满意度。' : `没有编号是「${overallItem}」的题，请重选总体满意度那一题。`
    yield blocking('survey.overallItem', words)
  }
  const seconds = surveySeconds(items)
  if (seconds > MOST_SECONDS)
    yield warning('survey.items', `答完大约要 ${timeInWords(seconds)}，超过一分钟，容易半途不答。`)
}

function* oneItem(path: string, { id, title, weight }: SurveyItem): Generator<SchemeFault> {
  yield* unwritten(`${path}.title`, title, '题目')
  if (!ANSWERABLE.test(id)) yield blocking(`${path}.id`, `题目编号「${id}」要用字母、数字、- 或 _，最多 16 个。`)
  yield* numberFaults(`${path}.weight`, weight, '题目的权重', { above: 0 })
  const count = Array.from(title).length
  if (count > MOST_CHARACTERS)
    yield warning(`${path}.title`, `这道题有 ${count} 个字，手机上字会变小。建议不超过 ${MOST_CHARACTERS} 个字。`)
}

/** As the contract takes an answer's item. */
const ANSWERABLE = /^[A-Za-z0-9_-]{1,16}$/
/** From 40 characters on the question page has to set it smaller. */
const MOST_CHARACTERS = 39
/** Under a minute, also for somebody who reads slowly. */
const MOST_SECONDS = 60

function* quotaFaults({ quota }: Survey): Generator<SchemeFault> {
  yield* numberFaults('survey.quota.share', quota.share, '户数的比例', { least: 0, most: 1 })
  yield* numberFaults('survey.quota.min', quota.min, '应答份数的下限', { whole: true, least: 0 })
  yield* numberFaults('survey.quota.max', quota.max, '应答份数的上限', { whole: true, least: 0 })
  if (quota.min > quota.max)
    yield blocking('survey.quota', `应答份数的下限 ${shown(quota.min)} 比上限 ${shown(quota.max)} 还大。`)
}

function* channelFaults({ scoredChannels }: Survey, weight: number): Generator<SchemeFault> {
  for (const [i, channel] of scoredChannels.entries())
    if (!CHANNELS.includes(channel)) yield blocking(`survey.scoredChannels.${i}`, `没有「${channel}」这种途径。`)
  if (weight > 0 && scoredChannels.length === 0)
    yield blocking('survey.scoredChannels', '一种途径也没有选，收到的答卷都不计分。')
  if (scoredChannels.includes('picture'))
    yield warning('survey.scoredChannels', '群里转发的码也计分，容易被刷票。建议只收不计。')
}

function timeInWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  return `${minutes} 分${rest > 0 ? ` ${rest} 秒` : '钟'}`
}
