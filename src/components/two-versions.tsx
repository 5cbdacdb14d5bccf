import { View } from '@tarojs/components'
import { MainButton } from './main-button'
import { Notice } from './notice'
import { Screen } from './screen'

/** Somebody else changed the same meanwhile: both versions side by side, and a choice. Nothing is overwritten unseen. */
export function TwoVersions({ title, by, lines, busy = false, onMine, onTheirs }: TwoVersionsProps) {
  return (
    <Screen
      title={title}
      broad
      dock={
        busy ? (
          <MainButton kind="off">正在保存，请稍等</MainButton>
        ) : (
          <View className="line">
            <MainButton kind="outline" narrow onPress={onTheirs}>
              用别处的
            </MainButton>
            <MainButton onPress={onMine}>用我写的</MainButton>
          </View>
        )
      }
    >
      <View className="mt-2">
        <Notice title={`${by || '别处'}刚改过这里`}>两边写的不一样，请看清再选一个。您写的还在，没有丢。</Notice>
      </View>
      {lines.map(({ what, theirs, mine }) => (
        <View className="mt-4" key={what}>
          <View className="strong">{what}</View>
          <View>{`别处：${theirs || '没有'}`}</View>
          <View>{`我的：${mine || '没有'}`}</View>
        </View>
      ))}
    </Screen>
  )
}

export type TwoVersionsProps = {
  title: string
  /** Who was faster; empty: not known. */
  by: string
  lines: readonly VersionLine[]
  busy?: boolean
  onMine: () => void
  onTheirs: () => void
}

export type VersionLine = { what: string; theirs: string; mine: string }

/** Only what differs. */
export function differing(lines: readonly VersionLine[]): VersionLine[] {
  return lines.filter(({ theirs, mine }) => theirs !== mine)
}
