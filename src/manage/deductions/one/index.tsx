import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { backTo } from '../../../client/back-to'
import { Section } from '../../../components/card'
import { ChoiceRows } from '../../../components/choice-rows'
import { DeductionSheet, DeductionSigns } from '../../../components/deduction-sheet'
import { DeductionStateChip } from '../../../components/deduction-state'
import { MainButton } from '../../../components/main-button'
import { isReason, ReasonField } from '../../../components/reason-field'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { StaleNotice } from '../../../components/stale-notice'
import { SignLines } from '../../../components/step-line'
import { TextButton } from '../../../components/text-button'
import type { Deduction } from '../../../contract/deductions'
import type { Proposal } from '../../../contract/member'
import '../../round/index.css'
import { RefusedNotice } from '../../round/refused-notice'
import { type OneDeduction, type Outcome, useOneDeduction } from './use-one'

/** One deduction in full; where the village appealed, two persons decide here what becomes of it. */
export default function OneDeductionPage() {
  const one = useOneDeduction()
  const { data, screen, offline, stale, roundId } = one
  if (!data?.deduction)
    return (
      <Screen
        title="一条扣分"
        broad
        offline={offline}
        state={
          data
            ? {
                empty: '没有找到这条扣分',
                text: '它可能已经有了结论，或提请已被撤回。',
                icon: 'paper',
                action: {
                  label: '看全部扣分',
                  onPress: () => backTo('manage/deductions/index', { round: roundId }),
                },
              }
            : screen
        }
      />
    )
  return (
    <OpenDeduction
      key={data.deduction.id}
      one={one}
      deduction={data.deduction}
      proposal={data.proposal ?? null}
      stale={stale}
    />
  )
}

type OpenProps = { one: OneDeduction; deduction: Deduction; proposal: Proposal | null; stale: string | undefined }

function OpenDeduction({ one, deduction, proposal, stale }: OpenProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [reason, setReason] = useState('')
  const decides = deduction.may.decide && proposal === null
  return (
    <Screen title="一条扣分" broad offline={one.offline} dock={dock()}>
      <SheetHead>
        <View className="apart">
          <Text className="number">{deduction.villageName}</Text>
          <DeductionStateChip state={deduction.state} appealUntil={deduction.appealUntil} now={one.now} />
        </View>
      </SheetHead>
      <StaleNotice stale={stale} />
      {one.refused && (
        <View className="mt-3">
          <RefusedNotice refused={one.refused} />
        </View>
      )}
      <View className="mt-3">
        <DeductionSheet deduction={deduction} signs={<DeductionSigns deduction={deduction} />} />
      </View>
      {proposal && (
        <Section title="提请的处理">
          <View className="strong">{proposal.about}</View>
          <View className="mt-1">{proposal.reason}</View>
        </Section>
      )}
      {decides && (
        <Section title="怎么处理" remark="两个人同意才算">
          <ChoiceRows
            label="怎么处理"
            chosen={outcome}
            onChoose={setOutcome}
            choices={[
              { key: 'upheld', title: '建议维持', note: '扣分有依据，申诉理由不成立' },
              { key: 'revoked', title: '建议撤销', note: '申诉理由成立，这条扣分不算' },
            ]}
          />
          {outcome && (
            <View className="mt-4">
              <ReasonField
                title={outcome === 'upheld' ? '为什么维持' : '为什么撤销'}
                hint="村里看得到"
                placeholder={placeholders[outcome]}
                value={reason}
                onChange={setReason}
              />
            </View>
          )}
        </Section>
      )}
    </Screen>
  )

  function dock() {
    if (proposal)
      return <SignDock proposal={proposal} doing={one.doing} onAgree={one.agree} onWithdraw={one.withdraw} />
    if (!decides) return undefined
    if (one.doing) return <MainButton kind="off">正在提请</MainButton>
    if (!outcome) return <MainButton kind="off">先选维持还是撤销</MainButton>
    if (!isReason(reason)) return <MainButton kind="off">先写理由</MainButton>
    return (
      <MainButton onPress={() => void one.propose(deduction, outcome, reason.trim())}>
        {outcome === 'upheld' ? '提请维持这条扣分' : '提请撤销这条扣分'}
      </MainButton>
    )
  }
}

type SignDockProps = {
  proposal: Proposal
  doing: string | null
  onAgree: (proposal: Proposal) => Promise<void>
  onWithdraw: (proposal: Proposal) => Promise<void>
}

/** Who has signed, who still has to; the second person's button says what they agree to. */
function SignDock({ proposal, doing, onAgree, onWithdraw }: SignDockProps) {
  const { byName, isMine, mayAgree } = proposal
  return (
    <>
      <SignLines
        signs={[
          { act: '提请', by: isMine ? `${byName}（你）` : byName },
          { act: '同意', may: mayAgree ? '你可以' : '管理员或评委' },
        ]}
      />
      {isMine && (
        <View className="center sign-withdraw">
          <TextButton onPress={() => void onWithdraw(proposal)}>撤回提请</TextButton>
        </View>
      )}
      {doing ? (
        <MainButton kind="off">正在办，请稍等</MainButton>
      ) : mayAgree ? (
        <MainButton onPress={() => void onAgree(proposal)}>同意这样处理</MainButton>
      ) : (
        <MainButton kind="off">{isMine ? '等另一位管理员或评委同意' : '等有权的人同意'}</MainButton>
      )}
    </>
  )
}

const placeholders: Record<Outcome, string> = {
  upheld: '如：照片上看得到时间和地点，说明不能改变事实',
  revoked: '如：照片拍的是邻村路段，已和评委核实',
}
