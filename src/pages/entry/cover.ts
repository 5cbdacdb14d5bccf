import { shanghaiDay } from '../../client/shanghai-day'
import type { Draft } from '../../client/survey-answers'
import type { ErrorCode } from '../../contract/errors'
import type { Destination, SurveyForm } from '../../contract/member'
import { dayInWords, shanghaiClock } from '../../domain/shanghai-clock'

/** What stands on the cover, decided from the server's word and what this phone keeps. */
export type Cover = {
  village: string
  form?: SurveyForm
  counted: boolean
  stand: Stand
}

export type Stand =
  | { kind: 'start' }
  /** Some answers are on this phone. */
  | { kind: 'goOn'; answered: number }
  /** All were given and sent, and no receipt came. */
  | { kind: 'sendAgain' }
  /** Received before; this phone holds the key and may replace it, blank. */
  | { kind: 'again' }
  | { kind: 'refused'; code: ErrorCode; title: string; text: string }

/** What this phone keeps; `answeredIn` is the village whose answer key it holds for that round. */
export type Kept = { draft: Draft | undefined; answeredIn(roundId: string): string | undefined }

type ToCover = Exclude<Destination, { go: 'arrival' | 'village' | 'tasks' }>

export function coverOf(destination: ToCover, kept: Kept): Cover {
  switch (destination.go) {
    case 'hasRole':
      return {
        village: destination.village.name,
        counted: true,
        stand: refused('hasRole', '有工作身份，不填这张卷', '您在本系统里有工作身份。请让村民用自己的手机扫码。'),
      }
    case 'surveyClosed':
      return { village: destination.village?.name ?? '', counted: true, stand: closedStand(destination, kept.draft) }
    case 'survey':
      return {
        village: destination.form.village.name,
        form: destination.form,
        counted: destination.counted,
        stand: surveyStand(destination, kept),
      }
  }
}

function surveyStand({ form, answered }: Extract<Destination, { go: 'survey' }>, { draft, answeredIn }: Kept): Stand {
  const mine = answeredIn(form.roundId)
  if (answered && mine === undefined)
    return refused(
      'alreadyAnswered',
      '您已经填过了',
      '一个微信，每次拉练答一份，谢谢。要改，请用上次答题的那部手机扫码。',
    )
  if (answered && mine !== form.village.id)
    return refused('otherVillage', '您的答卷已交给另一个村', '一次拉练只能评一个村。')
  const isThisOne = draft?.roundId === form.roundId && draft.villageId === form.village.id
  if (isThisOne && draft.sent) return { kind: 'sendAgain' }
  if (isThisOne && Object.keys(draft.answers).length > 0)
    return { kind: 'goOn', answered: Object.keys(draft.answers).length }
  return answered ? { kind: 'again' } : { kind: 'start' }
}

function closedStand({ reason, opensAt }: Extract<Destination, { go: 'surveyClosed' }>, draft?: Draft): Stand {
  if (reason === 'notOpen') return refused('notOpen', '测评还没有开始', opening(opensAt))
  const lost = draft ? '这部手机里还有一份没送到的答卷，收卷后不再收了。' : ''
  return refused('closed', '这次测评已经结束', `答卷不再收了，谢谢关心。${lost}`)
}

function opening(opensAt: number | null): string {
  if (opensAt === null) return '请在开放时间内再扫这个码。'
  return `${dayInWords(shanghaiDay(opensAt))} ${shanghaiClock(opensAt)} 开始，到时请再扫这个码。`
}

function refused(code: ErrorCode, title: string, text: string): Stand {
  return { kind: 'refused', code, title, text }
}
