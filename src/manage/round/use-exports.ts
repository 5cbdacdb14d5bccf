import { useState } from 'react'
import { call } from '../../client/call'
import { copyAddress } from '../../client/copy-text'
import { useDeed } from '../../client/use-deed'
import type { CallOut } from '../../contract'
import type { Proposal } from '../../contract/member'

export type ExportFile = CallOut<'ranking', 'exportPublic'>

/** The two editions of the sealed inputs: public for anybody, audit for whom two persons let it out. */
export function useExports(roundId: string, reload: () => Promise<void>) {
  const { doing, refused, run } = useDeed()
  const [files, setFiles] = useState<{ public?: ExportFile; audit?: ExportFile }>({})

  return {
    doing,
    refused,
    files,
    async fetchPublic() {
      const file = await run('public', () => call('ranking', 'exportPublic', { roundId }))
      if (file) await keep('public', file)
    },
    /** Whether it stands now. */
    async proposeAudit(reason: string): Promise<boolean> {
      const proposed = await run('propose', (sendId) =>
        call('ranking', 'exportAudit', { roundId, sendId, reason, proposalId: null }),
      )
      await reload()
      return proposed !== undefined
    },
    async agree({ id }: Proposal) {
      await run('agree', () => call('round', 'agree', { roundId, proposalId: id }))
      await reload()
    },
    async withdraw({ id }: Proposal) {
      await run('withdraw', () => call('round', 'withdraw', { roundId, proposalId: id }))
      await reload()
    },
    async fetchAudit({ id, reason }: Proposal) {
      const answer = await run('audit', (sendId) =>
        call('ranking', 'exportAudit', { roundId, sendId, reason, proposalId: id }),
      )
      if (answer?.file) await keep('audit', answer.file)
    },
    copyAddress,
  }

  async function keep(edition: 'public' | 'audit', file: ExportFile) {
    setFiles((before) => ({ ...before, [edition]: file }))
    await copyAddress(file)
  }
}
