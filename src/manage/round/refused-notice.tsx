import type { Refused } from '../../client/use-deed'
import { Notice } from '../../components/notice'
import { roundStateInWords } from '../../components/round-words'
import type { RoundState } from '../../contract/parts'
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
  const { sealableAt, byName, state } = details
  if ((code === 'tooEarly' || code === 'appealsOpen') && typeof sealableAt === 'number')
    return `最早 ${shanghaiClock(sealableAt)}。`
  if (code === 'alreadyProposed' && typeof byName === 'string') return `提请人：${byName}。`
  if (code === 'wrongState' && typeof state === 'string' && Object.hasOwn(roundStateInWords, state))
    return `这次拉练${roundStateInWords[state as RoundState]}。`
  return ''
}
