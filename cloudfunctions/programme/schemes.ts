import type { CallIn, CallOut } from '../../src/contract'
import type { MemberContext } from '../common/serve'
import { schemeHead } from './scheme-version'

/** Every version there is, the last saved first. Two requests. */
export async function schemes(
  _: CallIn<'programme', 'schemes'>,
  { repos }: MemberContext,
): Promise<CallOut<'programme', 'schemes'>> {
  const [found, used] = await Promise.all([repos.schemes.all(), repos.rounds.schemesUsed()])
  return { schemes: found.map((doc) => schemeHead(doc, used)).sort((a, b) => b.savedAt - a.savedAt) }
}
