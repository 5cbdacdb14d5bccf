import type { PastChange, StoredMark } from '../../../src/domain/mark-changes'
import type { LastSend } from '../../../src/domain/phone-sends'

export type { StoredMark }

export interface ScorecardDoc {
  /** round:inspector:village */
  _id: string
  revision: number
  roundId: string
  inspectorId: string
  villageId: string
  marks: Record<string, StoredMark>
  /** What counts. A later change of marks does not touch it until it is submitted again. */
  submitted: {
    at: number
    hash: string
    sendId: string
    phone: string
    device: string
    marks: Record<string, number>
    /** It came after closing and two persons admitted it. */
    late?: boolean
  } | null
  /** By phone: its last submission that was decided here, so that one that comes again answers as it did. */
  submissions?: Record<string, LastSend & { at: number; hash: string }>
  /** Every photo that the marks name, so that progress can be told without reading a mark. Absent: none. */
  photos?: string[]
  /** Bounded: the last changes and the losers of conflicts. */
  history: PastChange[]
  touchedAt: number
  /** What else waited on the phone when it last sent something of this card. */
  waiting?: { count: number; at: number }
  /** Seconds the card was open, by phone: for the burden page only. */
  durations?: Record<string, number>
}
