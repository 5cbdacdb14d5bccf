import { View } from '@tarojs/components'
import { confirm } from '../../client/device'
import { Card, Section } from '../../components/card'
import { MainButton } from '../../components/main-button'
import { SignLines } from '../../components/step-line'
import { TextButton } from '../../components/text-button'
import type { Proposal } from '../../contract/member'
import type { RoundView } from './use-round'
import type { RoundDeeds } from './use-round-deeds'

type Kind = Extract<Proposal['kind'], 'restore' | 'admitLate' | 'acceptVillage' | 'correct' | 'reopen'>

/** Kinds of proposals that are read and agreed to on this page, each with what happens by it. */
const KINDS: Record<Kind, { title: string; effect: string }> = {
  restore: { title: '恢复计分', effect: '全部计入。不能收回。' },
  admitLate: { title: '采纳收卷后才到的', effect: '当作没有迟到，计入得分。不能收回。' },
  acceptVillage: { title: '照常排名', effect: '评分或答卷虽然少，也排名次。不能收回。' },
  correct: { title: '改正录入', effect: '按改正后的算分，原来录入的留在记录里。' },
  reopen: { title: '重开这次拉练', effect: '退回收卷，改好后要重新封存；通报会标明更正。' },
}

export function isPending({ kind }: Proposal): boolean {
  return kind in KINDS
}

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

function wordsOf({ kind }: Proposal): { title: string; effect: string } {
  return KINDS[kind as Kind]
}
