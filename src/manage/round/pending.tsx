import { View } from '@tarojs/components'
import { confirm } from '../../client/device'
import { Card, Section } from '../../components/card'
import { MainButton } from '../../components/main-button'
import { SignLines } from '../../components/step-line'
import { TextButton } from '../../components/text-button'
import type { Proposal } from '../../contract/member'
import { wordsOf } from './pending-kinds'
import type { RoundView } from './use-round'
import type { RoundDeeds } from './use-round-deeds'

/** What one administrator proposed, and the second person's signature. Without a figure. */
export function Pending({ view: { pending }, deeds }: { view: RoundView; deeds: RoundDeeds }) {
  if (pending.length === 0) return null
  return (
    <Section title="要两个人同意的">
      {pending.map((one) => (
        <PendingCard key={one.id} proposal={one} deeds={deeds} />
      ))}
    </Section>
  )
}

function PendingCard({ proposal, deeds }: { proposal: Proposal; deeds: RoundDeeds }) {
  const { title } = wordsOf(proposal)
  const by = proposal.isMine ? `${proposal.byName}（你）` : proposal.byName
  return (
    <Card padded className="mt-2">
      <View className="strong">{proposal.about ? `${title}：${proposal.about}` : title}</View>
      <View className="mt-1">{proposal.reason}</View>
      <View className="mt-2">
        <SignLines
          signs={[
            { act: '提请', by },
            proposal.agreedByName === null
              ? { act: '同意', may: proposal.mayAgree ? '你可以' : '管理员或不回避的评委' }
              : { act: '同意', by: proposal.agreedByName },
          ]}
        />
      </View>
      {proposal.mayAgree && (
        <MainButton kind="outline" onPress={() => agrees(proposal, deeds)}>
          {`同意${title}`}
        </MainButton>
      )}
      {proposal.isMine && proposal.agreedBy === null && (
        <TextButton onPress={() => deeds.withdraw(proposal)}>撤回提请</TextButton>
      )}
    </Card>
  )
}

async function agrees(proposal: Proposal, deeds: RoundDeeds): Promise<void> {
  const { title, effect } = wordsOf(proposal)
  const sure = await confirm({
    title: `同意${title}？`,
    text: proposal.about ? `${proposal.about}，${effect}` : effect,
    yes: '同意',
    no: '先不',
  })
  if (sure) await deeds.agree(proposal)
}
