import type { StateChipProps } from '../../components/state-chip'
import type { Measurement } from '../../contract/programme'

type Look = Pick<StateChipProps, 'tone' | 'icon'> & { words: string }

export const measuredStates: Record<Measurement['state'], Look> = {
  missing: { words: '没有填', tone: 'quiet' },
  entered: { words: '等核对', tone: 'amber', icon: 'clock' },
  checked: { words: '已核对', tone: 'jade', icon: 'tick' },
  returned: { words: '被退回', tone: 'alarm', icon: 'undo' },
}

const URGENCY = ['returned', 'missing', 'entered', 'checked'] as const

/** What is to be done stands above what is done; otherwise in the scheme's order. */
export function mostUrgentFirst(facts: readonly Measurement[]): Measurement[] {
  return [...facts].sort((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state))
}

/** How a village's facts stand, the most urgent first. */
export function villageLook(facts: readonly Measurement[]): Look & { note: string } {
  const count = (state: Measurement['state']) => facts.filter((fact) => fact.state === state).length
  const note = [
    count('returned') > 0 && `${count('returned')} 项被退回`,
    count('missing') > 0 && `${count('missing')} 项没有填`,
    count('entered') > 0 && `${count('entered')} 项等核对`,
    count('checked') > 0 && `${count('checked')} 项已核对`,
  ]
    .filter(Boolean)
    .join('，')
  if (facts.length === 0) return { words: '不用填', tone: 'quiet', note: '没有要填的实测指标' }
  const first = URGENCY.find((state) => count(state) > 0)!
  return { ...measuredStates[first], note }
}

/** As typed: at most four decimals; null: no number yet. */
export function typedNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace(/[−–—]/g, '-')
  if (!/^-?\d{1,9}(\.\d{1,4})?$/.test(plain)) return null
  return Number(plain)
}
