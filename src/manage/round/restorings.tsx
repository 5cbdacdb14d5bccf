import { View } from '@tarojs/components'
import { confirm } from '../../client/device'
import { Card, Section } from '../../components/card'
import { MainButton } from '../../components/main-button'
import { SignLines } from '../../components/step-line'
import { TextButton } from '../../components/text-button'
import type { Proposal } from '../../contract/member'
import type { RoundView } from './use-round'
import type { RoundDeeds } from './use-round-deeds'

/** 恢复计分: what one administrator proposed, and the second person's signature. Without a figure. */
export function Restorings({ view: { restorings }, deeds }: { view: RoundView; deeds: RoundDeeds }) {
  if (restorings.length === 0) return null
  return (
    <Section title="恢复计分" remark="要两个人">
      {restorings.map((one) => (
        <Card key={one.id} padded>
          <View className="strong">{one.about}</View>
          <View className="mt-1">{one.reason}</View>
          <View className="mt-2">
            <SignLines
              signs={[
                { act: '提请', by: one.isMine ? `${one.byName}（你）` : one.byName },
                one.agreedByName === null
                  ? { act: '同意', may: one.mayAgree ? '你可以' : '管理员或不回避的评委' }
                  : { act: '同意', by: one.agreedByName },
              ]}
            />
          </View>
          {one.mayAgree && (
            <MainButton kind="outline" onPress={() => agrees(one, deeds)}>
              同意恢复计分
            </MainButton>
          )}
          {one.isMine && one.agreedBy === null && <TextButton onPress={() => deeds.withdraw(one)}>撤回提请</TextButton>}
        </Card>
      ))}
    </Section>
  )
}

async function agrees(proposal: Proposal, deeds: RoundDeeds): Promise<void> {
  const sure = await confirm({
    title: '同意恢复计分？',
    text: `${proposal.about}，全部计入。不能收回。`,
    yes: '同意',
    no: '先不',
  })
  if (sure) await deeds.agree(proposal)
}
