/**
 * What is on record of a closed round: measured values and goals as they stand, village by village, so that what was
 * mistyped can be found and corrected. No card is read and nothing is worked out: no mark, score, rank or effect.
 */
import type { CallIn, CallOut } from '../../src/contract'
import type { Proposal } from '../../src/contract/member'
import type { VillageFacts } from '../../src/contract/round'
import { applicableItems } from '../../src/domain/applicable-items'
import { corrected } from '../../src/domain/corrections'
import type { MeasurementDoc } from '../common/documents'
import { roundHead, villageHead } from '../common/heads'
import { proposalsFor } from '../common/proposals'
import type { RoundContext } from '../common/serve'
import { targetOf } from './correct'

/** Five requests up to a thousand values; a list of a hundred or more asks once more. */
export async function facts(
  _send: CallIn<'round', 'facts'>,
  { me, round, repos }: RoundContext,
): Promise<CallOut<'round', 'facts'>> {
  const measurements = await repos.measurements.ofRound(round._id)
  const names = await repos.members.namesOf(
    measurements.flatMap(({ enteredBy, checkedBy }) => [enteredBy, checkedBy ?? '']),
  )
  const waiting = waitingCorrections({ me, round })
  return {
    round: roundHead(round),
    villages: round.stops
      .filter(({ state }) => state !== 'skipped')
      .sort((a, b) => a.order - b.order)
      .map(({ villageId }) => villageFacts(villageId, { round, measurements, names, waiting })),
  }
}

type Reading = Pick<RoundContext, 'round'> & {
  measurements: readonly MeasurementDoc[]
  /** By member id. */
  names: ReadonlyMap<string, string>
  waiting: ReadonlyMap<string, Proposal>
}

function villageFacts(villageId: string, { round, measurements, names, waiting }: Reading): VillageFacts {
  const { scheme, goals, notApplicable, villages } = round
  const items = applicableItems(scheme, goals, notApplicable, villageId)
  const entered = measurements.filter((one) => one.villageId === villageId)
  const current = corrected(entered, round.corrected ?? [])
  return {
    village: villageHead(villages.find(({ id }) => id === villageId)!),
    measurements: items.measured.flatMap(({ id, title, unit }) => {
      const place = entered.findIndex(({ indicatorId }) => indicatorId === id)
      if (place === -1) return []
      const { value, enteredBy, checkedBy } = entered[place]!
      return {
        id,
        title,
        unit,
        value: current[place]!.value,
        entered: value,
        enteredBy: names.get(enteredBy) ?? '',
        checkedBy: names.get(checkedBy ?? '') ?? '',
        proposal: waiting.get(targetOf({ kind: 'measurement', villageId, indicatorId: id })) ?? null,
      }
    }),
    goals: items.goals.map(({ id, title, full, difficulty }) => {
      return { id, title, full, difficulty, proposal: waiting.get(targetOf({ kind: 'goal', goalId: id })) ?? null }
    }),
  }
}

/** Corrections that wait for their second person, as far as the reader is told of them, by what they correct. */
function waitingCorrections({ me, round }: Pick<RoundContext, 'me' | 'round'>): ReadonlyMap<string, Proposal> {
  const told = new Map(proposalsFor(me, round).map((proposal) => [proposal.id, proposal]))
  return new Map(
    round.proposals.flatMap(({ id, agreedBy, correct }) => {
      const proposal = told.get(id)
      return correct && proposal && agreedBy === null ? [[targetOf(correct), proposal] as const] : []
    }),
  )
}
