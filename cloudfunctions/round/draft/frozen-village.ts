import type { Village } from '../../../src/domain/round-file'
import type { VillageDoc } from '../../common/documents'

/** A village as a round keeps it: the round file's fields and those that describe it. What is not known is left out. */
export function frozenVillage(village: VillageDoc): Village {
  const { _id: id, name, town, districtId, themes, households, population, location, profile } = village
  return {
    id,
    name,
    town,
    districtId,
    themes,
    households,
    ...(isKnown(population) && { population }),
    ...(isKnown(location) && { location }),
    ...(isKnown(profile) && { profile }),
  }
}

function isKnown(value: unknown): boolean {
  return value !== null && value !== undefined
}
