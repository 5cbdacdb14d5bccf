import { Text, View } from '@tarojs/components'
import { StateChip } from '../../components/state-chip'
import type { PanelQuality } from '../../contract/ranking'
import { centsText } from '../../domain/cents-text'
import { U } from '../../domain/units'

type Inspector = PanelQuality['inspectors'][number]

/** Of what both papers weigh: from here on a manner is named, as in the review before sealing. */
const NAMED_SHARE = 0.05
/** Marks at full, of all: from here on it is named. */
const MANY_AT_FULL = 0.5

/** How one inspector marks: manner, agreement with the others, and how often full marks were given. */
export function InspectorRow({ inspector, weights }: { inspector: Inspector; weights: PanelQuality['weights'] }) {
  const { name, villages, severity, agreement, comparedWith, marks, atFull } = inspector
  const both = sumOf(severity)
  const named = both !== null && Math.abs(both) > NAMED_SHARE * (weights.common + weights.demonstration) * U
  const full = marks === 0 ? 0 : atFull / marks
  return (
    <View className="inspector">
      <View className="apart">
        <View>
          <Text className="strong">{name}</Text>
          <Text className="small quiet"> 评了 {villages} 村</Text>
        </View>
        {named && <StateChip tone="amber">{both < 0 ? '偏严' : '偏宽'}</StateChip>}
      </View>
      <View className="inspector-figures small">
        <Figure name="共性宽严" value={signed(severity.common)} />
        <Figure name="示范宽严" value={signed(severity.demonstration)} />
        <Figure name="一致" value={agreement === null ? '—' : agreement.toFixed(2)} />
        <Figure name="满分" value={`${Math.round(full * 100)}%`} loud={full >= MANY_AT_FULL} />
      </View>
      {agreement === null && (
        <View className="small quiet">
          {comparedWith === 0 ? '没有和别的评委共同评过 4 个村，一致程度算不出来。' : '分数拉不开，一致程度算不出来。'}
        </View>
      )}
    </View>
  )
}

function Figure({ name, value, loud = false }: { name: string; value: string; loud?: boolean }) {
  return (
    <View className="inspector-figure">
      <View className="quiet">{name}</View>
      <View className={loud ? 'amber strong' : 'strong'}>{value}</View>
    </View>
  )
}

function sumOf({ common, demonstration }: Inspector['severity']): number | null {
  return common === null && demonstration === null ? null : (common ?? 0) + (demonstration ?? 0)
}

/** +0.42 */
function signed(severity: number | null): string {
  if (severity === null) return '—'
  return severity > 0 ? `+${centsText(severity)}` : centsText(severity)
}
