import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { blockingOf, schemeFaults } from '../../src/domain/scheme-faults'
import type { MemberContext } from '../common/serve'
import { asSeen, schemeVersion, wholeSettings } from './scheme-version'

/** From now on nothing of it changes. Only what was seen is published, and only without a fault that blocks. */
export async function publishScheme(
  { id, version, revision, sendId }: CallIn<'programme', 'publishScheme'>,
  { me, now, repos }: MemberContext,
): Promise<CallOut<'programme', 'publishScheme'>> {
  const published = await repos.schemes.change(id, version, (stored) => {
    if (stored.state === 'published' && stored.sendId === sendId) return null
    asSeen(stored, revision)
    const faults = blockingOf(schemeFaults(stored.rules, wholeSettings(stored.settings)))
    if (faults.length > 0) throw failure('faulty', { faults })
    return { state: 'published', publishedBy: me.memberId, publishedAt: now, sendId }
  })
  return schemeVersion(published, { repos })
}
