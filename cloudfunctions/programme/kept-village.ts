import type { Village } from '../../src/contract/programme'
import type { VillageDoc } from '../common/documents'

/** A village as the programme's screens and tables have it: what an older document lacks is not known. */
export function keptVillage(doc: VillageDoc): Village {
  const {
    id,
    name,
    town,
    districtId,
    themes,
    households,
    population = null,
    adults,
    location = null,
    profile = '',
    responsibilities = [],
  } = doc
  return {
    id,
    name,
    town,
    districtId,
    // In the order in which they were given: it enters the round file.
    themes: [...themes],
    households,
    population,
    adults: adults ?? null,
    location,
    profile,
    responsibilities: responsibilities.map(({ duty, title, name, unit, memberId }) => ({
      duty,
      title,
      name,
      unit,
      memberId,
    })),
  }
}
