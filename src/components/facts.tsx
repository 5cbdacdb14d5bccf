import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Icon, type IconName } from './icon'
import './facts.css'

/** A few things to know before one begins, each with its sign. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <View className="facts" {...aria({ role: 'list' })}>
      {children}
    </View>
  )
}

/** `mark`: two characters in a ring instead of an icon (18). */
export function Fact({ icon, mark, title, text }: { icon?: IconName; mark?: string; title: string; text: string }) {
  return (
    <View className="fact" {...aria({ role: 'listitem' })}>
      {icon ? (
        <Icon name={icon} size={28} className="fact-sign" />
      ) : (
        <View className="fact-sign fact-mark" {...aria({ hidden: true })}>
          {mark}
        </View>
      )}
      <View className="grow">
        <View className="title">{title}</View>
        <View className="quiet">{text}</View>
      </View>
    </View>
  )
}
