import { call } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { chosenRound, hasDay, type MyRound } from '../../client/rounds'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import type { CallOut } from '../../contract'
import type { RoundHead } from '../../contract/parts'
import type { Board } from '../../contract/ranking'

/** What the board's place shows: the ranking, or why there is none yet. */
export type BoardView =
  | { kind: 'board'; board: Board; mayReadBulletin: boolean }
  /** `mayWatch`: this person may look at the day's progress meanwhile. */
  | { kind: 'notYet'; round: RoundHead; mayWatch: boolean }
  | { kind: 'noRound' }
  | { kind: 'stranger' }

/** The board of the round that the page was opened with; without one, of the newest. */
export function useBoard(): Reading<BoardView> {
  return useReading(useRead(() => readBoard(pageQuery().round)))
}

async function readBoard(asked: string | undefined): Promise<BoardView> {
  const me = await call('member', 'me', {})
  if (!me.member) return { kind: 'stranger' }
  const round = chosenRound(me.rounds, asked)
  if (!round) return { kind: 'noRound' }
  if (round.mayReadBoard) {
    const board = await call('ranking', 'board', { roundId: round.id })
    return { kind: 'board', board, mayReadBulletin: leadsOrManages(me) && !round.rehearsal }
  }
  return { kind: 'notYet', round, mayWatch: mayWatch(me, round) }
}

/** Leaders, administrators and the panel, while there is a day to watch. */
function mayWatch(me: Me, { state, onPanel }: MyRound): boolean {
  return hasDay(state) && (onPanel || leadsOrManages(me))
}

function leadsOrManages({ member }: Me): boolean {
  return member!.roles.some(({ role }) => role === 'administrator' || role === 'leader')
}

type Me = CallOut<'member', 'me'>
