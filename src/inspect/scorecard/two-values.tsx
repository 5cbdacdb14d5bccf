import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '../../components/aria'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Press } from '../../components/press'
import { Ruler } from '../../components/ruler'
import type { JudgedItem } from '../../contract/round'
import { momentInWords } from '../clock-words'
import { anchorsOf } from './card-rows'
import './two-values.css'

/** One mark, two phones: both values stand beside each other until the person has chosen (mock-up 08). */
export function TwoValues({ item, mine, other, onChoose }: TwoValuesProps) {
  const [choice, setChoice] = useState<'mine' | 'other'>('mine')
  const [chosen, left] = choice === 'mine' ? [mine, other] : [other, mine]
  return (
    <View>
      <View className="mt-2">两部手机上的得分不一样，请您定一个。</View>
      <View className="two-values" {...aria({ role: 'radiogroup', label: `${item.title}，两个得分` })}>
        <Value
          name="这部手机"
          when={`${momentInWords(mine.at)} 改`}
          chosen={choice === 'mine'}
          {...mine}
          onPress={() => setChoice('mine')}
        />
        <Value
          name={other.device || '另一部手机'}
          when={`${momentInWords(other.at)} 已上传`}
          chosen={choice === 'other'}
          {...other}
          onPress={() => setChoice('other')}
        />
      </View>
      <Ruler
        title={item.title}
        mark={chosen.mark}
        other={left.mark ?? undefined}
        full={item.full}
        step={item.step}
        anchors={anchorsOf(item)}
      />
      <View className="small quiet two-values-foot">没有采用的那个不会丢，留在这一项的修改记录里。</View>
      <MainButton kind="outline" onPress={() => onChoose(choice)}>
        {`采用 ${markInWords(chosen.mark)}`}
      </MainButton>
    </View>
  )
}

type Version = { mark: number | null; note: string; photos: string[]; at: number }
export type TwoValuesProps = {
  item: JudgedItem
  mine: Version
  other: Version & { device: string }
  onChoose: (choice: 'mine' | 'other') => void
}

function Value({
  name,
  when,
  mark,
  note,
  photos,
  chosen,
  onPress,
}: Version & { name: string; when: string; chosen: boolean; onPress: () => void }) {
  return (
    <Press
      className={chosen ? 'two-values-one two-values-chosen' : 'two-values-one'}
      role="radio"
      checked={chosen}
      label={`${name}：${markInWords(mark)}，${when}，${note || '没有写理由'}，照片 ${photos.length} 张`}
      onPress={onPress}
    >
      <View className="line">
        <Text className="strong grow">{name}</Text>
        {chosen ? <Icon name="tick" size={24} /> : <View className="two-values-ring" />}
      </View>
      <View className="two-values-mark">{markInWords(mark)}</View>
      <View className="small quiet">{when}</View>
      <View className={note ? 'two-values-note' : 'two-values-note quiet'}>{note || '没有写理由'}</View>
      {photos.length > 0 && <View className="small quiet">{`照片 ${photos.length} 张`}</View>}
    </Press>
  )
}

function markInWords(mark: number | null): string {
  return mark === null ? '未评' : String(mark)
}
