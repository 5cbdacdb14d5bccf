import type { Database } from '../cloud'
import type { MeasurementDoc } from '../documents'
import { addOnce, read } from '../writes'
import { inDraft } from './draft'
import { all, few } from './pages'

/** Writes on their way at once: the platform takes 20 connections. */
const AT_ONCE = 10
/** Measured indicators of a scheme, many times over. */
const MOST = 1000

export type NewMeasurement = Omit<MeasurementDoc, '_id' | 'revision'>

export function measurements(db: Database) {
  return {
    /** One village's value of one indicator, as it was entered. One request. */
    of: (roundId: string, villageId: string, indicatorId: string) =>
      read<MeasurementDoc>(db, 'measurements', measurementKey({ roundId, villageId, indicatorId })),
    /** A round's facts, as they were entered. Two requests up to a thousand of them. */
    ofRound: (roundId: string) => all<MeasurementDoc>(db, 'measurements', { roundId }),
    /** Whether any names this village. One request. */
    isNamed: async (villageId: string) => (await few(db, 'measurements', { villageId }, 1, ['_id'])).length > 0,

    /** Writes facts of one village in a draft round, or none: `change` gets the village's. Five requests without conflict, and one a fact. */
    change: (roundId: string, villageId: string, change: (stored: Map<string, MeasurementDoc>) => NewMeasurement[]) =>
      inDraft(db, roundId, async ({ put }): Promise<MeasurementDoc[]> => {
        // Read beside the transaction: whoever writes one of these meanwhile meets it at the round.
        const found = await few<MeasurementDoc>(db, 'measurements', { roundId, villageId }, MOST)
        const stored = new Map(found.map((one) => [one.indicatorId, one]))
        const written = change(stored).map((fact) => {
          const former = stored.get(fact.indicatorId)
          return { ...fact, _id: measurementKey(fact), revision: former ? revisionOf(former) + 1 : 1 }
        })
        for (const fact of written) await put('measurements', fact)
        return written
      }),

    /** Adds facts, each once. One request a fact. */
    async copy(facts: readonly MeasurementDoc[]): Promise<void> {
      for (let from = 0; from < facts.length; from += AT_ONCE)
        await Promise.all(facts.slice(from, from + AT_ONCE).map((fact) => addOnce(db, 'measurements', fact)))
    },
  }
}

export function measurementKey({
  roundId,
  villageId,
  indicatorId,
}: Pick<MeasurementDoc, 'roundId' | 'villageId' | 'indicatorId'>): string {
  return `${roundId}:${villageId}:${indicatorId}`
}

export function revisionOf({ revision }: Pick<MeasurementDoc, 'revision'>): number {
  return revision ?? 1
}
