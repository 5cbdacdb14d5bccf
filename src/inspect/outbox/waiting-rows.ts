/** What waits on this phone, in words: what it is, since when, and why it has not gone yet. */
import type { WaitingItem } from '../../client/outbox'
import { keptToday } from '../../client/today'
import { errors } from '../../contract/errors'
import { momentInWords } from '../clock-words'

export type WaitingRow = {
  id: string
  /** 淳风村 · 12 项得分 */
  title: string
  /** 11:02 起，服务器忙，试了 3 次 */
  why: string
  state: WaitingItem['state']
  /** What was wrong, for one that came back. */
  problem: string
}

export function waitingRows(items: readonly WaitingItem[], online: boolean): WaitingRow[] {
  return together(items).map((item) => ({
    id: item.id,
    title: titleOf(item),
    why: `${momentInWords(item.since)} ${item.imported ? '从另一部手机导入' : '存下'}，${whyOf(item, online)}`,
    state: item.state,
    problem: item.refused ? item.refused.problem || errors[item.refused.code] : '',
  }))
}

/** The photos of one village are one row: nobody looks for the fourth of six. One that came back stands alone. */
function together(items: readonly WaitingItem[]): WaitingItem[] {
  const rows: WaitingItem[] = []
  for (const item of items) {
    const row = rows.find((other) => isOneOf(item, other))
    if (!row) rows.push({ ...item })
    else {
      row.count += item.count
      row.since = Math.min(row.since, item.since)
      row.tries = Math.max(row.tries, item.tries)
    }
  }
  return rows
}

function isOneOf(item: WaitingItem, row: WaitingItem): boolean {
  const { action, roundId, villageId, state, imported } = item
  return (
    action === 'photo' &&
    row.action === 'photo' &&
    state !== 'refused' &&
    row.state === state &&
    row.roundId === roundId &&
    row.villageId === villageId &&
    row.imported === imported
  )
}

function titleOf({ action, roundId, villageId, count }: WaitingItem): string {
  const village = keptToday(roundId)?.stops.find((stop) => stop.village.id === villageId)?.village.name ?? ''
  const what: Record<WaitingItem['action'], string> = {
    arrive: '打卡',
    saveMarks: `${count} 项得分`,
    submit: '提交评分表',
    finding: '1 条问题',
    highlight: '1 条亮点',
    deduct: '提出 1 条扣分',
    confirmDeduction: '确认 1 条扣分',
    photo: `${count} 张照片`,
  }
  return village ? `${village} · ${what[action]}` : what[action]
}

function whyOf({ state, tries }: WaitingItem, online: boolean): string {
  if (state === 'refused') return '被退回'
  if (state === 'sending') return '正在传'
  if (!online) return '没有信号'
  if (state === 'unknown') return `网络或服务器忙，试了 ${tries} 次，会自己再试`
  return '排队等着传'
}
