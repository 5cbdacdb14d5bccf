import { View } from '@tarojs/components'
import type { Refused } from '../client/use-deed'
import { Notice } from './notice'

/** A refusal in its own sentence, or the very thing that is to be mended. */
export function NotDone({ title, refused }: { title: string; refused: Refused | null }) {
  if (!refused) return null
  const { problem } = refused.details
  return (
    <View className="mt-3">
      <Notice kind="error" title={title}>
        {refused.code === 'invalid' && typeof problem === 'string' ? `${problem}。` : refused.sentence}
      </Notice>
    </View>
  )
}
