import type { CallIn, CallOut } from '../../src/contract'
import type { MemberContext } from '../common/serve'

/** What there is, and how much: five requests with the caller's own, one more for the members' second page. */
export async function overview(
  _: CallIn<'programme', 'overview'>,
  { repos }: MemberContext,
): Promise<CallOut<'programme', 'overview'>> {
  const [programme, villages, everybody, schemes] = await Promise.all([
    repos.programme.get(),
    repos.villages.all(),
    repos.members.all(),
    repos.schemes.all(),
  ])
  const people = everybody.filter(({ revoked }) => !revoked)
  return {
    title: programme.title,
    districts: programme.districts,
    revision: programme.overviewRevision ?? null,
    counts: {
      villages: villages.length,
      members: people.length,
      unbound: people.filter(({ boundAt }) => boundAt === null).length,
      schemes: schemes.length,
      publishedSchemes: schemes.filter(({ state }) => state === 'published').length,
    },
  }
}
