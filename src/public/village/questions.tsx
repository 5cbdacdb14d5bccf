import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card'
import { Icon } from '../../components/icon'
import { Press } from '../../components/press'
import type { PublicPage } from '../../contract/survey'

type Item = NonNullable<PublicPage['survey']>['items'][number]

/** 满意的，不满意的: the two ends first, all of them by a tap. */
export function Questions({ items }: { items: Item[] }) {
  const [open, setOpen] = useState(false)
  const shown = items.filter(({ mean }) => mean !== null).sort((a, b) => b.mean! - a.mean!)
  const hidden = items.filter(({ mean }) => mean === null)
  const ends = shown.length > 2 ? [shown[0]!, shown[shown.length - 1]!] : shown
  return (
    <>
      <View className="public-title">满意的，不满意的</View>
      <View className="quiet mb-2">每题的平均分，满分 100</View>
      <Card>
        {(open ? [...shown, ...hidden] : ends).map((item) => (
          <View className="public-row public-question" key={item.id}>
            <View className="grow">
              <View>{item.title}</View>
              {item.unansweredOf100 !== null && <View className="quiet">{item.unansweredOf100}% 的人不了解</View>}
            </View>
            {item.mean === null ? (
              <Text className="quiet nowrap">不公开</Text>
            ) : (
              <Text className="figure public-mean">{item.mean}</Text>
            )}
          </View>
        ))}
        {items.length > ends.length && (
          <Press className="public-row public-question" onPress={() => setOpen(!open)}>
            <View className="grow">{open ? '只看两头' : `全部 ${items.length} 题`}</View>
            <Icon name={open ? 'back' : 'forward'} size={20} className="row-forward" />
          </Press>
        )}
      </Card>
    </>
  )
}
