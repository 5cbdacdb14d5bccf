/** What is known of a day that was lived. */
import type { AnswerDoc, VoiceDoc } from '../../../cloudfunctions/common/documents'
import type { Stored } from '../phone/final-state'
import type { Delivery, Weather } from './weather'

export interface Lived {
  /** The exported files, as they were downloaded. */
  audit: Uint8Array
  open: Uint8Array
  /** Everything that stood there when the round had been closed and reviewed. */
  gathered: Gathered
  deliveries: Delivery[]
  /** What an uploaded photo shows, by its id. */
  pictures: ReadonlyMap<string, string>
  /** Villagers and cards of whom 已收到 was seen. */
  received: number
  /** By inspector and village: what their phone shows as 已提交. */
  submitted: ReadonlyMap<string, Record<string, number> | undefined>
  weather: Weather['counts']
  appKills: number
  serverKills: number
}

/** What stood in the database when the round had been closed and reviewed, and was about to be sealed. */
export interface Gathered extends Stored {
  answers: AnswerDoc[]
  ballots: { _id: string }[]
  voices: VoiceDoc[]
}

export const COLLECTIONS = [
  'scorecards',
  'findings',
  'highlights',
  'deductions',
  'arrivals',
  'late',
  'files',
  'answers',
  'ballots',
  'voices',
] as const satisfies (keyof Gathered)[]
