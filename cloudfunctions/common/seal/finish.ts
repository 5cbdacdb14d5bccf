import type { Step } from './step'

/** The ranking is frozen. The job is dropped, and with it the key of the voices' new ids. */
export const finish: Step = async (job) => ({ state: 'sealed', snapshotId: job.snapshotId, sealing: null })
