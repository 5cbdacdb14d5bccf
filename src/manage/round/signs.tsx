import { View } from '@tarojs/components'
import { SignLines } from '../../components/step-line'
import { TextButton } from '../../components/text-button'
import type { Proposal } from '../../contract/member'
import type { RoundView } from './use-round'

/** 提请 and 同意: who has signed, who may; the proposer may take it back while nobody has agreed. */
export function Signs({ view, onWithdraw }: { view: RoundView; onWithdraw: (proposal: Proposal) => void }) {
  const { sealing, me } = view
  return (
    <>
      <SignLines
        signs={[
          { act: '提请', by: sealing ? nameOf(sealing) : undefined, may: me.isAdministrator ? '你可以' : '管理员' },
          { act: '同意', may: sealing?.mayAgree ? '你可以' : '管理员或评委' },
        ]}
      />
      {sealing?.isMine && (
        <View className="center sign-withdraw">
          <TextButton onPress={() => onWithdraw(sealing)}>撤回提请</TextButton>
        </View>
      )}
    </>
  )
}

function nameOf({ byName, isMine }: Proposal): string {
  return isMine ? `${byName}（你）` : byName
}
