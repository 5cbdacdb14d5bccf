import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Press } from './press'
import './card.css'

/** White sheet with a hairline. `padded` for text, otherwise Rows. `well`: locked, nothing to press. */
export function Card({ padded = false, well = false, className = '', children }: CardProps) {
  return (
    <View className={`card${padded ? ' card-padded' : ''}${well ? ' card-well' : ''} ${className}`}>{children}</View>
  )
}

export type CardProps = { padded?: boolean; well?: boolean; className?: string; children: ReactNode }

/** One line of a Card, at least 48 high, parted from the next by a hairline. With `onPress` it shows where it leads. */
export function Row({ title, note, lead, end, strong = false, tall = false, label, onPress, children }: RowProps) {
  const content = (
    <>
      {lead !== undefined && <View className="row-lead">{lead}</View>}
      <View className="grow">
        {title !== undefined && <View className={strong ? 'strong' : ''}>{title}</View>}
        {note !== undefined && <View className="small quiet">{note}</View>}
        {children}
      </View>
      {end !== undefined && <View className="row-end">{end}</View>}
      {onPress && <Icon name="forward" size={20} className="row-forward" />}
    </>
  )
  const className = tall ? 'row row-tall' : 'row'
  if (!onPress) return <View className={className}>{content}</View>
  return (
    <Press className={className} label={label} onPress={onPress}>
      {content}
    </Press>
  )
}

export type RowProps = {
  title?: ReactNode
  note?: ReactNode
  /** An icon at the left, level with the title. */
  lead?: ReactNode
  /** A StateChip or a figure at the right. */
  end?: ReactNode
  strong?: boolean
  /** 80 high, as in 待上传. */
  tall?: boolean
  label?: string
  onPress?: () => void
  children?: ReactNode
}

/** Section title with its count or remark at the right. */
export function Section({ title, remark, children }: { title: ReactNode; remark?: ReactNode; children?: ReactNode }) {
  return (
    <View className="section">
      <View className="apart section-head">
        <Text className="title">{title}</Text>
        {remark !== undefined && <Text className="small quiet">{remark}</Text>}
      </View>
      {children}
    </View>
  )
}
