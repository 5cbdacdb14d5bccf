import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './sum-sheet.css'

/** A paper's sum above its heavy rule, the lines that make it up below. */
export function SumSheet({
  title,
  remark,
  sum,
  children,
}: {
  title: string
  remark?: string
  sum?: string
  children?: ReactNode
}) {
  return (
    <View className="sum-sheet">
      <View className="sum-sheet-head">
        <Text className="title">{title}</Text>
        {remark && <Text className="small quiet ml-2">{remark}</Text>}
        {sum !== undefined && <Text className="figure push">{sum}</Text>}
      </View>
      {children}
    </View>
  )
}

/** 评判 12 项 … 41.5 / 50: the figure strong, the rest of it not. */
export function SumLine({ name, figure, rest }: { name: string; figure: string; rest?: string }) {
  return (
    <View className="sum-line">
      <Text>{name}</Text>
      <View className="nowrap ml-2">
        <Text className="strong">{figure}</Text>
        {rest && <Text> {rest}</Text>}
      </View>
    </View>
  )
}
