import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Press } from '../../../components/press'
import { Screen } from '../../../components/screen'
import type { SchemeVersion } from '../../../contract/programme'
import { type ListName, schemeLists } from '../../../domain/scheme-lists'
import { entryNouns, entryRow } from '../entry/entry-words'
import { useOrder } from './use-order'

type OrderScreenProps = { list: ListName; version: SchemeVersion; done: () => void }

/** The entries of one list, moved up and down until they stand right. */
export function OrderScreen({ list, version, done }: OrderScreenProps) {
  const { entries, move, isChanged, saving, refused, save } = useOrder(list, version, done)
  const { noun } = entryNouns[list]
  return (
    <Screen
      title={`${noun}的顺序`}
      broad
      dock={
        <View className="line">
          <MainButton kind="outline" narrow onPress={done}>
            不改了
          </MainButton>
          {saving ? (
            <MainButton kind="off">正在存</MainButton>
          ) : isChanged ? (
            <MainButton onPress={() => void save()}>存这个顺序</MainButton>
          ) : (
            <MainButton kind="off">先移一移</MainButton>
          )}
        </View>
      }
    >
      {refused && (
        <View className="mt-2">
          <Notice kind="error" title="顺序没有存上">
            {refused.sentence}
          </Notice>
        </View>
      )}
      <View className="mt-2">
        <Card>
          {entries.map((entry, i) => (
            <MovingRow
              key={schemeLists[list].idOf(entry as never)}
              title={entryRow(list, entry, version.rules).title || '没有名称'}
              at={i}
              last={entries.length - 1}
              move={move}
            />
          ))}
        </Card>
      </View>
    </Screen>
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
