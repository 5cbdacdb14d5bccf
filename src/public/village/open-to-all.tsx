import { View } from '@tarojs/components'
import { call } from '../../client/call'
import { copyAddress } from '../../client/copy-text'
import { useDeed } from '../../client/use-deed'
import { Notice } from '../../components/notice'
import { TextButton } from '../../components/text-button'

/** 公开版: anybody may work the whole ranking out again. Good for an hour, so it is asked for when it is wanted. */
export function OpenToAll({ roundId }: { roundId: string }) {
  const { refused, run } = useDeed()

  async function copyPublicEdition() {
    const file = await run('public', () => call('ranking', 'exportPublic', { roundId }))
    if (file) await copyAddress(file)
  }

  return (
    <>
      <View className="public-foot quiet">各村怎么排的，谁都可以拿公开版在电脑上重算一遍。</View>
      {refused && (
        <View className="mt-2">
          <Notice kind="error" title="没有取到">
            {refused.sentence}
          </Notice>
        </View>
      )}
      <View className="center">
        <TextButton onPress={copyPublicEdition}>复制公开版下载地址</TextButton>
      </View>
    </>
  )
}
