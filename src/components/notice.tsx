import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import './notice.css'

/** What happened (strong), why and what to do (in ink). `warning` amber, `error` dark red. */
export function Notice({
  kind = 'warning',
  title,
  children,
}: {
  kind?: 'warning' | 'error'
  title: string
  children?: ReactNode
}) {
  return (
    <View className={`notice notice-${kind}`} {...aria({ role: kind === 'error' ? 'alert' : 'status' })}>
      <Icon name="warning" size={22} className="notice-icon" />
      <View className="grow">
        <View className="strong">{title}</View>
        {children !== undefined && <View className="notice-text">{children}</View>}
      </View>
    </View>
  )
}
