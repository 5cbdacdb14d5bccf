import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Press } from './press'
import './card.css'
import './icon.css'
import './indicator-card.css'

/**
 * One indicator to judge: its action, how it is marked, its title; inside: Ruler, MarkStepper, note, SavedLine.
 * A card holds 25 of these and has to stay below 500 nodes: signs are drawn by classes, not by elements of their own.
 */
export function IndicatorCard({
  id,
  action,
  full,
  title,
  children,
}: {
  id?: string
  action: string
  full: number
  title: string
  children: ReactNode
}) {
  return (
    <View className="indicator card card-padded indicator-card" {...(id && { id })}>
      <View className="apart small quiet">
        {action}
        <Text className="nowrap ml-2">评判 · 满分 {full}</Text>
      </View>
      <View className="title indicator-title">{title}</View>
      {children}
    </View>
  )
}

/** A measured fact: value, source and mark, locked. Not a stepper that is off. */
export function LockedFact({ action, full, title, fact, mark, source, onSource }: LockedFactProps) {
  const look = source ? '收起依据' : '看依据'
  return (
    <View className="indicator card card-padded card-well">
      <View className="apart small quiet">
        {action}
        <Text className="nowrap ml-2 sign sign-lock">实测 · 满分 {full}</Text>
      </View>
      <View className="line indicator-title">
        <View className="title grow">{title}</View>
        <Text className="figure ml-2">{mark}</Text>
      </View>
      {onSource ? (
        <Press className="small quiet locked-fact-link" label={`${title}，${fact}，${look}`} onPress={onSource}>
          {fact}
          <Text className="locked-fact-look">{look}</Text>
        </Press>
      ) : (
        <View className="small quiet">{fact}</View>
      )}
      {source && <View className="locked-fact-source">{source}</View>}
    </View>
  )
}

export type LockedFactProps = {
  action: string
  full: number
  title: string
  /** Value and source in words: 半年到镇以上信访 0 件. */
  fact: string
  mark: string
  /** What it rests on, once it is looked at. */
  source?: ReactNode
  /** Looks at it, or puts it away. */
  onSource?: () => void
}
