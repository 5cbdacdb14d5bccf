/** Who answers for the sample's villages, as it froze with its rounds. */
import type { RoundDoc, VillageDoc } from '../../cloudfunctions/common/documents'
import villages from './sample/villages.json'

type Answering = NonNullable<RoundDoc['responsibilities']>

export function answering(villageIds: readonly string[]): Answering {
  const known = villages as unknown as (Pick<VillageDoc, 'responsibilities'> & { id: string })[]
  return known
    .filter(({ id }) => villageIds.includes(id))
    .flatMap(({ id: villageId, responsibilities = [] }) =>
      responsibilities.map(({ duty, title, name, unit }) => ({ villageId, duty, title, name, unit })),
    )
}
