/** What stands in the database when the day is over, without what may differ from run to run: times, revisions, ids. */
import type {
  ArrivalDoc,
  DeductionDoc,
  FileDoc,
  FindingDoc,
  HighlightDoc,
  LateDoc,
  ScorecardDoc,
} from '../../../cloudfunctions/common/documents'
import type { LocalCloud } from '../../local-cloud'

export interface Stored {
  scorecards: ScorecardDoc[]
  findings: FindingDoc[]
  highlights: HighlightDoc[]
  deductions: DeductionDoc[]
  arrivals: ArrivalDoc[]
  late: LateDoc[]
  files: FileDoc[]
}

const COLLECTIONS = ['scorecards', 'findings', 'highlights', 'deductions', 'arrivals', 'late', 'files'] as const

export async function storedOf(cloud: LocalCloud, roundId: string): Promise<Stored> {
  const db = cloud.sdk().database()
  const read = async (collection: string) =>
    (await db.collection(collection).where({ roundId }).limit(1000).get()) as { data: unknown[] }
  const answers = await Promise.all(COLLECTIONS.map(read))
  return Object.fromEntries(COLLECTIONS.map((name, n) => [name, answers[n]!.data])) as unknown as Stored
}

export type FinalState = ReturnType<typeof finalState>

/** `pictureOf`: what a photo shows, by its id, as far as it was uploaded. */
export function finalState(stored: Stored, pictureOf: (photoId: string) => string, roundId: string) {
  const village = (id: string) => id.replace(`${roundId}.`, '')
  const words = (text: string) => text.replaceAll(`${roundId}.`, '')
  const pictures = (ids: readonly string[]) => ids.map((id) => words(pictureOf(id)))
  return {
    cards: sorted(
      stored.scorecards.map(({ villageId, inspectorId, marks, submitted }) => ({
        card: `${village(villageId)} ${inspectorId}`,
        marks: sorted(
          Object.entries(marks).map(([id, { mark, note, photos }]) => [words(id), mark, note, pictures(photos)]),
        ),
        submitted: submitted && sorted(Object.entries(submitted.marks).map(([id, mark]) => [words(id), mark])),
      })),
    ),
    findings: sorted(
      stored.findings.map(({ villageId, by, category, text, photos, state }) => {
        return [village(villageId), by, category, text, pictures(photos.map(({ id }) => id)), state]
      }),
    ),
    highlights: sorted(
      stored.highlights.map(({ villageId, by, itemId, text, photos }) => [
        village(villageId),
        by,
        itemId,
        text,
        pictures(photos),
      ]),
    ),
    deductions: sorted(
      stored.deductions.map(({ villageId, itemId, occurrences, text, photos, state, proposer, confirmer }) => {
        return [village(villageId), itemId, occurrences, text, pictures(photos), state, proposer, confirmer]
      }),
    ),
    arrivals: sorted(stored.arrivals.map(({ villageId, inspectorId }) => [village(villageId), inspectorId])),
    late: sorted(stored.late.map(({ villageId, memberId, action }) => [village(villageId), memberId, action])),
    files: sorted(
      stored.files.map(({ _id, villageId, uploader, of }) => [pictures([_id]), village(villageId), uploader, of]),
    ),
  }
}

function sorted<T>(values: readonly T[]): T[] {
  return [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
