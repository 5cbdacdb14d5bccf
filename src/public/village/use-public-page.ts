import { useState } from 'react'
import { call } from '../../client/call'
import { pageQuery, restartAt } from '../../client/navigate'
import { useRead } from '../../client/use-read'
import type { ScreenState } from '../../components/screen'

/** What a village's code shows once its round is announced. */
export function usePublicPage() {
  const [{ village = '' }] = useState(pageQuery)
  const { data, failed, reload } = useRead(() => call('survey', 'publicPage', { villageId: village }))
  return { page: data, screen: screenOf(), stale: data !== null && failed !== null }

  function screenOf(): ScreenState {
    if (data) return 'ready'
    if (!failed) return 'loading'
    if (failed === 'tryAgain')
      return {
        error: '没连上',
        text: '请看看手机有没有信号，再试一次。',
        action: { label: '再试一次', onPress: () => void reload() },
      }
    return {
      empty: '结果还没有公布',
      text: '揭榜以后再扫村里的码，就能看到。',
      action: { label: '回首页', onPress: () => restartAt('pages/home/index') },
    }
  }
}
