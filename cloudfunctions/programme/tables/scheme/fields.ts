/**
 * The scheme's single values, a row each on the sheets 方案与权重 and 设置: how each is called, explained, filled in and
 * read. `path`: where scheme-faults tells of it, so that a fault finds its cell.
 */
import type { SchemeRules, SchemeSettings } from '../../../../src/contract/programme'
import { announcedToInWords, channelInWords, severityInWords } from '../../../../src/domain/scheme-words'
import type { Choice, NumberRule, Row, Value } from '../../../common/tables/table'

export interface Content {
  rules: SchemeRules
  settings: SchemeSettings
}

export interface Field {
  label: string
  path: string
  explain: string
  example: string
  /** As it is written into the sheet. */
  written(content: Content): Value
  /** Puts what the row says into the content; what cannot be read is a fault of its cell. */
  read(row: Row, content: Content): void
}

export const VALUE = 'value'

const severities = Object.entries(severityInWords).map(([value, words]) => ({
  value: value as SchemeRules['severityAdjustment'],
  labels: [words.split('：')[0]!, value],
}))

type Channel = SchemeRules['survey']['scoredChannels'][number]
const channels: Choice<Channel>[] = (['onsite', 'card', 'poster', 'picture'] as const).map((value) => ({
  value,
  labels: [channelInWords[value], value],
}))

type Role = SchemeSettings['announceTo'][number]
const roles: Choice<Role>[] = (['inspector', 'officer', 'reader', 'leader', 'administrator'] as const).map((value) => ({
  value,
  labels: [announcedToInWords[value]!, value],
}))

export const ruleFields: Field[] = [
  {
    label: '方案名称',
    path: 'title',
    explain: '公布和通报里用的全名。',
    example: '党建引领乡村振兴试点三年行动考核方案',
    written: ({ rules }) => rules.title,
    read(row, { rules }) {
      rules.title = row.text(VALUE, { most: 80, required: true })
    },
  },
  weight('共性目标权重', 'common', '40'),
  weight('示范目标权重', 'demonstration', '30'),
  weight('满意度权重', 'satisfaction', '30'),
  amountField(
    '扣分封顶',
    'deductionCap',
    '一个村最多扣多少分。',
    '20',
    { ...points(1000), decimals: 4 },
    ({ rules }) => rules.deductionCap,
    ({ rules }, value) => {
      rules.deductionCap = value
    },
  ),
  amountField(
    '每村至少几位评委',
    'minInspectors',
    '交了评分表的评委不到这个数，这个村缓评。',
    '3',
    whole(100, '人数'),
    ({ rules }) => rules.minInspectors,
    ({ rules }, value) => {
      rules.minInspectors = value
    },
  ),
  amountField(
    '几位评委起去掉最高最低',
    'trimFrom',
    '评委到这个数，去掉一个最高分、一个最低分。至少 3。',
    '5',
    whole(100, '人数'),
    ({ rules }) => rules.trimFrom,
    ({ rules }, value) => {
      rules.trimFrom = value
    },
  ),
  {
    label: '宽严校正',
    path: 'severityAdjustment',
    explain: '填：自动（评委没有评全各村时才校正）、总是校正、不校正。',
    example: '自动',
    written: ({ rules }) => severities.find(({ value }) => value === rules.severityAdjustment)!.labels[0]!,
    read(row, { rules }) {
      rules.severityAdjustment = row.choice(VALUE, severities, { required: true }) ?? rules.severityAdjustment
    },
  },
  {
    label: '离群界限',
    path: 'outlierCut',
    explain: '校正时，离得比几个标准差还远的分先放在一边。空着：不用。',
    example: '3.5',
    written: ({ rules }) => rules.outlierCut,
    read(row, { rules }) {
      rules.outlierCut = row.amount(VALUE, { least: 0, most: 100, decimals: 4, what: '几个标准差' })
    },
  },
  amountField(
    '重抽次数',
    'certainty.draws',
    '看名次有多稳，重抽多少次。0：不看。最多按 10000 次算。',
    '1000',
    whole(10_000, '次数'),
    ({ rules }) => rules.certainty.draws,
    ({ rules }, value) => {
      rules.certainty.draws = value
    },
  ),
  shareField('名次区间的把握', 'certainty.level', '百分数。90 就是十次里九次落在区间里。', '90', {
    get: ({ rules }) => rules.certainty.level,
    set: ({ rules }, value) => {
      rules.certainty.level = value
    },
  }),
  shareField('分档时两村换位不超过', 'certainty.flip', '百分数。相邻两村换位比这少，才断开成两档。', '20', {
    get: ({ rules }) => rules.certainty.flip,
    set: ({ rules }, value) => {
      rules.certainty.flip = value
    },
  }),
]

