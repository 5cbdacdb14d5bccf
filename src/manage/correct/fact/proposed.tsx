import { View } from '@tarojs/components'
import { backTo } from '../../../client/back-to'
import { MainButton } from '../../../components/main-button'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { SignLines } from '../../../components/step-line'
import type { Proposal } from '../../../contract/member'
import { RefusedNotice } from '../../round/refused-notice'
import type { CorrectionPlace } from './correction-form'

/** Just proposed: in the words its second person reads, and who that may be. */
export function Proposed({ proposal, round, village }: { proposal: Proposal; round: string; village: string }) {
  return (
    <Screen
      title="改正录入"
      state={{ done: '已提请改正', text: proposal.about }}
      dock={
        <MainButton kind="outline" onPress={() => backTo('manage/correct/village/index', { round, village })}>
          回到这个村
        </MainButton>
      }
    >
      <Signatures proposal={proposal} />
    </Screen>
  )
}

type WaitingProps = { proposal: Proposal; round: string; place: CorrectionPlace }

/** A correction of this fact waits: whose, and where it is agreed to or withdrawn. */
export function Waiting({ proposal, round, place: { offline, correcting } }: WaitingProps) {
  const { refused } = correcting
  const { mayAgree, isMine } = proposal
  return (
    <Screen
      title="改正录入"
      offline={offline}
      dock={
        <MainButton kind={mayAgree ? 'accent' : 'outline'} onPress={() => backTo('manage/round/index', { round })}>
          {mayAgree ? '到拉练页去同意' : isMine ? '到拉练页看，可以撤回' : '回到拉练页'}
        </MainButton>
      }
    >
      <SheetHead>
        <View className="title">等第二个人同意</View>
        <View className="mt-2">{proposal.about}</View>
      </SheetHead>
      {/* Its outcome was unknown; now that it stands here, it is known. */}
      {refused && refused.code !== 'tryAgain' && (
        <View className="mt-3">
          <RefusedNotice refused={refused} />
        </View>
      )}
      <Signatures proposal={proposal} />
    </Screen>
  )
}

function Signatures({ proposal: { byName, isMine, mayAgree, reason } }: { proposal: Proposal }) {
  return (
    <>
      <View className="mt-4">{reason}</View>
      <View className="mt-2">
        <SignLines
          signs={[
            { act: '提请', by: isMine ? `${byName}（你）` : byName },
            { act: '同意', may: mayAgree ? '你可以' : '管理员或不回避的评委' },
          ]}
        />
      </View>
      <View className="mt-2">
        {isMine
          ? '请对方打开这次拉练的页面，看清了点“同意改正录入”。同意以前您可以在那里撤回。'
          : '同意或撤回以前，这一项不能再提请改正。'}
      </View>
    </>
  )
}
