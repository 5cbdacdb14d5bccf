import { Text, View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { ProgressRow } from '../../components/rank-row'
import type { Board, BoardProgress } from '../../contract/ranking'
import { centsChange, centsText } from '../../domain/cents-text'
import { U, type Units } from '../../domain/units'

type Rows = { board: Board; progress: BoardProgress; onVillage: (villageId: string) => void }

/** 进步榜: how far each village moved since the last round, on what both rounds measured. */
export function Gains({ board, progress, onVillage }: Rows) {
  const most = mostGained(progress)
  const before = new Map(board.rows.map(({ village, previous, total }) => [village.id, { previous, total }]))
  return (
    <>
      <View className="apart board-lead">
        <Text className="small quiet">{progress.kind === 'relative' ? '相对增量' : '增量'}，分</Text>
        <Text className="small quiet">和第 {board.previousNumber} 次拉练比</Text>
      </View>
      <Card>
        {progress.rows.map(({ rank, village, total, common, demonstration, satisfaction }) => (
          <ProgressRow
            key={village.id}
            place={rank}
            name={village.name}
            from={centsText(before.get(village.id)?.previous?.total ?? 0)}
            to={centsText(before.get(village.id)?.total ?? 0)}
            gains={[gain(common), gain(demonstration), gain(satisfaction)]}
            gain={centsChange(total, 0)}
            most={most}
            onPress={() => onVillage(village.id)}
          />
        ))}
      </Card>
      <View className="small quiet mt-3">
        {progress.kind === 'relative'
          ? '两次共同的评委太少，增量是和各自那次的中位比出来的。只比两次都有的项目，不含扣分。'
          : '只比两次都有的项目，两次都在的评委把尺子对齐，不含扣分。箭头两边是两次的总分。'}
      </View>
      {progress.leftOut.length > 0 && (
        <Section title="没有比">
          <Card>
            {progress.leftOut.map(({ village, reason }) => (
              <Row key={village.id} title={village.name} note={WHY_NOT[reason]} />
            ))}
          </Card>
        </Section>
      )}
      {progress.quadrants && (
        <Card className="mt-3">
          <Row title="四象限：水平与进步" onPress={() => go('manage/quadrants/index', { round: board.round.id })} />
        </Card>
      )}
    </>
  )
}

function gain(units: Units | null) {
  return units === null ? { value: '没有比', gain: 0 } : { value: centsChange(units, 0), gain: units / U }
}

/** What fills a bar: the largest move of any paper, in marks. */
function mostGained({ rows }: BoardProgress): number {
  const moves = rows.flatMap(({ common, demonstration, satisfaction }) =>
    [common, demonstration, satisfaction].map((units) => Math.abs(units ?? 0) / U),
  )
  return Math.max(1, ...moves)
}

const WHY_NOT: Record<BoardProgress['leftOut'][number]['reason'], string> = {
  absentBefore: '上次没有这个村',
  absentNow: '这次没有这个村',
  deferredBefore: '上次缓评',
  deferredNow: '这次缓评',
  nothingInCommon: '两次没有可以相比的项目',
}
