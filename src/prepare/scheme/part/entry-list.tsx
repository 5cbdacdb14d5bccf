import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Notice } from '../../../components/notice'
import { Press } from '../../../components/press'
import { StateChip } from '../../../components/state-chip'
import { TextButton } from '../../../components/text-button'
import type { SchemeVersion } from '../../../contract/programme'
import { faultsAt } from '../../../domain/scheme-faults'
import { type ListName, schemeLists } from '../../../domain/scheme-lists'
import { entryNouns, entryRow } from '../entry/entry-words'
import { standingOf } from '../scheme-words'
import { useOrder } from './use-order'

type EntryListProps = {
  list: ListName
  version: SchemeVersion
  reload: () => Promise<void>
  /** Null: a new one. */
  open: (id: string | null) => void
}

/** A list of entries: open one, add one, or put them in another order. */
export function EntryList({ list, version, reload, open }: EntryListProps) {
  const order = useOrder(list, version, reload)
  const { noun, measure } = entryNouns[list]
  const { path, idOf, most } = schemeLists[list]
  return (
    <Section
      title={noun}
      remark={
        order.entries.length > 1 && !order.moving ? (
          <TextButton onPress={order.begin}>调顺序</TextButton>
        ) : (
          `${order.entries.length} ${measure}`
        )
      }
    >
      {order.entries.length === 0 ? (
        <Card padded>
          <View className="quiet">{`还没有${noun}。`}</View>
        </Card>
      ) : (
        <Card>
          {order.entries.map((entry, i) => {
            const id = idOf(entry as never)
            const { title, note } = entryRow(list, entry, version.rules)
            if (order.moving)
              return <MovingRow key={id} title={title} at={i} last={order.entries.length - 1} move={order.move} />
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
      {order.refused && (
        <View className="mt-3">
          <Notice kind="error" title="顺序没有存上">
            {order.refused.sentence}
          </Notice>
        </View>
      )}
      {order.moving ? (
        <View className="line mt-2">
          <TextButton onPress={() => void order.save()}>{order.saving ? '正在存' : '存这个顺序'}</TextButton>
          <View className="push">
            <TextButton onPress={order.giveUp}>不改了</TextButton>
          </View>
        </View>
      ) : (
        order.entries.length < most && (
          <View className="mt-2">
            <TextButton plain icon="plus" onPress={() => open(null)}>{`加一${measure}${noun}`}</TextButton>
          </View>
        )
      )}
    </Section>
  )
}

type MovingRowProps = { title: string; at: number; last: number; move: (at: number, by: 1 | -1) => void }

function MovingRow({ title, at, last, move }: MovingRowProps) {
  return (
    <View className="row">
      <View className="grow">{title}</View>
      <View className="scheme-order">
        <Press className="order-key" label={`${title}，往上移`} disabled={at === 0} onPress={() => move(at, -1)}>
          <View className="turn-up">
            <Icon name="forward" size={20} />
          </View>
        </Press>
        <Press className="order-key" label={`${title}，往下移`} disabled={at === last} onPress={() => move(at, 1)}>
          <View className="turn-down">
            <Icon name="forward" size={20} />
          </View>
        </Press>
      </View>
    </View>
  )
}
