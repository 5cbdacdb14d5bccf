import type { Refused } from '../../client/use-deed'
import { Notice } from '../../components/notice'
import { roundStateInWords } from '../../components/round-words'
import { own } from '../../domain/own'
import { shanghaiClock } from '../../domain/shanghai-clock'

/** A refusal in its own sentence, with what it names. */
export function RefusedNotice({ refused }: { refused: Refused }) {
  return (
    <Notice kind="error" title="没有办成">
      {refused.sentence}
      {named(refused)}
    </Notice>
  )
}

function named({ code, details }: Refused): string {
  const { sealableAt, byName, state, problem } = details
  if ((code === 'tooEarly' || code === 'appealsOpen') && typeof sealableAt === 'number')
    return `最早 ${shanghaiClock(sealableAt)}。`
  if (code === 'alreadyProposed' && typeof byName === 'string') return `提请人：${byName}。`
  if (code === 'invalid' && typeof problem === 'string') return `${problem}。`
  const stands = code === 'wrongState' && own<string>(roundStateInWords, String(state))
  return stands ? `这次拉练${stands}。` : ''
}
