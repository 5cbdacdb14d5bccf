import { View } from '@tarojs/components'
import { Notice } from './notice'

/** The last look failed: what stands below may be old. */
export function StaleNotice({ stale }: { stale: string | undefined }) {
  if (!stale) return null
  return (
    <View className="mt-3">
      <Notice title="没有连上，下面是刚才读到的">{stale}</Notice>
    </View>
  )
}
