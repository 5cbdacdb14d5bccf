/** A village's last round that is over for villagers, whose page they see. */
import type { Village } from '../../src/domain/round-file'
import type { Repositories } from './repositories'
import type { SealedRoundDoc } from './repositories/rounds'

export interface LastPage {
  round: SealedRoundDoc
  /** As it was frozen. */
  village: Village
  /** Sealed is not yet announced; nor is an older page shown in the hours between. */
  isPublic: boolean
}

/** Null where no sealed round had this village. One request. */
export async function lastPage(villageId: string, repos: Repositories): Promise<LastPage | null> {
  for (const round of await repos.rounds.lastSealed()) {
    const village = round.villages.find(({ id }) => id === villageId)
    if (village) return { round, village, isPublic: round.state !== 'sealed' }
  }
  return null
}
