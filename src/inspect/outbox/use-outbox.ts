import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { confirm, say } from '../../client/device'
import { exportQueue, importQueue, phoneHealth, sendNow, waitingItems } from '../../client/outbox'
import { isPhoneFull } from '../../client/scorecard-store'
import { lastRoundId } from '../../client/today'
import { useKept } from '../../client/use-kept'
import { useOnline } from '../../client/use-online'
import { toRoute } from '../use-day'
import { useKeptList } from '../use-kept-list'
import { waitingRows } from './waiting-rows'

export function useOutbox() {
  const online = useOnline()
  const items = useKeptList(waitingItems)
  const health = useKeptList(phoneHealth)
  const takesNothing = useKept(isPhoneFull)
  const [failed, setFailed] = useState('')
  // Opened from home after a cold start, this is the first that can send.
  useDidShow(() => sendNow())
  return {
    online,
    rows: waitingRows(items, online),
    health,
    takesNothing,
    failed,
    toRoute: toRoute(lastRoundId() ?? ''),
    sendNow,
    exportAll: async () => {
      setFailed('')
      const answer = await exportQueue()
      if (answer === 'saved') say('已存成文件')
      else if (answer !== 'cancelled') setFailed(answer.failed)
    },
    importAll: async () => {
      setFailed('')
      const agreed = await confirm({
        title: '从文件导入？',
        text: '请选另一部手机导出的文件。只能导入您自己的，导入几次都只算一次。',
        yes: '选文件',
        no: '取消',
      })
      if (!agreed) return
      const answer = await importQueue()
      if (answer === 'cancelled') return
      if ('failed' in answer) setFailed(answer.failed)
      else say(`导入了 ${answer.items} 项、${answer.photos} 张照片`)
    },
  }
}
