/**
 * 收卷: marks and responses are over. The survey's gate closes first, the round after it: killed in between, the round
 * still runs, nothing more is answered, and closing again, by anybody, ends it. The other way round a gate would stay
 * open behind a closed round, and what came through it would be destroyed unread.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { earliestSealing } from '../../src/domain/why-not-seal'
import { roundHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { move } from './move'

export async function close(send: CallIn<'round', 'close'>, context: RoundContext): Promise<CallOut<'round', 'close'>> {
  const { round, now, repos } = context
  // Already closed, by this send or another: `move` says which, nothing is written.
  if (round.state === 'running') await repos.secrets.close(round._id, now)
  const deductions = await repos.deductions.ofRound(round._id)
  const appealsUntil = earliestSealing({ closedAt: now, appealMinutes: round.settings.appealMinutes }, deductions)
  const closed = await move(send, context, 'running', 'closed', { closedAt: now, appealsUntil })
  if (closed.closedAt === null) throw failure('wrongState', { state: closed.state })
  return { round: roundHead(closed), closedAt: closed.closedAt }
}
