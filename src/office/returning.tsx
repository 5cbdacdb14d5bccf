import { View } from '@tarojs/components'
import { Card } from '../components/card'
import { MainButton } from '../components/main-button'
import { ReasonField } from '../components/reason-field'
import { TextButton } from '../components/text-button'

/** 退回: written right below what is returned; the dock sends it. */
export function Returning({ reason, placeholder, onReason, onLeave }: ReturningProps) {
  return (
    <Card padded className="mt-2">
      <ReasonField
        title="为什么退回"
        hint="填报的人看得到"
        placeholder={placeholder}
        value={reason}
        onChange={onReason}
      />
      <View className="mt-2">
        <TextButton onPress={onLeave}>不退了</TextButton>
      </View>
    </Card>
  )
}

type ReturningProps = {
  reason: string
  placeholder: string
  onReason: (reason: string) => void
  onLeave: () => void
}

export function ReturnDock({ reason, onReturn }: { reason: string; onReturn: () => void }) {
  if (reason.trim().length < 2) return <MainButton kind="off">先写为什么退回</MainButton>
  return <MainButton onPress={onReturn}>退回这一条</MainButton>
}
