import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Deduction } from '../contract/deductions'
import { shanghaiClock } from '../domain/shanghai-clock'
import { Card, Row } from './card'
import { PhotosSeen } from './photos-seen'
import './deduction-sheet.css'

/**
 * What was found, what the village said of it and what became of it. No marks and no sum: before sealing nobody
 * weighs what a decision does to a village. `head`: what stands above it; `signs`: rows of who proposed and confirmed.
 */
export function DeductionSheet({ deduction, head, signs, children }: DeductionSheetProps) {
  const { title, occurrences, text, photos, appeal, decision, state } = deduction
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
      {signs}
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
  signs?: ReactNode
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

/** Who proposed it and who confirmed it, and until when the village may appeal. */
export function DeductionSigns({ deduction }: { deduction: Deduction }) {
  const { source, proposerName, proposedAt, confirmerName, confirmedAt, appealUntil, state } = deduction
  return (
    <>
      <SignRow act="提出" by={source === 'overdue' ? '上次的问题逾期没改' : signed(proposerName, proposedAt)} />
      {confirmedAt !== null && <SignRow act="确认" by={signed(confirmerName ?? '', confirmedAt)} />}
      {state === 'confirmed' && appealUntil !== null && <SignRow act="可申诉到" by={shanghaiClock(appealUntil)} />}
    </>
  )
}

function SignRow({ act, by }: { act: string; by: string }) {
  return <Row title={act} end={<Text className="quiet">{by}</Text>} />
}

/** 罗建华，10:20 */
function signed(name: string, at: number): string {
  return `${name}，${shanghaiClock(at)}`
}
