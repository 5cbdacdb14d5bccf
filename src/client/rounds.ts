import type { CallOut } from '../contract'
import type { RoundState } from '../contract/parts'

export type MyRound = CallOut<'member', 'me'>['rounds'][number]

/** The round a page was opened with; without one, the newest that is no rehearsal, and a draft only where there is no other. */
export function chosenRound(rounds: readonly MyRound[], asked: string | undefined): MyRound | undefined {
  if (asked) return rounds.find(({ id }) => id === asked)
  const real = rounds.filter(({ rehearsal }) => !rehearsal)
  return real.find(({ state }) => state !== 'draft') ?? real[0]
}

/** Whether there is a day to watch: from the first responses until the round is sealed. */
export function hasDay(state: RoundState): boolean {
  return state === 'ready' || state === 'running' || state === 'closed' || state === 'sealing'
}
