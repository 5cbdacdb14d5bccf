/** A scheme's values as its pages, its sheets and its list of differences say them. */
import { revitalisationInWords } from './revitalisations'
import type { Band, Channel, Indicator, RubricLine, Scheme } from './round-file'

export const severityInWords: Record<Scheme['severityAdjustment'], string> = {
  auto: '自动：评委没有评全各村时才校正',
  always: '总是校正',
  never: '不校正',
}

export const channelInWords: Record<Channel, string> = {
  onsite: '评委手机上的码',
  card: '户码',
  poster: '公示栏的码',
  picture: '转发的码',
  paper: '纸质',
}

export const kindInWords: Record<Indicator['kind'], string> = { judged: '评判', measured: '实测' }

/** Who sees the board once announced, beside leaders and administrators. */
export const announcedToInWords: Record<string, string> = {
  administrator: '管理员',
  leader: '领导',
  inspector: '评委',
  officer: '村里的经办人',
  reader: '读者',
}

export function figure(value: number): string {
  return String(value).replace('-', '−')
}

/** 0.2 → 20%, as printed: no 7.000000000000001%. */
export function percentage(share: number): string {
  return `${figure(Number((share * 100).toPrecision(12)))}%`
}

/** 「0 分 …；5 分 …」 */
export function rubricInWords(rubric: readonly RubricLine[]): string {
  return rubric.map(({ mark, text }) => `${figure(mark)} 分 ${text}`).join('；') || '没有'
}

/** 「低于 40 得 0 分；40 起得 1 分」 */
export function bandsInWords(bands: readonly Band[]): string {
  const second = bands[1]?.from ?? null
  const words = bands.map(({ from, mark }) => {
    const start = from !== null ? `${figure(from)} 起` : second === null ? '不论多少' : `低于 ${figure(second)} `
    return `${start}得 ${figure(mark)} 分`
  })
  return words.join('；') || '没有'
}

/** Which action, which revitalisation: 「支部引领行动，组织振兴」 */
export function belongsInWords({ actionId, revitalisation }: Indicator, { actions }: Pick<Scheme, 'actions'>): string {
  const action = actions.find(({ id }) => id === actionId)
  return [action?.title || actionId, revitalisationInWords(revitalisation)].filter(Boolean).join('，') || '还没有归类'
}
