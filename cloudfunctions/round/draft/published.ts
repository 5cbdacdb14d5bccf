import { failure } from '../../../src/contract/errors'
import type { SchemeDoc } from '../../common/documents'
import type { Repositories } from '../../common/repositories'

/** A version of the scheme that never changes any more. One request. */
export async function published(
  { id, version }: { id: string; version: number },
  repos: Repositories,
): Promise<SchemeDoc> {
  const scheme = await repos.schemes.byVersion(id, version)
  if (scheme?.state !== 'published') throw failure('notFound', { scheme: id, version })
  return scheme
}
