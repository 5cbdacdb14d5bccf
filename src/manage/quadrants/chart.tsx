import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { typeSize } from '../../client/device'
import { aria } from '../../components/aria'
import { Press } from '../../components/press'
import { QUADRANT_NAMES, quadrantWords } from '../../domain/quadrant-words'
import { levelText, medianText, type Placed, placed, type Quadrants } from './placed'

/** The picture itself: labelled dots, two dashed medians, a name in each corner. Every dot takes a thumb. */
export function Chart({ found, names, chosen, onChoose }: ChartProps) {
  const { dots, lines, ticks } = useMemo(() => placed(found, names, LETTER[typeSize()]), [found, names])
  return (
    <View className="quadrants mt-2" {...aria({ role: 'radiogroup', label: '四象限图' })}>
      <View className="median-down" style={`left:${lines.x}%`} />
      <View className="median-across" style={`bottom:${lines.y}%`} />
      <Text className="small quiet quadrant-name quadrant-left quadrant-top">{QUADRANT_NAMES.improving}</Text>
      <Text className="small quiet quadrant-name quadrant-right quadrant-top">{QUADRANT_NAMES.goodAndBetter}</Text>
      <Text className="small quiet quadrant-name quadrant-left quadrant-bottom">{QUADRANT_NAMES.behindOnBoth}</Text>
      <Text className="small quiet quadrant-name quadrant-right quadrant-bottom">{QUADRANT_NAMES.goodAndSteady}</Text>
      <Text className="small quiet median-level" style={`left:${lines.x}%`}>
        {levelText(found)}
      </Text>
      {ticks.map(({ x, text }) => (
        <Text className="small quiet median-level" style={`left:${x}%`} key={text}>
          {text}
        </Text>
      ))}
      <View className={`median-progress median-${lines.figure}`} style={`bottom:${lines.y}%`}>
        <Text className="small quiet median-figure">{medianText(found)}</Text>
      </View>
      {dots.map((dot) => (
        <Dot
          key={dot.villageId}
          dot={dot}
          name={names.get(dot.villageId) ?? dot.villageId}
          spoken={quadrantWords(dot, found)}
          isChosen={dot.villageId === chosen}
          onPress={() => onChoose(dot.villageId)}
        />
      ))}
    </View>
  )
}

/** px of --t-small (styles/tokens.css). */
const LETTER = { normal: 16, large: 19 } as const

type ChartProps = {
  found: Quadrants
  names: ReadonlyMap<string, string>
  chosen: string
  onChoose: (villageId: string) => void
}

function Dot({ dot, name, spoken, isChosen, onPress }: DotProps) {
  return (
    <View className="dot" style={`left:${dot.x}%;bottom:${dot.y}%`}>
      <Press
        className={isChosen ? 'dot-press dot-chosen' : 'dot-press'}
        label={`${name}，${spoken}`}
        role="radio"
        checked={isChosen}
        onPress={onPress}
      >
        <View className="dot-mark" />
        <Text className={`small dot-name dot-name-${dot.side}${isChosen ? ' strong' : ''}`}>{name}</Text>
      </Press>
    </View>
  )
}

type DotProps = { dot: Placed; name: string; spoken: string; isChosen: boolean; onPress: () => void }
