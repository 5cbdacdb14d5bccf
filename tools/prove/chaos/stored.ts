/** What stood in the database when the round had been closed and reviewed, and was about to be sealed. */
import type { AnswerDoc, VoiceDoc } from '../../../cloudfunctions/common/documents'
import type { Stored } from '../phone/final-state'

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
