import { backTo } from '../../client/back-to'
import { haptic } from '../../client/device'
import { isChangedSinceSubmission, type KeptCard, keptMark, lastSubmission } from '../../client/kept-card'
import { sendNow, submitCard } from '../../client/outbox'
import { photoStates } from '../../client/photos'
import { recordsOf } from '../../client/records'
import { cardOf, isPhoneFull } from '../../client/scorecard-store'
import { useKept } from '../../client/use-kept'
import { useOnline } from '../../client/use-online'
import type { JudgedItem, Today, TodayStop } from '../../contract/round'
import { centsText, markText } from '../../domain/cents-text'
import { toUnits } from '../../domain/units'
import { askForItem } from '../asked-item'
import { momentInWords } from '../clock-words'
import { type CardStanding, standingOfCard, sumOfCard } from '../my-card'
import { secondsOpen } from '../scorecard/open-time'
import { toRoute, useStopToMark } from '../use-day'
import { useKeptList } from '../use-kept-list'
import { useWaiting } from '../use-waiting'
import { useSealed } from './use-sealed'

export function useSubmission() {
  const { roundId, villageId, today, stop, screen } = useStopToMark()
  const offline = useWaiting()
  const online = useOnline()
  const card = useKept(() => cardOf(roundId, villageId))
  const besides = useKeptList(() => besidesOf(card, roundId, villageId))
  const sealed = useSealed({ roundId, villageId, village: stop?.village.name ?? '', today, card })
  if (!today || !stop) return { screen, offline, view: null }

  const standing = standingOfCard(stop, card)
  const changed = isChangedSinceSubmission(card)
  return {
    screen,
    offline,
    view: {
      village: stop.village.name,
      inspector: today.inspector.name,
      standing,
      card,
      state: today.round.state,
      mayChange: !card.late && (today.round.state === 'ready' || today.round.state === 'running'),
      isPhoneFull: isPhoneFull(),
      tryAgain: sendNow,
      lacking: lackingOf(stop, card, standing),
      submitted: submittedOf(card, changed, online),
      sealed,
      besides,
      papers: papersOf(today, stop, card),
      notes: stop.items
        .map(({ id, title, full }) => ({ id, title, full, ...keptMark(card, id) }))
        .filter(({ note }) => note.trim() !== ''),
      action: actionOf(),
    },
  }

  function actionOf(): { label: string; onPress?: () => void } {
    const { conflicts, missing, noteless } = standing
    const name = stop!.village.name
    if (conflicts[0]) return { label: `去定 ${conflicts.length} 项`, onPress: goTo(conflicts[0]) }
    if (missing[0]) return { label: `去评 ${missing.length} 项`, onPress: goTo(missing[0]) }
    if (noteless[0]) return { label: `去补 ${noteless.length} 条理由`, onPress: goTo(noteless[0]) }
    if (card.submitting && !changed) return online ? { label: '正在提交…' } : toRoute(roundId)
    if (lastSubmission(card) && !changed) return toRoute(roundId)
    return { label: `${card.submitted ? '重新提交' : '提交'}${name}评分`, onPress: () => void submit() }
  }

  function goTo(itemId: string) {
    return () => {
      askForItem(itemId)
      backTo('inspect/scorecard/index', { round: roundId, village: villageId })
    }
  }

  /** On the phone first: pressed is pressed, whatever becomes of the signal. What is submitted is what is seen here. */
  async function submit(): Promise<void> {
    const seen = Object.fromEntries(
      stop!.items.map(({ id }) => {
        const { mark, note, photos } = keptMark(card, id)
        return [id, { mark: mark!, note, photos }]
      }),
    )
    haptic()
    await submitCard(roundId, villageId, seen, secondsOpen(roundId, villageId))
  }
}

/** What else was recorded here, and how many photos are still on the phone: said, but no reason to wait. */
function besidesOf(card: KeptCard, roundId: string, villageId: string) {
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

/** What is still missing, as the page says it. */
function lackingOf(stop: TodayStop, card: KeptCard, { conflicts, missing, noteless }: CardStanding) {
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

function submittedOf(card: KeptCard, changed: boolean, online: boolean) {
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

function papersOf(today: Today, stop: TodayStop, card: KeptCard) {
  const { common, demonstration } = sumOfCard(today, stop, card)
  const judged = stop.items.filter(({ paper }) => paper === 'common')
  const goals = stop.items.filter(({ paper }) => paper === 'demonstration')
  const remark = ({ marks, full }: typeof common, weight: number) =>
    `${markText(marks)} / ${markText(full)} × ${weight}`
  return [
    {
      id: 'common',
      title: '共性目标',
      remark: remark(common, today.weights.common),
      sum: centsText(common.score),
      lines: [
        {
          id: 'judged',
          name: `评判 ${judged.length} 项`,
          figure: summed(judged.map((item) => markGiven(card, item))),
          rest: `/ ${summed(judged.map(({ full }) => full))}`,
        },
        {
          id: 'measured',
          name: `实测 ${stop.facts.length} 项`,
          figure: summed(stop.facts.map(({ mark }) => mark)),
          rest: `/ ${summed(stop.facts.map(({ full }) => full))}`,
        },
      ],
    },
    {
      id: 'demonstration',
      title: '示范目标',
      remark: remark(demonstration, today.weights.demonstration),
      sum: centsText(demonstration.score),
      lines: goals.map((goal) => ({
        id: goal.id,
        name: goal.title,
        figure: keptMark(card, goal.id).mark === null ? '未评' : String(markGiven(card, goal)),
        rest: `× ${goal.difficulty.toFixed(1)}`,
      })),
    },
  ]
}

function markGiven(card: KeptCard, { id }: JudgedItem): number {
  return keptMark(card, id).mark ?? 0
}

function summed(marks: number[]): string {
  return markText(marks.reduce((sum, mark) => sum + (toUnits(mark) ?? 0), 0))
}
