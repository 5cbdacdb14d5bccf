import { useState } from 'react'
import { pageQuery } from '../../../client/navigate'
import { Screen } from '../../../components/screen'
import type { VillageFacts } from '../../../contract/round'
import { notNow, notOnRecord } from '../correct-words'
import { useFacts } from '../use-facts'
import type { CorrectionPlace } from './correction-form'
import { GoalForm } from './goal-form'
import { MeasurementForm } from './measurement-form'
import { Proposed, Waiting } from './proposed'
import { useCorrecting } from './use-correcting'

/** One fact: as it stands, what it is to be, and why; or the correction of it that waits. */
export default function FactPage() {
  const [asked] = useState(pageQuery)
  const { round = '', village = '' } = asked
  const { data, screen, offline, stale, reload } = useFacts(round)
  const correcting = useCorrecting(round, reload)
  const facts = data?.facts?.villages.find((each) => each.village.id === village)
  const fact = facts && factOf(facts, asked)
  if (correcting.proposed) return <Proposed proposal={correcting.proposed} round={round} village={village} />
  if (!data?.facts) return <Screen title="改正录入" offline={offline} state={data ? notNow(round) : screen} />
  if (!facts || !fact) return <Screen title="改正录入" offline={offline} state={notOnRecord(round)} />

  const place: CorrectionPlace = { village: facts.village, offline, stale, correcting }
  if (fact.one.proposal) return <Waiting proposal={fact.one.proposal} round={round} place={place} />
  return fact.kind === 'measurement' ? (
    <MeasurementForm measurement={fact.one} place={place} />
  ) : (
    <GoalForm goal={fact.one} place={place} />
  )
}

function factOf({ measurements, goals }: VillageFacts, asked: { indicator?: string; goal?: string }) {
  const measurement = measurements.find(({ id }) => id === asked.indicator)
  if (measurement) return { kind: 'measurement' as const, one: measurement }
  const goal = goals.find(({ id }) => id === asked.goal)
  return goal && { kind: 'goal' as const, one: goal }
}
