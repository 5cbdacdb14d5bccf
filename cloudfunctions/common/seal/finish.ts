import { auditDoc } from '../serve'
import type { Step } from './step'

/**
 * The ranking is frozen. The job is dropped, and with it the key of the voices' new ids. The audit's line comes first:
 * killed in between, whoever goes on finds it written; the other way round it would be left out where nobody looks again.
 */
export const finish: Step = async ({ snapshotId }, { round, now, by, repos }) => {
  const line = { key: `sealed:${snapshotId}`, on: snapshotId, before: 'sealing', after: 'sealed' }
  await repos.audits.keep(auditDoc(line, { roundId: round._id, memberId: by, action: 'seal', at: now }))
  return { state: 'sealed', snapshotId, sealing: null }
}
