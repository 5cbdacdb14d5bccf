import { failure } from '../../src/contract/errors'
import type { SecretDoc } from '../common/documents'

/** The gate, if the survey is open now: from the window's opening until the round closes. Absent is closed. */
export function openGate(gate: SecretDoc | null, now: number): SecretDoc {
  // Villagers' codes always mean the real round.
  if (!gate || gate.rehearsal || gate.closedAt !== null) throw failure('closed')
  if (now < gate.opensAt) throw failure('notOpen', { opensAt: gate.opensAt })
  return gate
}
