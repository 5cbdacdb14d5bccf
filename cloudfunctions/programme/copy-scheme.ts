import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { SchemeDoc } from '../common/documents'
import type { MemberContext } from '../common/serve'
import { schemeVersion } from './scheme-version'

/** The next version as a draft, everything as it is in this one. Four requests. */
export async function copyScheme(
  { id, version, sendId }: CallIn<'programme', 'copyScheme'>,
  { me, now, repos }: MemberContext,
): Promise<CallOut<'programme', 'copyScheme'>> {
  const versions = await repos.schemes.versionsOf(id)
  const done = versions.find(({ begunWith }) => begunWith === sendId)
  if (done) return schemeVersion(done, { repos })
  const copied = versions.find((one) => one.version === version)
  if (!copied) throw failure('notFound')
  refuseSecondDraft(versions)

  const next = Math.max(...versions.map((one) => one.version)) + 1
  await repos.schemes.begin({
    ...copied,
    version: next,
    state: 'draft',
    rules: { ...copied.rules, version: next },
    by: me.memberId,
    byName: me.name,
    at: now,
    publishedBy: null,
    publishedAt: null,
    sendId,
    begunWith: sendId,
  })
  const stored = (await repos.schemes.byVersion(id, next))!
  // Of two copies at once one became the draft.
  if (stored.begunWith !== sendId) refuseSecondDraft([stored])
  return schemeVersion(stored, { repos })
}

/** Two drafts of one scheme would leave nobody knowing which comes next. */
function refuseSecondDraft(versions: readonly SchemeDoc[]): void {
  const draft = versions.find(({ state }) => state === 'draft')
  if (draft) throw failure('draftExists', { version: draft.version })
}