export const settingFields: Field[] = [
  {
    label: '主办单位',
    path: 'settings.organiser',
    explain: '村民测评封面上写的单位。',
    example: '市委组织部',
    written: ({ settings }) => settings.organiser,
    read(row, { settings }) {
      settings.organiser = row.text(VALUE, { most: 40 })
    },
  },
  settingCount('申诉时间（分钟）', 'appealMinutes', '扣分确认后，村里有多少分钟申诉。', '60', 1440),
  settingCount('两村共同评委', 'sharedInspectors', '任意两个村至少有几位评委都能评。', '3', 60),
  settingCount('测评提前几天开放', 'surveyDaysBefore', '拉练前几天开始收答卷。', '3', 30),
  amountField(
    '示范目标满分',
    'settings.goalFull',
    '一项示范目标值多少分。',
    '10',
    points(1000),
    ({ settings }) => settings.goalFull,
    ({ settings }, value) => {
      settings.goalFull = value
    },
  ),
  amountField(
    '示范目标步长',
    'settings.goalStep',
    '示范目标打分一步多少分。',
    '0.5',
    points(1000),
    ({ settings }) => settings.goalStep,
    ({ settings }, value) => {
      settings.goalStep = value
    },
  ),
  {
    label: '逾期未整改扣分',
    path: 'settings.overdueItemId',
    explain: '上次的问题逾期没有整改，用哪一条扣分项，填它的编号。空着：不用。',
    example: 'K03',
    written: ({ settings, rules }) => {
      const { overdueItemId } = settings
      const item = rules.deductionItems.find(({ id }) => id === overdueItemId)
      return item ? `${item.id} ${item.title}`.trim() : overdueItemId
    },
    read(row, { settings, rules }) {
      const items = rules.deductionItems.map(({ id, title }) => ({ value: id, labels: [`${id} ${title}`, id, title] }))
      settings.overdueItemId = row.choice(VALUE, items)
    },
  },
  {
    label: '公布给',
    path: 'settings.announceTo',
    explain: '公布以后，除了领导和管理员，还有谁看得到榜单：评委、村里的经办人、读者。几样用顿号隔开。',
    example: '评委、村里的经办人、读者',
    written: ({ settings }) => settings.announceTo.map((role) => announcedToInWords[role]).join('、'),
    read(row, { settings }) {
      settings.announceTo = row.choices(VALUE, roles)
    },
  },
  shareField('至少答多少才算数', 'survey.minAnswered', '百分数。答的题不到这个比例，整份不算。', '60', {
    get: ({ rules }) => rules.survey.minAnswered,
    set: ({ rules }, value) => {
      rules.survey.minAnswered = value
    },
  }),
  amountField(
    '及格分',
    'survey.passMark',
    '应答份数不够时，缺的按这个分补；达到它算满意。',
    '60',
    points(100),
    ({ rules }) => rules.survey.passMark,
    ({ rules }, value) => {
      rules.survey.passMark = value
    },
  ),
  shareField('应答份数占户数', 'survey.quota.share', '百分数。一个村该收多少份，按户数算。', '20', {
    get: ({ rules }) => rules.survey.quota.share,
    set: ({ rules }, value) => {
      rules.survey.quota.share = value
    },
  }),
  quotaBound('应答份数下限', 'min', '30'),
  quotaBound('应答份数上限', 'max', '120'),
  amountField(
    '少于几份就暂缓',
    'survey.minResponses',
    '有效答卷不到这个数，这个村缓评。至少 5。',
    '10',
    whole(1000, '份数'),
    ({ rules }) => rules.survey.minResponses,
    ({ rules }, value) => {
      rules.survey.minResponses = value
    },
  ),
  {
    label: '计分的途径',
    path: 'survey.scoredChannels',
    explain: '评委手机上的码、户码、公示栏的码、转发的码，几样用顿号隔开。转发的码建议只收不计。',
    example: '评委手机上的码、户码、公示栏的码',
    written: ({ rules }) => rules.survey.scoredChannels.map((one) => channelInWords[one]).join('、'),
    read(row, { rules }) {
      rules.survey.scoredChannels = row.choices(VALUE, channels)
    },
  },
  amountField(
    '每题至少几秒',
    'survey.minSecondsPerItem',
    '平均一题比这快，整份不计。',
    '2',
    points(60),
    ({ rules }) => rules.survey.minSecondsPerItem,
    ({ rules }, value) => {
      rules.survey.minSecondsPerItem = value
    },
  ),
  {
    label: '最后一问',
    path: 'survey.openQuestion',
    explain: '请村民写一句话的问题。空着：不问。',
    example: '您最希望村里先办好的一件小事是什么？',
    written: ({ rules }) => rules.survey.openQuestion,
    read(row, { rules }) {
      rules.survey.openQuestion = row.text(VALUE, { most: 80 }) || null
    },
  },
]

