import { backTo } from '../../client/back-to'
import { haptic } from '../../client/device'
import { isChangedSinceSubmission, keptMark, lastSubmission } from '../../client/kept-card'
import { sendNow, submitCard } from '../../client/outbox'
import { cardOf, isPhoneFull } from '../../client/scorecard-store'
import { useKept } from '../../client/use-kept'
import { useOnline } from '../../client/use-online'
import { askForItem } from '../asked-item'
import { isSealed } from '../card-troubles'
import { standingOfCard } from '../my-card'
import { judgedInOrder } from '../scorecard/card-rows'
import { secondsOpen } from '../scorecard/open-time'
import { toRoute, useStopToMark } from '../use-day'
import { useKeptList } from '../use-kept-list'
import { useWaiting } from '../use-waiting'
import { papersOf } from './paper-sums'
import { besidesOf, lackingOf, submittedOf } from './submission-words'
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
  const isOver = isSealed(today.round.state)
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
      lacking: isOver ? null : lackingOf(stop, card, standing),
      submitted: isOver ? null : submittedOf(card, changed, online),
      isOver,
      sealed,
      /** What is shown below is not what was sealed. */
      changedSince: isOver && changed,
      besides,
      papers: papersOf(today, stop, card),
      notes: judgedInOrder(stop)
        .map(({ id, title, full }) => ({ id, title, full, ...keptMark(card, id) }))
        .filter(({ note }) => note.trim() !== ''),
      action: actionOf(),
    },
  }

  function actionOf(): { label: string; onPress?: () => void } {
    const { conflicts, missing, noteless } = standing
    const name = stop!.village.name
    if (isOver) return toRoute(roundId)
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
