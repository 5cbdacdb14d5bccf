import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { call } from '../../client/call'
import { go, pageQuery } from '../../client/navigate'
import { useRead } from '../../client/use-read'
import type { useReading } from '../../client/use-reading'
import { useResult } from '../../client/use-result'
import { Card, Row } from '../../components/card'
import { Screen } from '../../components/screen'
import type { Board } from '../../contract/ranking'
import { centsChange, centsText } from '../../domain/cents-text'
import { quadrantWords } from '../../domain/quadrant-words'
import { Chart } from './chart'
import './index.css'
import type { Quadrants } from './placed'

/** 四象限: level across, progress upwards, cut at the medians; the village that was tapped is told in words below. */
export default function QuadrantsPage() {
  const [{ round: roundId = '' }] = useState(pageQuery)
  const { data: board, screen, offline } = useResult(useRead(() => call('ranking', 'board', { roundId })))
  const found = board?.progress?.quadrants
  if (!board || !found)
    return (
      <Screen
        title="水平与进步"
        broad
        offline={offline}
        state={board ? { empty: '还比不出进步', text: '要有两次拉练都排了名次的村。', icon: 'paper' } : screen}
      />
    )
  return <OpenQuadrants board={board} found={found} offline={offline} />
}

type OpenProps = { board: Board; found: Quadrants; offline: ReturnType<typeof useReading>['offline'] }

function OpenQuadrants({ board, found, offline }: OpenProps) {
  const [chosen, setChosen] = useState(found.dots[0]!.villageId)
  const names = useMemo(() => new Map(board.rows.map(({ village }) => [village.id, village.name])), [board])
  const dot = found.dots.find(({ villageId }) => villageId === chosen)!
  const moved = found.kind === 'relative' ? '相对增量' : '增量'
  return (
    <Screen title="水平与进步" broad offline={offline}>
      <View className="apart small quiet">
        <Text>↑ 进步（{moved}，分）</Text>
        <Text>水平（总分）→</Text>
      </View>
      <Chart found={found} names={names} chosen={chosen} onChoose={setChosen} />
      <Card className="mt-3">
        <Row
          strong
          title={names.get(chosen)}
          note={
            <>
              <View>{`总分 ${centsText(dot.level)}，${moved} ${centsChange(dot.progress, 0)}`}</View>
              <View>{quadrantWords(dot, found)}</View>
            </>
          }
          label={`${names.get(chosen)}，看这个村`}
          onPress={() => go('manage/village/index', { round: board.round.id, village: chosen })}
        />
      </Card>
      <View className="small quiet mt-3">点一个村看说明。进步只比两次都有的项目，不含扣分；虚线是各村的中位。</View>
    </Screen>
  )
}
