import { Text, View } from '@tarojs/components'
import { movedSign } from '../../components/gain-words'
import { centsText } from '../../domain/cents-text'
import { isBandedWith, type Ranked } from './slides'

/** Rows that fit beside a village. */
const SHOWN = 10

/** All places, those still hidden as bare bars; of a long ranking the part around the one whose turn it is. */
export function Standings({ ranked, at }: { ranked: readonly Ranked[]; at: number }) {
  const from = Math.max(0, Math.min(at - 1, ranked.length - SHOWN))
  return (
    <View className="rv-standings">
      {ranked.slice(from, from + SHOWN).map((row, i) => (
        <StandingRow key={row.village.id} ranked={ranked} position={from + i} at={at} />
      ))}
    </View>
  )
}

function StandingRow({ ranked, position, at }: { ranked: readonly Ranked[]; position: number; at: number }) {
  const row = ranked[position]!
  if (position < at)
    return (
      <View className="rv-row rv-row-hidden">
        <Text className="rv-row-rank">{row.rank}</Text>
        <View className="rv-row-bar" />
      </View>
    )
  const above = position > at ? ranked[position - 1] : undefined
  return (
    <View className={position === at ? 'rv-row rv-row-now' : 'rv-row'}>
      <BandMark above={isBandedWith(row, above)} below={isBandedWith(row, ranked[position + 1])} />
      <Text className="rv-row-rank">{row.rank}</Text>
      <RowName name={row.village.name} fits={7} />
      <Text className="rv-row-moved">{movedSign(row.rank, row.previous?.rank)}</Text>
      <Text className="rv-row-total">{centsText(row.total ?? 0)}</Text>
    </View>
  )
}

/** A rule at the left that joins villages of one 档. */
export function BandMark({ above, below }: { above: boolean; below: boolean }) {
  if (!above && !below) return null
  return <View className={`rv-mark${above ? '' : ' rv-mark-first'}${below ? '' : ' rv-mark-last'}`} />
}

/** A longer name than fits is set smaller, on two lines: never cut. */
export function RowName({ name, fits }: { name: string; fits: number }) {
  return <Text className={name.length > fits ? 'rv-row-name rv-row-name-long' : 'rv-row-name'}>{name}</Text>
}
