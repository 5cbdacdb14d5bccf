/** What stands above the sums, in words: what is missing, what was submitted, what else was recorded. */
import { type KeptCard, keptMark } from '../../client/kept-card'
import { photoStates } from '../../client/photos'
import { recordsOf } from '../../client/records'
import type { TodayStop } from '../../contract/round'
import { momentInWords } from '../clock-words'
import type { CardStanding } from '../my-card'

/** What is still missing, as the page says it. */
export function lackingOf(stop: TodayStop, card: KeptCard, { conflicts, missing, noteless }: CardStanding) {
  const titleOf = (id: string) => `“${stop.items.find((item) => item.id === id)!.title}”`
  const some = (ids: string[]) => `${ids.slice(0, 3).map(titleOf).join('、')}${ids.length > 3 ? '等' : ''}`
  if (conflicts.length > 0) {
    return {
      title: `${conflicts.length} 项在另一部手机上改过`,
      text: `${some(conflicts)}有两个得分，请您定一个再提交。`,
    }
  }
  if (missing.length > 0) return { title: `还有 ${missing.length} 项没评`, text: `${some(missing)}。` }
  const first = stop.items.find(({ id }) => id === noteless[0])
  if (!first) return null
  const { mark } = keptMark(card, first.id)
  const given = mark === 0 ? '打了 0 分' : `打了满分 ${mark}`
  return {
    title: `还差 ${noteless.length} 条理由`,
    text:
      noteless.length > 1
        ? `${some(noteless)}打了 0 分或满分，请各写一句为什么。`
        : `${titleOf(first.id)}${given}，请写一句为什么。`,
  }
}

export function submittedOf(card: KeptCard, changed: boolean, online: boolean) {
  const { submitting, submitted } = card
  if (submitting && !changed) {
    const at = momentInWords(submitting.at)
    return {
      kind: 'waiting' as const,
      title: online ? '正在提交' : `${at} 交的，等信号上传`,
      text: '已存在这部手机里，关掉微信也不会丢。',
    }
  }
  // Late work is said above, in its own words.
  if (!submitted || card.late?.marks) return null
  const at = momentInWords(submitted.at)
  if (changed) return { kind: 'changed' as const, title: '有改动未重新提交', text: `现在计入的是 ${at} 提交的那一版。` }
  return { kind: 'done' as const, title: '已提交', text: `${at}，服务器已收到。` }
}

/** What else was recorded here, and how many photos are still on the phone: said, but no reason to wait. */
export function besidesOf(card: KeptCard, roundId: string, villageId: string) {
  const records = recordsOf(roundId, villageId)
  const count = (kind: (typeof records)[number]['kind']) => records.filter((record) => record.kind === kind).length
  const photos = [
    ...Object.values(card.marks).flatMap((mark) => mark.photos),
    ...records.flatMap((record) => record.photos.map(({ id }) => id)),
  ]
  const states = photoStates()
  return {
    words: `扣分 ${count('deduction')} · 亮点 ${count('highlight')} · 问题 ${count('finding')} · 照片 ${photos.length}`,
    photosWaiting: photos.filter((id) => states[id] === 'waiting').length,
  }
}
