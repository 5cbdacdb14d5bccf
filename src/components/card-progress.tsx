import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import './card-progress.css'

/** In the dock: 9/15 with one tick an item, and the button beside it (下一个未评; after the last 核对并提交). */
export function CardProgress({
  done,
  of,
  words = '已评',
  children,
}: {
  done: number
  of: number
  words?: string
  children: ReactNode
}) {
  return (
    <View className="card-progress">
      <View className="grow" {...aria({ role: 'img', label: `${of} 项中${words} ${done} 项` })}>
        <View>
          <Text className="card-progress-count">
            {done}/{of}
          </Text>
          <Text className="small quiet card-progress-words">{words}</Text>
        </View>
        <View className="card-progress-ticks" style={`background-size:${100 / of}% 6px`}>
          <View
            className="card-progress-done"
            style={`width:${(100 * done) / of}%;background-size:${done ? 100 / done : 100}% 6px`}
          />
        </View>
      </View>
      <View className="card-progress-button">{children}</View>
    </View>
  )
}
