import { View } from '@tarojs/components'
import { confirm } from '../../client/device'
import type { MyRound } from '../../client/rounds'
import { TextButton } from '../../components/text-button'
import type { RoundDeeds } from './use-round-deeds'

/** 归档: the last thing that is done with a round. */
export function Archive({ round: { number }, deeds }: { round: MyRound; deeds: RoundDeeds }) {
  async function archive(): Promise<void> {
    const agreed = await confirm({
      title: `第 ${number} 次拉练归档？`,
      text: '榜单、得分和存档以后都能看，只是什么都不再改。',
      yes: '归档',
      no: '先不',
    })
    if (agreed) await deeds.archive()
  }
  return (
    <View className="mt-5 center">
      <TextButton onPress={() => void archive()}>都办完了，归档</TextButton>
    </View>
  )
}
