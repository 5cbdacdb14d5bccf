/** What the board and a village's page share: who may read them, and a row of the frozen ranking. */
import type { CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { mayReadBoard } from '../../src/domain/board-access'
import type { RankedVillage } from '../../src/domain/round-result'
import { shownCount } from '../../src/domain/small-cells'
import type { MemberDoc, RoundDoc, SnapshotDoc } from '../common/documents'
import { roundHead, villageHead } from '../common/heads'
import { seatOf } from '../common/seat'
import type { RoundContext } from '../common/serve'
import { boardProgress } from './board-progress'

type Board = CallOut<'ranking', 'board'>
type BoardRow = Board['rows'][number]

/** The snapshot, for whom may read it; the third request after members and round. */
export async function readableSnapshot({ me, round, repos }: RoundContext): Promise<SnapshotDoc> {
  if (!mayRead(me, round)) {
    // Sealed is not yet announced: whoever will read it then is told to wait, anyone else that it is not theirs.
    const soon = mayRead(me, { ...round, state: 'announced' })
    throw soon ? failure('wrongState', { state: round.state }) : failure('notAllowed')
  }
  const snapshot = round.snapshotId && (await repos.snapshots.byId(round.snapshotId))
  if (!snapshot) throw new Error(`round ${round._id} is ${round.state} and has no snapshot`)
  return snapshot
}

export function mayRead(me: MemberDoc, round: ReadRound): boolean {
  const reader = {
    // An inspector is one who sits on this round's panel.
    roles: me.roles.map(({ role }) => role).filter((role) => role !== 'inspector'),
    isOnPanel: seatOf(me, round) !== null,
  }
  const { announceTo } = round.settings
  return mayReadBoard({ state: round.state, announceTo }, reader)
}

type ReadRound = Pick<RoundDoc, 'state' | 'settings'> & { panel: readonly { id: string }[] }

export function boardOf(round: RoundDoc, snapshot: SnapshotDoc): Board {
  return {
    round: roundHead(round),
    digest: snapshot.digest,
    weights: round.scheme.weights,
    deductionCap: round.scheme.deductionCap,
    previousNumber: snapshot.previous?.number ?? null,
    certainty: drawnOf(snapshot),
    inspectors: snapshot.cards ? new Set(snapshot.cards.map(({ inspectorId }) => inspectorId)).size : null,
    responses: shownResponses(snapshot),
    auditLog: auditLogOf(snapshot),
    correction: correctionOf(snapshot),
    progress: boardProgress(round, snapshot),
    rows: snapshot.result.ranking.map((row) => boardRow(row, round, snapshot)),
  }
}

/** A sum over all villages would tell of a village with fewer than 5 by what the others' pages leave over. */
function shownResponses({ result }: SnapshotDoc): number | null {
  const shown = result.ranking.reduce((sum, { survey }) => sum + (shownCount(survey.valid) ?? 0), 0)
  return shown === 0 ? null : shown
}

export function correctionOf({ correction }: Pick<SnapshotDoc, 'correction'>): Board['correction'] {
  return correction ? { n: correction.n, reason: correction.reason } : null
}

/** The audit's chain, as the bulletin prints it; null where there is none. */
export function auditLogOf({ audits }: Pick<SnapshotDoc, 'audits'>): Board['auditLog'] {
  if (!audits || audits.head === null) return null
  const { until, count, head } = audits
  return { until, count, head }
}

/** The village's name as it was frozen. */
export function boardRow(row: RankedVillage, round: RoundDoc, snapshot: SnapshotDoc): BoardRow {
  const { rank, villageId, deferred, total, common, demonstration, satisfaction, deductions } = row
  const village = round.villages.find(({ id }) => id === villageId)!
  const before = snapshot.previous?.ranks.find((one) => one.villageId === villageId)
  return {
    rank,
    village: villageHead(village),
    deferred,
    total,
    common,
    demonstration,
    satisfaction,
    deductions,
    previous: before ? { rank: before.rank, total: before.total } : null,
    certainty: certaintyOf(villageId, snapshot),
  }
}

/** By how many draws, and how wide; null where nothing was drawn. */
export function drawnOf({ certainty }: SnapshotDoc): CallOut<'ranking', 'board'>['certainty'] {
  if (certainty?.outcome !== 'drawn') return null
  const { level, draws } = certainty
  return { level, draws }
}

function certaintyOf(villageId: string, { certainty }: SnapshotDoc): BoardRow['certainty'] {
  if (certainty?.outcome !== 'drawn') return null
  const found = certainty.villages.find((one) => one.villageId === villageId)
  if (!found) return null
  const next = certainty.neighbours.find(({ aboveId }) => aboveId === villageId)
  return { band: found.band, ranks: found.rankInterval, first: found.first, swapsWithNext: next?.swaps ?? null }
}
