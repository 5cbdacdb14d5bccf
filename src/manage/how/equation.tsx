import { Text, View } from '@tarojs/components'
import { Fragment } from 'react'
import { aria } from '../../components/aria'
import { SheetHead } from '../../components/sheet-head'
import type { ShownSum } from '../../contract/explanation'
import { centsText } from '../../domain/cents-text'

/** 34.56 + 22.19 + 23.82 − 0.00, and what that comes to: the whole score in one line. */
export function Equation({ village, shown }: { village: string; shown: ShownSum }) {
  const parts = [
    { sign: '', value: shown.common, name: '共性' },
    { sign: '+', value: shown.demonstration, name: '示范' },
    { sign: '+', value: shown.satisfaction, name: '满意度' },
    { sign: '−', value: shown.deductions, name: '扣分' },
  ]
  const spoken = parts.map(({ sign, value, name }) => `${SPOKEN[sign]}${name} ${centsText(value)}`).join('，')
  return (
    <SheetHead open>
      <View className="how-sum" {...aria({ role: 'img', label: spoken })}>
        {parts.map(({ sign, value, name }) => (
          <Fragment key={name}>
            {sign && <View className="how-sign quiet">{sign}</View>}
            <View className="how-part">
              <View className="how-value">{centsText(value)}</View>
              <View className="small quiet">{name}</View>
            </View>
          </Fragment>
        ))}
      </View>
      <View className="how-total apart">
        <Text className="quiet">{village}总分</Text>
        <Text className="number">{centsText(shown.total)}</Text>
      </View>
      {shown.rounding !== 0 && (
        <View className="small quiet mt-2">
          上面四个数算下来，和总分差 {centsText(Math.abs(shown.rounding))} 分，原因见下面“总分”。
        </View>
      )}
    </SheetHead>
  )
}

const SPOKEN: Record<string, string> = { '': '', '+': '加', '−': '减' }
