import type { Plan } from '../../../src/contract/round'
import type { RoundDoc } from '../../common/documents'

/** A draft's plan as it can be sent back. */
export function planTold(round: RoundDoc): Plan {
  const { day, scheme, stops, panel, notApplicable, notApplicableDecided = false } = round
  return {
    day,
    scheme: { id: scheme.id, version: scheme.version },
    stops: [...stops]
      .sort((a, b) => a.order - b.order)
      .map(({ villageId, arrive, depart }) => ({ villageId, arrive, depart })),
    panel: panel.map(({ id }) => id),
    notApplicable: notApplicable.map(({ villageId, indicatorId }) => ({ villageId, indicatorId })),
    notApplicableDecided,
  }
}
