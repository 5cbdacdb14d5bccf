import type { Read } from './use-read'
import { type Reading, useReading } from './use-reading'

/** As useReading, for a page that shows a result: before the announcement there is none, which is no failure. */
export function useResult<T>(read: Read<T>): Reading<T> {
  const reading = useReading(read)
  if (read.data || read.failed !== 'wrongState') return reading
  const again = { label: '再看一次', onPress: () => void read.reload() }
  return { ...reading, screen: { empty: '还没有公布', text: NOT_YET, icon: 'paper', action: again } }
}

const NOT_YET = '公布以前谁都看不到得分和名次。公布以后再来，这里就有了。'
