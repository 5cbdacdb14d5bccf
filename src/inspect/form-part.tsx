import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './form-part.css'

/** One question of a form, with what to know about it at the right (可以没有). */
export function FormPart({ title, remark, children }: { title: string; remark?: string; children: ReactNode }) {
  return (
    <View className="form-part">
      <View className="apart form-part-head">
        <Text className="title">{title}</Text>
        {remark && <Text className="small quiet ml-2">{remark}</Text>}
      </View>
      {children}
    </View>
  )
}
