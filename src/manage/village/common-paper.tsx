import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row, Section } from '../../components/card'
import { Switch } from '../../components/segments'
import type { GroupShare, ItemScore, VillageResult } from '../../contract/ranking'
import { percentText } from '../../domain/cents-text'
import { byAction } from './by-action'
import { ItemRow } from './item-row'
import { MedianBar } from './median-bar'
import { belowMedian } from './stands-out'

type View3 = 'items' | 'actions' | 'revitalisations'

const views = [
  { key: 'items', label: '逐项' },
  { key: 'actions', label: '十项行动' },
  { key: 'revitalisations', label: '五大振兴' },
] as const

/** 共性目标: what is below the median first, then indicator by indicator, or its share of the full marks by 十项行动 or 五大振兴. */
export function CommonPaper({ items, comparison }: CommonPaperProps) {
  const [view, setView] = useState<View3>('items')
  const [all, setAll] = useState(false)
  // Of a deferred village only what was measured is told.
  if (!comparison)
    return (
      <Section title="共性目标" remark="只显示实测的">
        <Items items={items} />
      </Section>
    )
  return (
    <Section title="共性目标" remark={view === 'items' ? '平均 / 满分，竖线是中位' : '占满分的比例，竖线是中位'}>
      <View className="common-switch">
        <Switch choices={views} chosen={view} onChoose={setView} />
      </View>
      {view === 'items' ? (
        <>
          {all ? <Items items={items} /> : <Below items={belowMedian(items)} />}
          <Card className="mt-2">
            <Row title={all ? '只看低于中位的' : `全部 ${items.length} 项`} onPress={() => setAll(!all)} />
          </Card>
        </>
      ) : (
        <Groups groups={comparison[view]} />
      )}
    </Section>
  )
}

/** Where most villages do better; all the others stand behind one tap. */
function Below({ items }: { items: readonly ItemScore[] }) {
  if (items.length === 0) return <Card padded>没有一项低于中位。</Card>
  return (
    <Card>
      <View className="action-head small quiet">{`${items.length} 项低于中位，差得多的在前`}</View>
      {items.map((item) => (
        <ItemRow key={item.id} item={item} />
      ))}
    </Card>
  )
}

type CommonPaperProps = { items: readonly ItemScore[]; comparison: VillageResult['comparison'] }

function Items({ items }: { items: readonly ItemScore[] }) {
  return (
    <>
      {byAction(items).map(({ action, items }) => (
        <Card key={action}>
          <View className="action-head small quiet">{action}</View>
          {items.map((item) => (
            <ItemRow key={item.id} item={item} />
          ))}
        </Card>
      ))}
    </>
  )
}

function Groups({ groups }: { groups: readonly GroupShare[] }) {
  return (
    <Card>
      {groups.map(({ title, marks, full, share, median }) => (
        <View className="item" key={title}>
          <View className="item-head">
            <Text className="item-title">{title}</Text>
            <Text className="small quiet nowrap">中位 {percentText(median)}%</Text>
            <Text className="strong group-share">{percentText(share)}%</Text>
          </View>
          <MedianBar score={marks} median={median * full} full={full} />
        </View>
      ))}
    </Card>
  )
}
