import type { Arrival } from '../../client/today'
import { errors } from '../../contract/errors'
import type { Today, TodayStop } from '../../contract/round'

/** What stands in the way of an arrival, and what becomes of it; mostly nothing. */
export function troubleOf({ today, stop, arrival }: TroubleFacts): { title: string; text: string } | undefined {
  const { name, id } = stop.village
  if (stop.state === 'skipped') {
    const change = today.changes.find(({ villageId }) => villageId === id)
    return { title: '这一站取消了', text: `${change ? `${change.reason}。` : ''}今天不去${name}，也不评分。` }
  }
  if (stop.recused)
    return { title: `${name}由别的评委评`, text: `${stop.recusedBecause}，按规定回避。请继续下一个村。` }
  if (arrival?.refused === 'wrongState' && today.round.state === 'ready') {
    return { title: '拉练还没有开始', text: '到点时间已留在这部手机里，开始后自己传。' }
  }
  if (arrival?.refused) return { title: '到点还没有记上', text: `${errors[arrival.refused]}到点时间已留在这部手机里。` }
  if (arrival?.late) return { title: '收卷后才传到', text: '到点时间已登记，管理员认定后计入。' }
  return undefined
}

type TroubleFacts = { today: Today; stop: TodayStop; arrival: Arrival | undefined }
