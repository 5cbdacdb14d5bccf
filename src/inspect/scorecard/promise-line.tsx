import { Text, View } from '@tarojs/components'
import { promiseWords } from '../../components/promise-words'
import type { GoalPromise } from '../../contract/round'
import './promise-line.css'

/** From where to where: what the goal is marked against. On one line where it fits, else the promise begins the second. */
export function PromiseLine({ promise }: { promise: GoalPromise }) {
  const { from, to } = promiseWords(promise)
  return (
    <View className="promise-line">
      {from && <Text className="promise-part quiet">{from}</Text>}
      {to && <Text className="promise-part">{to}</Text>}
    </View>
  )
}
