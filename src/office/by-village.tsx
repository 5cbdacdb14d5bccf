import { View } from '@tarojs/components'
import { go } from '../client/navigate'
import { Card, Row } from '../components/card'
import { StateChip, type StateChipProps } from '../components/state-chip'
import type { VillageHead } from '../contract/parts'

export type VillageLine = {
  village: VillageHead
  note: string
  chip: Pick<StateChipProps, 'tone' | 'icon'> & { words: string }
}

/** Villages with how each stands; one opens the same page for itself. */
export function ByVillage({ lines, page, roundId }: { lines: readonly VillageLine[]; page: string; roundId: string }) {
  return (
    <View className="mt-4">
      <Card>
        {lines.map(({ village, note, chip: { words, ...look } }) => (
          <Row
            key={village.id}
            strong
            tall
            title={village.name}
            note={note}
            label={`${village.name}，${words}，${note}`}
            end={<StateChip {...look}>{words}</StateChip>}
            onPress={() => go(page, { round: roundId, village: village.id })}
          />
        ))}
      </Card>
    </View>
  )
}
