import { useRef, useState } from 'react'
import { call } from '../../../client/call'
import { pageQuery } from '../../../client/navigate'
import { readDeductions, useServerNow } from '../../../client/use-deductions'
import { useDeed } from '../../../client/use-deed'
import { useRead } from '../../../client/use-read'
import { useReading } from '../../../client/use-reading'
import type { Deduction } from '../../../contract/deductions'
import type { Proposal } from '../../../contract/member'

export type Outcome = 'upheld' | 'revoked'

/** One deduction, by its id or by the proposal that decides it. */
export function useOneDeduction() {
  const [{ round: roundId = '', deduction, proposal }] = useState(pageQuery)
  // A proposal that is agreed to is gone: from then on it is the deduction that is looked for.
  const found = useRef(deduction)
  const reading = useReading(
    useRead(
      async () => {
        const one = await readOne(roundId, { deductionId: found.current, proposalId: proposal })
        found.current ??= one.deduction?.id
        return one
      },
      { live: 'often' },
    ),
  )
  const { doing, refused, run } = useDeed()
  const now = useServerNow(reading.data?.all ?? null)

  async function thenReload(deed: Promise<unknown>) {
    await deed
    await reading.reload()
  }

  return {
    ...reading,
    roundId,
    now,
    doing,
    refused,
    propose: ({ id }: Deduction, outcome: Outcome, reason: string) =>
      thenReload(
        run(`${outcome} ${reason}`, (sendId) =>
          call('scoring', 'decideAppeal', { roundId, deductionId: id, sendId, outcome, reason }),
        ),
      ),
    agree: ({ id }: Proposal) => thenReload(run('agree', () => call('round', 'agree', { roundId, proposalId: id }))),
    withdraw: ({ id }: Proposal) =>
      thenReload(run('withdraw', () => call('round', 'withdraw', { roundId, proposalId: id }))),
  }
}

export type OneDeduction = ReturnType<typeof useOneDeduction>

async function readOne(roundId: string, asked: { deductionId?: string; proposalId?: string }) {
  const [all, { proposals }] = await Promise.all([readDeductions(roundId, null), call('member', 'me', {})])
  const deduction = all.deductions.find(({ id, proposalId }) =>
    asked.deductionId ? id === asked.deductionId : proposalId === asked.proposalId,
  )
  const proposal = proposals.find(({ id }) => id === (deduction?.proposalId ?? asked.proposalId))
  return { all, deduction: deduction ?? null, proposal: proposal?.agreedBy === null ? proposal : null }
}
