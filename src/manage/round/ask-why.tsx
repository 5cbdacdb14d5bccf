import { View } from '@tarojs/components'
import { useState } from 'react'
import { MainButton } from '../../components/main-button'
import { isReason, ReasonField } from '../../components/reason-field'

/** What is asked of an administrator before they propose something to a second person: why. Closed once it is proposed. */
export function AskWhy({ what, title, placeholder, act, propose, onDone }: AskWhyProps) {
  const [reason, setReason] = useState('')

  async function press() {
    if (await propose(reason.trim())) onDone()
  }

  return (
    <View className="export-part">
      <View className="mb-2">{what}</View>
      <ReasonField title={title} hint="写进操作记录" placeholder={placeholder} value={reason} onChange={setReason} />
      <View className="mt-2">
        {isReason(reason) ? (
          <MainButton kind="outline" onPress={press}>
            {act}
          </MainButton>
        ) : (
          <MainButton kind="off">{`先写${title}`}</MainButton>
        )}
      </View>
    </View>
  )
}

export type AskWhyProps = {
  /** What comes of it, and that it takes two. */
  what: string
  /** 为什么恢复 */
  title: string
  placeholder: string
  /** 提请恢复计分 */
  act: string
  propose: (reason: string) => Promise<unknown>
  onDone: () => void
}
