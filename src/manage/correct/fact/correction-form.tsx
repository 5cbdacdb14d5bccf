import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { aria } from '../../../components/aria'
import { Card, Row, Section } from '../../../components/card'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { isReason, ReasonField } from '../../../components/reason-field'
import { type Offline, Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import type { VillageHead } from '../../../contract/parts'
import type { Correction } from '../../../contract/round'
import { RefusedNotice } from '../../round/refused-notice'
import type { Correcting } from './use-correcting'

/** What stands now at the head, then what it is to be (children), why, and what comes of it. */
export function CorrectionForm({ place, kind, title, now, asked, placeholder, children }: CorrectionFormProps) {
  const { village, offline, stale, correcting } = place
  const [reason, setReason] = useState('')
  return (
    <Screen title="改正录入" offline={offline} dock={<Dock asked={asked} reason={reason} correcting={correcting} />}>
      <SheetHead>
        <View className="small quiet">{`${village.name}，${kind}`}</View>
        <View className="title mt-1">{title}</View>
        {now}
      </SheetHead>
      {stale && (
        <View className="mt-3">
          <Notice title="没有连上，上面是刚才读到的">{stale}</Notice>
        </View>
      )}
      {correcting.refused && (
        <View className="mt-3">
          <RefusedNotice refused={correcting.refused} />
        </View>
      )}
      {children}
      <View className="section">
        <ReasonField
          title="为什么改正"
          hint="第二个人看得到，也进操作记录"
          placeholder={placeholder}
          value={reason}
          onChange={setReason}
        />
      </View>
      <Section title="提请以后">
        <Card>
          <Row title="另一位管理员，或者不回避这个村的评委，看过同意了才改。" />
          <Row title="原来录入的留在记录里。同意以前可以撤回。" />
          <Row title="要是已经有人提请封存，改正以后要重新提请。" />
        </Card>
      </Section>
    </Screen>
  )
}

/** Where a correction is made, and with what. */
export type CorrectionPlace = {
  village: VillageHead
  offline: Offline | undefined
  stale: string | undefined
  correcting: Correcting
}

/** What is to be proposed, or what it still lacks, for the button. */
export type Asked = { correction: Correction } | { lacks: string }

type CorrectionFormProps = {
  place: CorrectionPlace
  kind: '实测数' | '示范目标'
  title: string
  /** As it stands, large. */
  now: ReactNode
  asked: Asked
  placeholder: string
  children: ReactNode
}

function Dock({ asked, reason, correcting }: { asked: Asked; reason: string; correcting: Correcting }) {
  if (correcting.isProposing) return <MainButton kind="off">正在提请，请稍等</MainButton>
  if ('lacks' in asked) return <MainButton kind="off">{asked.lacks}</MainButton>
  if (!isReason(reason)) return <MainButton kind="off">先写为什么改正</MainButton>
  return <MainButton onPress={() => void correcting.propose(asked.correction, reason.trim())}>提请改正</MainButton>
}

/** What is wrong with what was typed, at once and where it was typed. */
export function TypedProblem({ children }: { children: string | undefined }) {
  return (
    <View className="mt-2 alarm" {...aria({ live: 'polite' })}>
      {children ?? ''}
    </View>
  )
}
