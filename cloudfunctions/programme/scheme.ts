import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { MemberContext } from '../common/serve'
import { schemeVersion } from './scheme-version'

/** Two requests. */
export async function scheme(
  { id, version }: CallIn<'programme', 'scheme'>,
  { repos }: MemberContext,
): Promise<CallOut<'programme', 'scheme'>> {
  const found = await repos.schemes.byVersion(id, version)
  if (!found) throw failure('notFound')
  return schemeVersion(found, { repos })
}
