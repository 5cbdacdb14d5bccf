import { call } from '../../client/call'
import { useDeed } from '../../client/use-deed'
import type { CallIn } from '../../contract'
import type { Proposal } from '../../contract/member'

type Restoring = Pick<CallIn<'round', 'restore'>, 'villageId' | 'excludedFor' | 'reason'>

type Accepting = Pick<CallIn<'round', 'acceptVillage'>, 'villageId' | 'reason'>

/** All that can be done to a round from its page; the page is read again after each, refused or not. */
export type RoundDeeds = ReturnType<typeof useRoundDeeds>

export function useRoundDeeds(roundId: string, reload: () => Promise<void>) {
  const { doing, refused, run } = useDeed()

  async function thenReload<T>(deed: Promise<T>): Promise<T> {
    const answer = await deed
    await reload()
    return answer
  }

  return {
    doing,
    refused,
    start: () => thenReload(run('start', (sendId) => call('round', 'start', { roundId, sendId }))),
    close: () => thenReload(run('close', (sendId) => call('round', 'close', { roundId, sendId }))),
    proposeSealing: () => thenReload(run('seal', (sendId) => call('round', 'seal', { roundId, sendId }))),
    agree: ({ id }: Proposal) => thenReload(run('agree', () => call('round', 'agree', { roundId, proposalId: id }))),
    withdraw: ({ id }: Proposal) =>
      thenReload(run('withdraw', () => call('round', 'withdraw', { roundId, proposalId: id }))),
    restore: (what: Restoring) =>
      thenReload(
        run(`restore ${what.villageId} ${what.excludedFor}`, (sendId) =>
          call('round', 'restore', { roundId, sendId, ...what }),
        ),
      ),
    admitLate: (lateIds: readonly string[], reason: string) =>
      thenReload(
        run(`admit ${lateIds.join(' ')}`, (sendId) =>
          call('round', 'admitLate', { roundId, sendId, lateIds: [...lateIds], reason }),
        ),
      ),
    acceptVillage: (what: Accepting) =>
      thenReload(
        run(`accept ${what.villageId}`, (sendId) => call('round', 'acceptVillage', { roundId, sendId, ...what })),
      ),
    reopen: (reason: string) =>
      thenReload(run('reopen', (sendId) => call('round', 'reopen', { roundId, sendId, reason }))),
    archive: () => thenReload(run('archive', (sendId) => call('round', 'archive', { roundId, sendId }))),
    announce: () => thenReload(run('announce', (sendId) => call('round', 'announce', { roundId, sendId }))),
  }
}
