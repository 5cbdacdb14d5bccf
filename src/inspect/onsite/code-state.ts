/** Whether villagers may scan now, in words; and if not, why and what to do. */
import { isWithin } from '../../domain/onsite-code'
import { momentInWords } from '../clock-words'

export type OnsiteFacts = {
  village: string
  isSkipped: boolean
  isRecused: boolean
  /** What the day says: good within this window; null where nobody is surveyed. */
  wanted: { from: number; until: number } | null
  /** What is on this phone, and still as the day wants it. */
  picture: { src: string; from: number; until: number } | undefined
  /** There is a picture, of a window that has been changed since. */
  isOutdated: boolean
  now: number
  /** 就绪 or 进行中: there is a survey. */
  isOpen: boolean
}

export type OnsiteState =
  | { kind: 'shown'; src: string; window: string }
  /** `renew`: fetching it anew may help. */
  | { kind: 'not'; title: string; text: string; renew: boolean }

export function onsiteState(facts: OnsiteFacts): OnsiteState {
  const { village, wanted, picture, now } = facts
  if (facts.isRecused) return not(`${village}由别的评委去`, '您按规定回避，现场码由别的评委出示。')
  if (facts.isSkipped) return not('这一站取消了', `今天不去${village}，村民仍可扫公示栏上的码。`)
  if (!facts.isOpen) return not('已收卷', '测评已经结束，不再收答卷。')
  if (!wanted) return not('这次没有现场测评', '演练时不请村民答题。')
  if (!picture && facts.isOutdated)
    return not('这一站改了时间，码要换新的', '联网后点下面更新，一会儿就好。村民也可以扫公示栏上的码。', true)
  if (!picture) return not('现场码还没存到这部手机里', '联网后点下面更新，一会儿就好。村民也可以扫公示栏上的码。', true)
  if (isWithin(picture, now)) return { kind: 'shown', src: picture.src, window: inWords(picture) }
  const isEarly = now < picture.from
  return not(
    isEarly ? `还没到时间，${momentInWords(picture.from)} 起有效` : `过了时间，${momentInWords(picture.until)} 已失效`,
    `这个码${inWords(picture)}。如果这一站改了时间，联网后点下面更新。村民也可以扫公示栏上的码。`,
    true,
  )
}

function inWords({ from, until }: { from: number; until: number }): string {
  return `有效 ${momentInWords(from)}–${momentInWords(until)}`
}

function not(title: string, text: string, renew = false): OnsiteState {
  return { kind: 'not', title, text, renew }
}
