import type { CallIn, CallOut } from '../../src/contract'
import type { MemberContext } from '../common/serve'
import { asSeen } from './scheme-version'

/** A draft goes as it was seen; one that is gone already is gone. */
export async function removeDraft(
  { id, version, revision }: CallIn<'programme', 'removeDraft'>,
  { repos }: MemberContext,
): Promise<CallOut<'programme', 'removeDraft'>> {
  // The condition and the removal are one request: a publication in between wins.
  if (!(await repos.schemes.removeDraft(id, version, revision))) {
    const stored = await repos.schemes.byVersion(id, version)
    if (stored) asSeen(stored, revision)
  }
  return { removed: true }
}
