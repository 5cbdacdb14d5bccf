/**
 * 封存前要看的, gathered by kind: seven missing cards are one thing to look at. Words only, as the server tells them before
 * sealing: what and whom, no figure of a mark.
 */
import type { ReviewWarning, Warning } from '../../../contract/ranking'
import { namesOf } from '../../../domain/names-of'
import type { ExclusionReason } from '../../../domain/survey-warnings'

export type Concern = {
  /** The same while it is about the same, whatever is decided: 已看 rests on it. */
  key: string
  /** 彭志强：红林村, 邓小芸给淳风村, or one of the two alone. */
  about: string
  text: string
  villageName: string
  /** What two persons may decide here; null: nothing. */
  act:
    | { kind: 'accept'; villageId: string }
    | { kind: 'restore'; villageId: string; excludedFor: ExclusionReason }
    | null
}

export type Door = 'manage/progress/index' | 'manage/deductions/index'

export type LookGroup = {
  key: string
  title: string
  /** A few by name; what comes of it, where the title names all. */
  note: string
  /** What comes of it, and what can still be done. */
  meaning: string
  /** Where it can still be seen to; null: nowhere, or on this page. */
  door: Door | null
  /** The meaning says it for all of them: only whom they concern is left to tell. */
  isSaidOnce: boolean
  concerns: Concern[]
}

/** What asks for a decision first, then what is only to be known. */
export function lookGroups(review: readonly ReviewWarning[], warnings: readonly Warning[]): LookGroup[] {
  return KINDS.flatMap((kind) => {
    const concerns = [
      ...review.filter(({ code }) => code === kind.key).map(ofReview),
      ...warnings.filter((one) => warningKind(one) === kind.key).map(ofSurvey),
    ]
    if (concerns.length === 0) return []
    const { key, meaning, unit, door = null } = kind
    const title = kind.title(concerns)
    const isTold = concerns.length === 1 || concerns.every(({ about }) => title.includes(about))
    const note = isTold
      ? meaning
      : namesOf(
          concerns.map(({ about }) => ({ name: about })),
          unit,
        )
    const texts = new Set(concerns.map(({ text }) => text))
    const isSaidOnce = concerns.length > 1 && texts.size === 1 && key !== 'outlyingMarks'
    return [{ key, title, note, meaning, door, isSaidOnce, concerns }]
  })
}

/** How many of these kinds hold something that is not among the keys `seen`. */
export function unseenOf(groups: readonly LookGroup[], seen: readonly string[]): number {
  return groups.filter((group) => !isSeen(group, seen)).length
}

/** One that came since makes its kind unseen again. */
export function isSeen({ concerns }: LookGroup, seen: readonly string[]): boolean {
  return concerns.every(({ key }) => seen.includes(key))
}

type Kind = {
  key: ReviewWarning['code'] | Exclude<Warning['code'], 'excluded'> | ExclusionReason
  title: (concerns: readonly Concern[]) => string
  meaning: string
  /** Of what there are several; villages where none is named. */
  unit?: string
  door?: Door
}

const villages = (concerns: readonly Concern[]) =>
  concerns.length === 1 ? concerns[0]!.villageName : `${concerns.length} 个村`
const inspectors = (concerns: readonly Concern[]) =>
  concerns.length > 2 ? `${concerns.length} 位评委` : concerns.map(({ about }) => about).join('、')

