import type { Scheme } from '../../../src/domain/round-file'

/** The survey's gate, read once a call: absent = closed. */
export interface SecretDoc {
  /** The round's id. */
  _id: string
  rehearsal: boolean
  /** 256 random bits in hex; dies at sealing. */
  secret: string
  number: number
  day: string
  organiser: string
  opensAt: number
  /** Null: closes with the round. */
  closedAt: number | null
  /** `onsite`: the planned stop's window as last changed, an hour wider on both sides; absent: no on-site code. */
  villages: { id: string; name: string; onsite?: { from: number; until: number } }[]
  survey: Scheme['survey']
  /** The settings' `surveyAudio`. */
  audio?: Record<string, string>
}
