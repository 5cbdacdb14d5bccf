import { useState } from 'react'
import { call } from '../../client/call'
import { pageQuery, replace } from '../../client/navigate'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import type { ScreenState } from '../../components/screen'
import type { Preparation } from '../../contract/round'

/** The draft round a page was opened with; one that is no draft any more is sent to its own page. */
export function useDraft(): Reading<Preparation> {
  const [{ round: roundId = '' }] = useState(pageQuery)
  const reading = useReading(useRead(() => call('round', 'preparation', { roundId })))
  const { data } = reading
  if (!data || data.round.state === 'draft') return reading
  return { ...reading, data: null, screen: isReady(data) }
}

function isReady({ round: { id, number } }: Preparation): ScreenState {
  return {
    empty: `第 ${number} 次拉练已经就绪`,
    text: '方案、路线、评审组和示范目标都定下来了，不再改。测评开放以前，可以在拉练页上退回草稿。',
    icon: 'lock',
    action: { label: '看这次拉练', onPress: () => replace('manage/round/index', { round: id }) },
  }
}