const KINDS: readonly Kind[] = [
  {
    key: 'appealOpen',
    title: (all) => `${villages(all)}的扣分申诉还没处理`,
    meaning: '处理完才能封存。',
    door: 'manage/deductions/index',
  },
  {
    key: 'lateWaiting',
    unit: '处',
    title: (all) => `${all.length} 处收卷后才到的还没决定`,
    meaning: '采纳要两个人同意，在这一页“收卷后才到的”里选。没采纳的不计入。',
  },
  {
    key: 'tooFewCards',
    title: (all) => `${villages(all)}评分表不够，要缓评`,
    meaning: '缓评的村有分，不排名次。两人同意，就照现有的评分表照常排名；谁也看不到会排第几。',
  },
  {
    key: 'tooFewResponses',
    title: (all) => `${villages(all)}计入的答卷不够，要缓评`,
    meaning: '缓评的村有分，不排名次。两人同意，就照现有的答卷照常排名；谁也看不到会排第几。',
  },
  {
    key: 'cardMissing',
    unit: '张',
    title: (all) => `缺 ${all.length} 张评分表`,
    meaning: '没交的不算，按交了的评委算。现在才交的算晚到，两人同意才计入。',
    door: 'manage/progress/index',
  },
  {
    key: 'outlyingMarks',
    unit: '张',
    title: (all) => `${all.length} 张评分表离群`,
    meaning: '有的分和别的评委、和这位评委自己的尺度都差得远。分照样算，不改也不删；可以请评委再想一遍为什么。',
  },
  {
    key: 'harsh',
    unit: '位',
    title: (all) => `${inspectors(all)}偏严`,
    meaning: '各村打分都比别的评委偏严，不像是偶然。封存时自动校正，不用做什么。',
  },
  {
    key: 'lenient',
    unit: '位',
    title: (all) => `${inspectors(all)}偏宽`,
    meaning: '各村打分都比别的评委偏宽，不像是偶然。封存时自动校正，不用做什么。',
  },
  {
    key: 'deductionLapsed',
    title: (all) => `${villages(all)}有扣分没人确认`,
    meaning: '到收卷还没有第二位评委确认，作废了，不计入。',
    door: 'manage/deductions/index',
  },
  {
    key: 'channel',
    title: (all) => `${villages(all)}有答卷不是扫村里的码填的`,
    meaning: '按规则没有计入。两人同意可以恢复：要恢复就全部恢复，谁也不看内容。',
  },
  {
    key: 'tooFast',
    title: (all) => `${villages(all)}有答卷填得太快`,
    meaning: '按规则没有计入。两人同意可以恢复：要恢复就全部恢复，谁也不看内容。',
  },
  {
    key: 'quotaMissed',
    title: (all) => `${villages(all)}答卷没到应有的份数`,
    meaning: '缺的份数按规定补。',
  },
  {
    key: 'channelGap',
    title: (all) => `${villages(all)}几种码答得不一样`,
    meaning: '不同渠道来的答卷，打的分差得比较大。照样计入；封存后公布各渠道的平均。',
  },
  {
    key: 'burst',
    title: (all) => `${villages(all)}有一阵答卷特别多`,
    meaning: '有一分钟里收到的特别多。照样计入，可以问问当时在做什么。',
  },
  {
    key: 'straightLining',
    title: (all) => `${villages(all)}每题都选一样的特别多`,
    meaning: '每道题都选同一个答案的答卷特别多。照样计入。',
  },
  {
    key: 'aboveAdults',
    title: (all) => `${villages(all)}答卷比成年人还多`,
    meaning: '收到的答卷比登记的成年人还多。照样计入，可以核对登记的人数。',
  },
]

function warningKind({ code, excludedFor }: Warning): Kind['key'] | null {
  return code === 'excluded' ? excludedFor : code
}

function ofReview(one: ReviewWarning): Concern {
  const { code, villageId, villageName, inspectorId, inspectorName, ids, text, mayAccept } = one
  return {
    key: [code, villageId, inspectorId, ...ids].join(' '),
    about: [inspectorName, villageName].filter((name) => name !== '').join(code === 'outlyingMarks' ? '给' : '：'),
    // What is the same for all of them the kind has said: which marks is left.
    text: code === 'outlyingMarks' ? text.slice(text.indexOf('：') + 1) : text,
    villageName,
    act: mayAccept && villageId !== null ? { kind: 'accept', villageId } : null,
  }
}

function ofSurvey(one: Warning): Concern {
  const { code, excludedFor, villageId, villageName, text, mayRestore } = one
  return {
    key: [code, excludedFor, villageId].join(' '),
    about: villageName,
    text,
    villageName,
    act: mayRestore && excludedFor !== null ? { kind: 'restore', villageId, excludedFor } : null,
  }
}
