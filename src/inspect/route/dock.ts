/** The next thing to do today: the one big button of the route, and the line above it where one is needed. */
import { go } from '../../client/navigate'
import { roundStateInWords } from '../../components/round-words'
import type { RoundState } from '../../contract/parts'
import type { Today } from '../../contract/round'
import { type NextThing, nextThing, type RouteStop } from '../../domain/my-route'
import type { DayDownload } from './use-download'

export type DockAction = { label: string; onPress?: () => void; quiet?: boolean; remark?: string; mayScan: boolean }

export type DockFacts = {
  today: Today
  stops: readonly RouteStop[]
  /** Nothing of the day is on this phone yet and there is a network to fetch it by. */
  isFirst: boolean
  download: DayDownload
}

export function dockAction({ today, stops, isFirst, download }: DockFacts): DockAction {
  const { id: round, state } = today.round
  if (!isOpen(state)) return afterwards(state, round)
  if (isFirst) return downloading(download)
  const next = nextThing(stops)
  if (!next) return allSubmitted(stops, round)
  return { ...doing(next, today, stops), mayScan: true }
}

/** Marks are taken. */
export function isOpen(state: RoundState): boolean {
  return state === 'ready' || state === 'running'
}

function downloading({ progress, start }: DayDownload): DockAction {
  if (!progress) return { label: '下载今日资料', onPress: start, mayScan: false }
  return { label: progress.of > 0 ? `正在下载 ${progress.done}/${progress.of}` : '正在下载…', mayScan: false }
}

function doing(next: NextThing, { round, stops: planned }: Today, stops: readonly RouteStop[]) {
  const query = { round: round.id, village: next.villageId }
  const { name } = planned.find(({ village }) => village.id === next.villageId)!.village
  const { marked } = stops.find(({ villageId }) => villageId === next.villageId)!
  switch (next.do) {
    case 'arrive':
      return { label: `到${name}打卡`, onPress: () => go('inspect/arrival/index', query) }
    case 'score':
      return {
        label: marked > 0 ? `继续给${name}评分` : `给${name}评分`,
        onPress: () => go('inspect/scorecard/index', query),
      }
    case 'submitAgain':
      return { label: `重新提交${name}评分`, onPress: () => go('inspect/submit/index', query) }
  }
}

function allSubmitted(stops: readonly RouteStop[], round: string): DockAction {
  const waiting = stops.filter(({ submission }) => submission === 'waiting').length
  return {
    label: '看我的评分',
    onPress: () => go('inspect/mine/index', { round }),
    quiet: true,
    remark: waiting > 0 ? `全部提交了，${waiting} 个村有信号时自己传` : '全部提交了，收卷前都能改',
    mayScan: true,
  }
}

/** Closed and later: nothing more to do here, only to look. */
function afterwards(state: RoundState, round: string): DockAction {
  const onPress = () => go('inspect/mine/index', { round })
  return { label: '看我的评分', onPress, quiet: true, remark: `拉练${roundStateInWords[state]}`, mayScan: false }
}
