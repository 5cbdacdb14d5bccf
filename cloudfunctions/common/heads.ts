/** What every screen says of a round, a stop and a village, from what is stored. */
import type { RoundHead, VillageHead } from '../../src/contract/parts'
import { Theme } from '../../src/contract/parts'
import type { Stop, Village } from '../../src/domain/round-file'
import type { RoundDoc } from './documents'

export function roundHead(round: Pick<RoundDoc, '_id' | 'number' | 'day' | 'state' | 'rehearsal'>): RoundHead {
  const { _id: id, number, day, state, rehearsal } = round
  return { id, number, day, state, rehearsal }
}

/** Town and themes are descriptive: the round file lets a village do without. */
export function villageHead({ id, name, districtId, town, themes }: Village): VillageHead {
  return {
    id,
    name,
    town: typeof town === 'string' ? town : '',
    districtId,
    themes: Array.isArray(themes) ? Theme.options.filter((theme) => themes.includes(theme)) : [],
  }
}

/** A stop counts as visited unless skipped: before the evening that is only a plan. */
export function stopHead({ order, arrive, depart, state }: Stop, village: Village) {
  return {
    order,
    village: villageHead(village),
    arrive,
    depart,
    state: state === 'skipped' ? ('skipped' as const) : ('planned' as const),
  }
}
