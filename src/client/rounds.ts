import type { CallOut } from '../contract'
import type { RoundState } from '../contract/parts'

export type MyRound = CallOut<'member', 'me'>['rounds'][number]

/** The round a page was opened with; without one, the newest that is no rehearsal. */
export function chosenRound(rounds: readonly MyRound[], asked: string | undefined): MyRound | undefined {
  return rounds.find(({ id, rehearsal }) => (asked ? id === asked : !rehearsal))
}

/** Whether there is a day to watch: from the first responses until the round is sealed. */
export function hasDay(state: RoundState): boolean {
  return state === 'ready' || state === 'running' || state === 'closed' || state === 'sealing'
}
