import { View } from '@tarojs/components'
import { useState } from 'react'
import { go, restartAt } from '../../client/navigate'
import { DigestLine } from '../../components/digest-line'
import { Notice } from '../../components/notice'
import { RankColumns } from '../../components/rank-row'
import { roundStateInWords } from '../../components/round-words'
import { Screen, type ScreenState } from '../../components/screen'
import { Switch } from '../../components/segments'
import { StaleNotice } from '../../components/stale-notice'
import type { Board } from '../../contract/ranking'
import { Announced } from './announced'
import { Gains } from './gains'
import './index.css'
import { PaperOrders, SatisfactionOrder } from './paper-lists'
import { Ranking } from './ranking'
import { type BoardView, useBoard } from './use-board'

type View4 = 'total' | 'gains' | 'papers' | 'satisfaction'

const views = [
  { key: 'total', label: '总分' },
  { key: 'gains', label: '进步' },
  { key: 'papers', label: '四卷' },
  { key: 'satisfaction', label: '满意度' },
] as const

export default function BoardPage() {
  const { data, screen, offline, stale, reload } = useBoard()
  const [view, setView] = useState<View4>('total')
  if (data?.kind !== 'board')
    return <Screen title="榜单" state={data ? withoutBoard(data, reload) : screen} offline={offline} />

  const { board } = data
  const openVillage = (village: string) => go('manage/village/index', { round: board.round.id, village })
  return (
    <Screen
      title={`第 ${board.round.number} 次拉练榜单`}
      offline={offline}
      top={
        <>
          <Switch choices={views.filter(({ key }) => isShown(key, board))} chosen={view} onChoose={setView} />
          {view === 'total' && (
            <View className="board-columns">
              <RankColumns names={columnsOf(board)} />
            </View>
          )}
          {view === 'gains' && (
            <View className="board-columns">
              <RankColumns names={['共性', '示范', '满意', '增量']} lastRight />
            </View>
          )}
        </>
      }
    >
      <StaleNotice stale={stale} />
      {board.round.state === 'sealed' && (
        <View className="mb-2">
          <Notice title="还没有公布">封存好了，公布以前只有管理员看得到这一页。</Notice>
        </View>
      )}
      {board.correction && (
        <View className="mb-2">
          <Notice
            title={`第 ${board.correction.n} 次更正`}
          >{`以这份榜单为准。更正原因：${board.correction.reason}`}</Notice>
        </View>
      )}
      {view === 'total' && <Ranking board={board} onVillage={openVillage} />}
      {view === 'gains' && board.progress && <Gains board={board} progress={board.progress} onVillage={openVillage} />}
      {view === 'papers' && <PaperOrders board={board} onVillage={openVillage} />}
      {view === 'satisfaction' && <SatisfactionOrder board={board} onVillage={openVillage} />}
      <View className="mt-4">
        <DigestLine digest={board.digest} />
        <View className="small quiet">
          摘要是这份榜单和全部打分、答卷的指纹，改动一个字它就会变。和通报上印的一样，就是同一份榜单。
        </View>
        {board.round.state !== 'sealed' && (
          <Announced roundId={board.round.id} mayReadBulletin={data.mayReadBulletin} />
        )}
      </View>
    </Screen>
  )
}

/** 进步 needs a round before; 满意度 one in which it weighs something. */
function isShown(view: View4, { progress, weights }: Board): boolean {
  if (view === 'gains') return progress !== null
  return view !== 'satisfaction' || weights.satisfaction > 0
}

function columnsOf({ weights }: Board): string[] {
  return [`共性 ${weights.common}`, `示范 ${weights.demonstration}`, `满意 ${weights.satisfaction}`, '扣分']
}

function withoutBoard(view: Exclude<BoardView, { kind: 'board' }>, reload: () => Promise<void>): ScreenState {
  if (view.kind === 'stranger')
    return {
      empty: '榜单给有工作身份的人看',
      text: '请用登记过的微信打开；还没登记，请找管理员。',
      icon: 'people',
      action: { label: '回到首页', onPress: () => restartAt('pages/home/index') },
    }
  const again = { label: '再看一次', onPress: () => void reload() }
  if (view.kind === 'noRound')
    return { empty: '还没有公布的榜单', text: '第一次拉练公布以后，榜单就在这里。', icon: 'paper', action: again }
  const { round, mayWatch } = view
  return {
    empty: '还没有公布的榜单',
    text: `第 ${round.number} 次拉练${roundStateInWords[round.state]}，公布以前谁都看不到得分和名次。`,
    icon: 'paper',
    action: mayWatch
      ? { label: '看今天的进度', onPress: () => go('manage/progress/index', { round: round.id }) }
      : again,
  }
}
