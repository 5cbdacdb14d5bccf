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
  /** The last rounds that are sealed or further on, this one among them. */
  rounds: readonly SealedRoundDoc[]
}

/** Null where no sealed round had this village. One request. */
export async function lastPage(villageId: string, repos: Repositories): Promise<LastPage | null> {
  const rounds = await repos.rounds.lastSealed()
  for (const round of rounds) {
    const village = round.villages.find(({ id }) => id === villageId)
    if (village) return { round, village, isPublic: round.state !== 'sealed', rounds }
  }
  return null
}
