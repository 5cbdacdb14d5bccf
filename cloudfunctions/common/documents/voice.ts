/** What a villager wrote, unlinked; rewritten under new ids in another order at sealing. */
export interface VoiceDoc {
  /** Random. */
  _id: string
  roundId: string
  villageId: string
  text: string
  state: 'unchecked' | 'shown' | 'hidden'
  rewritten?: boolean
}
