import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../components/card'
import { whyDeferred } from '../../components/deferred-words'
import { gainOf } from '../../components/gain-words'
import { Band, RankRow, type RankRowProps } from '../../components/rank-row'
import { NOBODY_ASKED } from '../../components/rehearsal-words'
import type { Board, BoardRow } from '../../contract/ranking'
import { centsText } from '../../domain/cents-text'
import { U, type Units } from '../../domain/units'
import { bandsOf } from './bands'
import './ranking.css'

/** Absent: the villages' own pages are of another ranking. */
type OnVillage = { onVillage?: (villageId: string) => void }

/** 总分: the ranked villages, and below them those that get no rank this time. */
export function Ranking({ board, onVillage }: { board: Board } & OnVillage) {
  const deferred = board.rows.filter(({ rank }) => rank === null)
  return (
    <>
      {bandsOf(board).map(({ key, rows, swaps }) => (
        <View className="board-band" key={key}>
          <Band swaps={swaps}>
            {rows.map((row) => (
              <RankRow
                key={row.village.id}
                {...rankRow(row, board)}
                onPress={onVillage && (() => onVillage(row.village.id))}
              />
            ))}
          </Band>
        </View>
      ))}
      {board.round.rehearsal && <View className="small quiet mt-3">{NOBODY_ASKED}</View>}
      {board.certainty && (
        <View className="small quiet mt-3">
          一框一档：框里的村难分高下，换一批评委和答卷，名次可能互换；框与框之间才算拉开。由 {board.certainty.draws}{' '}
          次重抽得出，点村名看名次的范围。
        </View>
      )}
      {board.previousNumber !== null && (
        <View className="small quiet mt-3">
          ▲▼ 是名次升降几位，+ − 是{board.progress ? '可比项目的增量' : '总分差几分'}，都和第 {board.previousNumber}{' '}
          次拉练比。
        </View>
      )}
      {deferred.length > 0 && (
        <Section title="缓评" remark="这次不排名次">
          <Card>
            {deferred.map(({ village }) => (
              <Row
                key={village.id}
                title={village.name}
                note={whyDeferred(board.weights)}
                label={onVillage && `${village.name}，缓评`}
                onPress={onVillage && (() => onVillage(village.id))}
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  )
}

function rankRow(row: BoardRow, board: Board): Omit<RankRowProps, 'onPress'> {
  const { weights, deductionCap } = board
  const { rank, village, previous } = row
  const total = row.total ?? 0
  return {
    place: rank!,
    name: village.name,
    moved: previous && previous.rank - rank!,
    gain: gainOf(row, board),
    total: centsText(total),
    papers: [
      paper(row.common, weights.common),
      paper(row.demonstration, weights.demonstration),
      paper(row.satisfaction, weights.satisfaction),
      deduction(row.deductions ?? 0, deductionCap),
    ],
  }
}

function paper(score: Units | null, weight: number) {
  return { value: centsText(score ?? 0), part: weight > 0 ? (score ?? 0) / (weight * U) : 0 }
}

function deduction(marks: Units, cap: number) {
  return { value: marks === 0 ? '0' : centsText(-marks), part: cap > 0 ? marks / (cap * U) : 0, hatched: true }
}
