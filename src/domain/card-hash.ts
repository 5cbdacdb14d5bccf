import { digestOf } from './digest'
import type { Scorecard } from './round-file'

/**
 * What a submitted scorecard is, in one line: `sha256:` over the canonical JSON (RFC 8785) of the scorecard as the
 * round file holds it. The phone keeps it and compares it with the sealed card (docs/domain.md, A round's life).
 */
export function cardHash({ inspectorId, villageId, marks }: Scorecard): string {
  return digestOf({ inspectorId, villageId, marks })
}
