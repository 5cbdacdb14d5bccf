import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { onNetworkChange } from '../../client/device'
import { restartAt } from '../../client/navigate'
import type { Draft } from '../../client/survey-answers'
import type { Receipt } from '../../contract/survey'
import { draftOnItsWay, type Sending } from './draft-on-its-way'

/** The draft's way to its receipt for the page: sent earlier, it goes on by itself; with a receipt the page leads on. */
export function useSending(kept: Draft) {
  const [sending, setSending] = useState<Sending>('notYet')
  const [way] = useState(() =>
    draftOnItsWay(kept, {
      turned: setSending,
      received: (sent, receipt) => restartAt('survey/thanks/index', receiptQuery(sent, receipt)),
    }),
  )
  useDidShow(way.sendAgain)
  useEffect(() => onNetworkChange((online) => online && way.signalCameBack()), [way])
  useEffect(() => {
    if (kept.sent) void way.send(kept)
  }, [kept, way])
  useEffect(() => way.leave, [way])
  return { sending, send: way.send, keep: way.keep }
}

function receiptQuery(draft: Draft, { uncounted }: Receipt): Record<string, string> {
  return {
    village: draft.villageId,
    ...(uncounted && { uncounted }),
    ...(draft.card !== undefined && { card: '1' }),
  }
}
