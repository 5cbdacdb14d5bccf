import { View } from '@tarojs/components'
import { back } from '../../../client/navigate'
import { CheckRows } from '../../../components/check-rows'
import { NotDone } from '../../../components/not-done'
import { Notice } from '../../../components/notice'
import { Screen, type ScreenProps } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { TwoVersions } from '../../../components/two-versions'
import type { Preparation } from '../../../contract/round'
import { scopePart } from '../plan-parts'
import { SaveDock } from '../save-dock'
import { usePlanPart } from '../use-plan-part'

type VillageScopeProps = {
  preparation: Preparation
  village: Preparation['villages'][number]
  offline: ScreenProps['offline']
}

/** What does not apply to one village: ticked is left out. */
export function VillageScope({ preparation, village, offline }: VillageScopeProps) {
  const { indicators } = preparation
  const part = usePlanPart(preparation, scopePart(village.id), back)
  const titles = (ids: readonly string[]) =>
    indicators
      .filter(({ id }) => ids.includes(id))
      .map(({ title }) => title)
      .join('、')
  if (part.conflict)
    return (
      <TwoVersions
        title="不适用的指标"
        by=""
        lines={[{ what: village.name, theirs: titles(part.conflict.theirs), mine: titles(part.conflict.mine) }]}
        busy={part.saving}
        onMine={part.takeMine}
        onTheirs={part.takeTheirs}
      />
    )
  const left = indicators.length - part.value.length
  return (
    <Screen
      title="不适用的指标"
      broad
      offline={offline}
      dock={<SaveDock part={part} save={`保存${village.name}的`} unchanged="还没有改动" />}
    >
      <SheetHead>
        <View className="number">{village.name}</View>
        <View className="quiet">{`打勾的对这个村不适用，不评。${indicators.length} 项里适用 ${left} 项`}</View>
      </SheetHead>
      <NotDone title="没有保存上，改的还在" refused={part.refused} />
      {left === 0 && (
        <View className="mt-3">
          <Notice title="没有一项适用">这样共性目标没法打分，不能就绪。</Notice>
        </View>
      )}
      <View className="mt-4">
        <CheckRows
          label="不适用的指标"
          choices={indicators.map(({ id, title, kind }) => ({
            key: id,
            title,
            note: kind === 'measured' ? '实测' : '评判',
          }))}
          chosen={part.value}
          onChange={part.change}
        />
      </View>
    </Screen>
  )
}
