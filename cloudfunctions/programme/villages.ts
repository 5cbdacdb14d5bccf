import type { CallIn, CallOut } from '../../src/contract'
import type { MemberContext } from '../common/serve'
import { keptVillage } from './kept-village'

/** Every village by its id: four requests with the caller's own. */
export async function villages(
  _: CallIn<'programme', 'villages'>,
  { repos }: MemberContext,
): Promise<CallOut<'programme', 'villages'>> {
  const [programme, docs, named] = await Promise.all([
    repos.programme.get(),
    repos.villages.all(),
    repos.rounds.villagesNamed(),
  ])
  const sorted = [...docs].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    villages: sorted.map((doc) => ({ ...keptVillage(doc), revision: doc.revision ?? 1, inUse: named.has(doc.id) })),
    districts: programme.districts,
  }
}
