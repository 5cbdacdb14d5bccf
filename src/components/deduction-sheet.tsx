import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Deduction } from '../contract/deductions'
import { shanghaiClock } from '../domain/shanghai-clock'
import { Card, Row } from './card'
import { PhotosSeen } from './photos-seen'
import './deduction-sheet.css'

/**
 * What was found, what the village said of it and what became of it. No marks and no sum: before sealing nobody
 * weighs what a decision does to a village. `head`: what stands above it; `withNames`: who proposed and confirmed.
 */
export function DeductionSheet({ deduction, head, withNames = false, children }: DeductionSheetProps) {
  const { title, occurrences, text, photos, confirmedAt, appealUntil, appeal, decision, state } = deduction
  return (
    <Card>
      <View className="deduction-what">
        {head}
        <View className="apart">
          <Text className="title">{title}</Text>
          <Text className="nowrap ml-2">{`${occurrences} 处`}</Text>
        </View>
        {text && <View className="mt-1">{text}</View>}
        <PhotosSeen photos={photos} of={title} />
      </View>
      {withNames && <Row title="提出" end={<Text className="quiet">{proposed(deduction)}</Text>} />}
      {confirmedAt !== null && (
        <Row
          title="确认"
          end={<Text className="quiet">{signed(withNames ? deduction.confirmerName : null, confirmedAt)}</Text>}
        />
      )}
      {state === 'confirmed' && appealUntil !== null && (
        <Row title="可申诉到" end={<Text className="quiet">{shanghaiClock(appealUntil)}</Text>} />
      )}
      {appeal && (
        <Said who="申诉" by={signed(appeal.byName, appeal.at)}>
          {appeal.reason}
        </Said>
      )}
      {decision && (
        <Said
          who={state === 'revoked' ? '撤销' : '维持'}
          by={signed(`${decision.byName}提请，${decision.agreedByName}同意`, decision.at)}
        >
          {decision.reason}
        </Said>
      )}
      {children}
    </Card>
  )
}

export type DeductionSheetProps = {
  deduction: Deduction
  head?: ReactNode
  withNames?: boolean
  children?: ReactNode
}

function Said({ who, by, children }: { who: string; by: string; children: string }) {
  return (
    <View className="deduction-said">
      <View className="apart">
        <Text className="strong">{who}</Text>
        <Text className="small quiet ml-2">{by}</Text>
      </View>
      <View className="mt-1">{children}</View>
    </View>
  )
}

function proposed({ source, proposerName, proposedAt }: Deduction): string {
  return source === 'overdue' ? '上次的问题逾期没改，自动提出' : signed(proposerName, proposedAt)
}

/** 罗建华，10:20 */
function signed(name: string | null, at: number): string {
  return name ? `${name}，${shanghaiClock(at)}` : shanghaiClock(at)
}