function weight(label: string, paper: keyof SchemeRules['weights'], example: string): Field {
  return amountField(
    label,
    `weights.${paper}`,
    '整数。三卷加起来正好 100。',
    example,
    { least: 0, most: 100, decimals: 4, what: '权重' },
    ({ rules }) => rules.weights[paper],
    ({ rules }, value) => {
      rules.weights[paper] = value
    },
  )
}

type SettingCount = 'appealMinutes' | 'sharedInspectors' | 'surveyDaysBefore'

function settingCount(label: string, name: SettingCount, explain: string, example: string, most: number): Field {
  return amountField(
    label,
    `settings.${name}`,
    explain,
    example,
    whole(most, label),
    ({ settings }) => settings[name],
    ({ settings }, value) => {
      settings[name] = value
    },
  )
}

function quotaBound(label: string, name: 'min' | 'max', example: string): Field {
  return amountField(
    label,
    `survey.quota.${name}`,
    name === 'min' ? '算出来比这少，按这个数。' : '算出来比这多，按这个数。',
    example,
    whole(100_000, '份数'),
    ({ rules }) => rules.survey.quota[name],
    ({ rules }, value) => {
      rules.survey.quota[name] = value
    },
  )
}

function amountField(
  label: string,
  path: string,
  explain: string,
  example: string,
  rule: NumberRule,
  get: (content: Content) => number,
  set: (content: Content, value: number) => void,
): Field {
  return {
    label,
    path,
    explain,
    example,
    written: get,
    read(row, content) {
      const value = row.amount(VALUE, { ...rule, required: true })
      if (value !== null) set(content, value)
    },
  }
}

/** A share 0…1, as hundredths in the sheet: 20 or 20%. */
function shareField(
  label: string,
  path: string,
  explain: string,
  example: string,
  { get, set }: { get(content: Content): number; set(content: Content, value: number): void },
): Field {
  return amountField(
    `${label}（%）`,
    path,
    explain,
    example,
    { least: 0, most: 100, decimals: 2, percent: true, what: '百分数' },
    (content) => Number((get(content) * 100).toPrecision(12)),
    // 7 / 100 is what 0.07 is; 33.33 / 100 need not be 0.3333.
    (content, value) => set(content, Number(`${value}e-2`)),
  )
}

function points(most: number): NumberRule {
  return { least: 0, most, decimals: 4, what: '分值' }
}

function whole(most: number, what: string): NumberRule {
  return { least: 0, most, decimals: 0, what }
}
