import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Bar, GainBar } from './bar'
import { Card } from './card'
import { changeSign } from './gain-words'
import { Press } from './press'
import './rank-row.css'

/** The columns of the four papers are named once, above the heavy rule. */
export function RankColumns({ names, lastRight = false }: { names: readonly string[]; lastRight?: boolean }) {
  return (
    <View className={lastRight ? 'rank-columns rank-columns-right' : 'rank-columns'}>
      {names.map((name) => (
        <Text className="small quiet" key={name}>
          {name}
        </Text>
      ))}
    </View>
  )
}

/** One card is one 档. Villages in it that chance may swap say so in its first line; a single village has none. */
export function Band({ swaps, children }: { /** 两村互换的可能 21% */ swaps?: string; children: ReactNode }) {
  return (
    <Card>
      {swaps && (
        <View className="band-head small">
          <Text className="strong">难分高下</Text>
          <Text className="quiet push">{swaps}</Text>
        </View>
      )}
      {children}
    </Card>
  )
}

/** A village of the ranking: place, name, places and marks since last round, total, and its papers below. */
export function RankRow({ place, name, moved, gain, total, papers, onPress }: RankRowProps) {
  return (
    <Press
      className="rank"
      label={onPress && `第 ${place} 名，${name}，${total} 分，${spokenMove(moved)}`}
      onPress={onPress}
    >
      <View className="rank-head">
        <Place place={place} />
        <Text className="rank-name">{name}</Text>
        <Text className="small rank-moved">{moved === null ? '' : changeSign(moved)}</Text>
        <Text className="small">{gain}</Text>
        <Text className="figure rank-total">{total}</Text>
      </View>
      <View className="rank-papers">
        {papers.map((paper, column) => (
          <View key={String(column)}>
            <View
              className={
                paper.hatched && paper.part > 0 ? 'small alarm strong' : paper.part > 0 ? 'small' : 'small quiet'
              }
            >
              {paper.value}
            </View>
            <Bar part={paper.part} hatched={paper.hatched} />
          </View>
        ))}
      </View>
    </Press>
  )
}

export type RankRowProps = {
  place: number
  name: string
  /** Places up (+) or down (−) since last round; null: not ranked then. */
  moved: number | null
  /** +6.11; empty when there is nothing to compare. */
  gain: string
  total: string
  /** Deductions hatched. */
  papers: readonly { value: string; part: number; hatched?: boolean }[]
  onPress?: () => void
}

/** A village of the 进步榜. */
export function ProgressRow({ place, name, from, to, gains, gain, most, onPress }: ProgressRowProps) {
  return (
    <Press className="rank" label={onPress && `进步第 ${place} 名，${name}，增量 ${gain}`} onPress={onPress}>
      <View className="rank-head">
        <Place place={place} />
        <Text className="rank-name">{name}</Text>
        <Text className="small quiet">
          {from} → {to}
        </Text>
      </View>
      <View className="rank-papers">
        {gains.map((paper, column) => (
          <View key={String(column)}>
            <View className="small">{paper.value}</View>
            <GainBar gain={paper.gain} most={most} />
          </View>
        ))}
        <Text className="figure rank-gain">{gain}</Text>
      </View>
    </Press>
  )
}

export type ProgressRowProps = {
  place: number
  name: string
  from: string
  to: string
  gains: readonly { value: string; gain: number }[]
  gain: string
  most?: number
  onPress?: () => void
}

/** 1 filled, 2 a thick ring, 3 a thin one, then bare: by weight, not by colour. */
function Place({ place }: { place: number }) {
  return <Text className={`place place-${Math.min(place, 4)}`}>{String(place)}</Text>
}

function spokenMove(moved: number | null): string {
  if (moved === null) return '上次没有名次'
  if (moved === 0) return '名次持平'
  return moved > 0 ? `上升 ${moved} 位` : `下降 ${-moved} 位`
}
