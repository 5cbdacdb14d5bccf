import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../../components/card'
import { StateChip } from '../../../components/state-chip'
import { TextButton } from '../../../components/text-button'
import type { SchemeVersion } from '../../../contract/programme'
import { faultsAt } from '../../../domain/scheme-faults'
import { type Entry, type ListName, schemeLists } from '../../../domain/scheme-lists'
import { entryNouns, entryRow } from '../entry/entry-words'
import { standingOf } from '../scheme-words'

type EntryListProps = {
  list: ListName
  version: SchemeVersion
  /** Null: a new one. */
  open: (id: string | null) => void
  order: () => void
}

/** A list of entries, each with what is wrong with it: open one, add one, or put them in another order. */
export function EntryList({ list, version, open, order }: EntryListProps) {
  const { noun, measure } = entryNouns[list]
  const { get, path, idOf, most } = schemeLists[list]
  const entries = get(version.rules) as readonly Entry[]
  return (
    <Section
      title={entries.length > 0 ? `${noun} ${entries.length} ${measure}` : noun}
      remark={entries.length > 1 ? <TextButton onPress={order}>{`调${noun}的顺序`}</TextButton> : undefined}
    >
      {entries.length === 0 ? (
        <Card padded>
          <View className="quiet">{`还没有${noun}。`}</View>
        </Card>
      ) : (
        <Card>
          {entries.map((entry, i) => {
            const id = idOf(entry as never)
            const { title, note } = entryRow(list, entry, version.rules)
            const faults = faultsAt(version.faults, `${path}.${i}`)
            const { words, ...look } = standingOf(faults)
            return (
              <Row
                key={id}
                strong
                title={title || '没有名称'}
                note={note}
                label={`${title}，${note}${faults.length > 0 ? `，${words}` : ''}`}
                end={faults.length > 0 ? <StateChip {...look}>{words}</StateChip> : undefined}
                onPress={() => open(id)}
              />
            )
          })}
        </Card>
      )}
      {entries.length < most && (
        <View className="mt-2">
          <TextButton plain icon="plus" onPress={() => open(null)}>{`加一${measure}${noun}`}</TextButton>
        </View>
      )}
    </Section>
  )
}
