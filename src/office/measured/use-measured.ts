import { useState } from 'react'
import { call } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { useDeed } from '../../client/use-deed'
import { useRead } from '../../client/use-read'
import { useReading } from '../../client/use-reading'
import type { CallOut } from '../../contract'
import type { Measurement } from '../../contract/programme'

export type Measured = CallOut<'programme', 'measurements'>
export type MeasuredIndicator = Measured['indicators'][number]

export function useMeasured() {
  const [{ round: roundId = '', village, indicator }] = useState(pageQuery)
  const reading = useReading(useRead(() => call('programme', 'measurements', { roundId })))
  return { roundId, village, indicator, ...reading }
}

/** One village's facts, checked: all that stand there as they were read, or one returned. */
export function useChecking(
  roundId: string,
  villageId: string,
  facts: readonly Measurement[],
  reload: () => Promise<void>,
) {
  const { doing, refused, run } = useDeed()
  const [returning, setReturning] = useState<{ indicatorId: string; reason: string } | null>(null)
  const open = facts.filter(({ state, mayCheck }) => state === 'entered' && mayCheck)

  async function check(): Promise<void> {
    const sent = open.map(({ indicatorId, revision }) => ({ indicatorId, revision: revision! }))
    await run(`check ${JSON.stringify(sent)}`, (sendId) =>
      call('programme', 'checkMeasurements', { roundId, villageId, measurements: sent, sendId }),
    )
    await reload()
  }

  async function sendBack(): Promise<void> {
    const fact = facts.find(({ indicatorId }) => indicatorId === returning?.indicatorId)
    if (!fact || !returning) return
    const { indicatorId } = fact
    const sent = { indicatorId, revision: fact.revision!, reason: returning.reason.trim() }
    const done = await run(`return ${JSON.stringify(sent)}`, (sendId) =>
      call('programme', 'returnMeasurement', { roundId, villageId, ...sent, sendId }),
    )
    if (done) setReturning(null)
    await reload()
  }

  return {
    doing: doing !== null,
    refused,
    open,
    check: () => void check(),
    returning,
    setReturning,
    sendBack: () => void sendBack(),
  }
}

export type Checking = ReturnType<typeof useChecking>
