import type { LastSends } from '../../../src/domain/phone-sends'

/** 亮点. */
export interface HighlightDoc {
  _id: string
  revision: number
  roundId: string
  villageId: string
  itemId: string | null
  text: string
  photos: string[]
  by: string
  byName: string
  at: number
  phone: string
  sendId: string
  sends: LastSends
}
