import { call } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { chosenRound, hasDay, type MyRound } from '../../client/rounds'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import type { Proposal } from '../../contract/member'
import type { Board, DayProgress, ReviewWarning, Warning } from '../../contract/ranking'
import type { Preparation } from '../../contract/round'
import { isPending } from './pending-kinds'

export type RoundView = {
  round: MyRound
  me: { name: string; isAdministrator: boolean }
  /** The rehearsal there is, of this round or of another. */
  rehearsal: MyRound | null
  /** What was laid down, for an administrator of a real round that is ready. */
  preparation: Preparation | null
  /** What is in and what is out; until it is sealed. */
  day: DayProgress | null
  /** Once sealed, for those who may read it. */
  board: Board | null
  sealing: Proposal | null
  auditExport: Proposal | null
  /** Decisions on appeals that nobody has agreed to yet. */
  decisions: Proposal[]
  /** What two persons decide on this page: in review also what is agreed to, elsewhere what waits. */
  pending: Proposal[]
  /** For an administrator, from closing on. */
  warnings: Warning[] | null
  review: ReviewWarning[] | null
  /** The server's clock less the phone's, in ms: a countdown must not trust the phone. */
  ahead: number
}

/** The round that the page was opened with, or the newest; null: there is none for this person. */
export function useRound(): Reading<{ view: RoundView | null }> {
  return useReading(useRead(() => readRound(pageQuery().round), { live: 'often' }))
}

async function readRound(asked: string | undefined): Promise<{ view: RoundView | null }> {
  const { member, rounds, proposals } = await call('member', 'me', {})
  const round = chosenRound(rounds, asked)
  if (!member || !round) return { view: null }
  const isAdministrator = member.roles.some(({ role }) => role === 'administrator')
  if (!isAdministrator && !round.onPanel) return { view: null }

  const day = hasDay(round.state) ? await call('ranking', 'progressOfDay', { roundId: round.id }) : null
  const ahead = day ? day.at - Date.now() : 0
  const isLaid = isAdministrator && round.state === 'ready' && !round.rehearsal
  const preparation = isLaid ? await call('round', 'preparation', { roundId: round.id }) : null
  const board = round.mayReadBoard ? await call('ranking', 'board', { roundId: round.id }) : null
  const isClosed = ['closed', 'sealed', 'announced', 'archived'].includes(round.state)
  const warned = isAdministrator && isClosed ? await call('ranking', 'warnings', { roundId: round.id }) : null
  const ofRound = (day?.proposals ?? proposals).filter(({ roundId }) => roundId === round.id)
  return {
    view: {
      round,
      me: { name: member.name, isAdministrator },
      rehearsal: rounds.find((one) => one.rehearsal) ?? null,
      preparation,
      day,
      board,
      sealing: ofRound.find(({ kind }) => kind === 'seal') ?? null,
      auditExport: ofRound.filter(({ kind }) => kind === 'exportAudit').pop() ?? null,
      decisions: ofRound.filter(({ kind, agreedBy }) => kind === 'decideAppeal' && agreedBy === null),
      pending: ofRound.filter((one) => isPending(one) && (round.state === 'closed' || one.agreedBy === null)),
      warnings: warned?.warnings ?? null,
      review: warned?.review ?? null,
      ahead,
    },
  }
}
