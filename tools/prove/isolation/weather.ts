/** Trouble by chance (faults.ts), so rare that most transactions have none. An answer at a time, in the order of requests. */
import { Faults, type Trouble } from '../../local-cloud/faults'
import { type Chance, chanceFrom } from '../phone/chance'

type Risks = Partial<Record<Trouble, number>>

const risks: Readonly<Record<string, Risks>> = {
  'database.startTransaction': { drop: 0.002, conflict: 0.004 },
  'database.getDocument': { drop: 0.005, timeout: 0.003, conflict: 0.004, duplicate: 0.01 },
  'database.modifyDocument': { drop: 0.006, timeout: 0.004, conflict: 0.01, duplicate: 0.03 },
  'database.commitTransaction': { drop: 0.03, timeout: 0.02, conflict: 0.05, duplicate: 0.02 },
  'database.abortTransaction': { drop: 0.02, duplicate: 0.05 },
}

export class Weather extends Faults {
  private chance: Chance | null = null
  readonly counts = new Map<string, number>()

  begin(seed: number): void {
    this.chance = chanceFrom(seed)
  }

  /** Fair from now on. */
  end(): void {
    this.chance = null
  }

  override next(action: string, body: { collectionName?: unknown; merge?: unknown }): Trouble | null {
    if (!this.chance) return null
    let left = this.chance.fraction()
    for (const [trouble, risk] of Object.entries(risks[action] ?? {}) as [Trouble, number][]) {
      left -= risk
      if (left >= 0) continue
      // A push that is delivered twice appends twice, in MongoDB too; to replace the list twice is harmless.
      if (trouble === 'duplicate' && body.merge === true) return null
      this.counts.set(trouble, (this.counts.get(trouble) ?? 0) + 1)
      return trouble
    }
    return null
  }
}
