/** 评审组质量: what sealing froze of it, for administrators and from then on only: it tells of effects. Three requests. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { PanelReliability } from '../../src/domain/panel-reliability'
import { roundHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { readableSnapshot } from './sealed-board'

type Quality = CallOut<'ranking', 'panelQuality'>

export async function panelQuality(_: CallIn<'ranking', 'panelQuality'>, context: RoundContext): Promise<Quality> {
  const { round } = context
  const { panel, digest } = await readableSnapshot(context)
  // Sealed by a version that did not keep it.
  if (!panel) throw failure('notFound')
  const names = new Map(round.panel.map(({ id, name }) => [id, name]))
  return {
    round: roundHead(round),
    digest,
    weights: round.scheme.weights,
    inspectors: panel.inspectors.map(({ inspectorId, ...figures }) => ({
      ...figures,
      id: inspectorId,
      name: names.get(inspectorId) ?? inspectorId,
    })),
    papers: { common: shown(panel.papers.common), demonstration: shown(panel.papers.demonstration) },
  }
}

/** An estimate below 0 says that there is little or none: it is shown as none. */
function shown(paper: PanelReliability | null): Quality['papers']['common'] {
  if (!paper) return null
  const { variance, single, mean, panelSize } = paper
  const [village, inspector, rest] = [variance.village, variance.inspector, variance.rest].map((one) =>
    Math.max(one, 0),
  ) as [number, number, number]
  return { variance: { village, inspector, rest }, single, mean, panelSize }
}
