import type { DeductionState } from '../contract/deductions'
import { StateChip, type StateChipProps } from './state-chip'
import { timeLeft } from './time-left'

/** Where a deduction stands, in a word or two. `now`: the server's clock. */
export function DeductionStateChip({ state, appealUntil, now }: Standing) {
  const { words, ...look } = wordsOf({ state, appealUntil, now })
  return <StateChip {...look}>{words}</StateChip>
}

export type Standing = { state: DeductionState; appealUntil: number | null; now: number }

/** Confirmed, and the village may still say something. */
export function isOpenToAppeal({ state, appealUntil, now }: Standing): boolean {
  return state === 'confirmed' && appealUntil !== null && now < appealUntil
}

function wordsOf(standing: Standing): { words: string } & Pick<StateChipProps, 'tone' | 'icon'> {
  switch (standing.state) {
    case 'proposed':
      return { words: '等确认', tone: 'amber', icon: 'clock' }
    case 'confirmed':
      return isOpenToAppeal(standing)
        ? { words: timeLeft(standing.appealUntil!, standing.now), tone: 'amber', icon: 'clock' }
        : { words: '视为认可', tone: 'quiet', icon: 'tick' }
    case 'appealed':
      return { words: '申诉待定', tone: 'amber', icon: 'pen' }
    case 'upheld':
      return { words: '维持', tone: 'plain', icon: 'tick' }
    case 'revoked':
      return { words: '撤销', tone: 'plain', icon: 'undo' }
    case 'lapsed':
      return { words: '没人确认，作废', tone: 'quiet', icon: 'cross' }
  }
}
