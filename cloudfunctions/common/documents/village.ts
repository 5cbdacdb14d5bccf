import type { Responsibility } from '../../../src/domain/recusal'
import type { Village } from '../../../src/domain/round-file'

export interface VillageDoc extends Village {
  _id: string
  /** Absent in older documents: 1. */
  revision?: number
  town: string
  themes: ('red' | 'green' | 'gold' | 'heritage')[]
  /** Null: not known. */
  adults: number | null
  population?: number | null
  location?: { longitude: number; latitude: number } | null
  profile?: string
  /** The send that saved it last: the same again answers as it did. */
  sendId?: string
  /** Who answers for it (包联责任); `memberId` where they have an account. */
  responsibilities?: Responsibility[]
}
