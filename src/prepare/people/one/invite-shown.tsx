import { Image, Text, View } from '@tarojs/components'
import { aria, shows } from '../../../components/aria'
import { MainButton } from '../../../components/main-button'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { TextButton } from '../../../components/text-button'
import { momentInWords } from '../person-words'
import './index.css'
import type { Invite } from './use-invite'

/** 邀请码: large, to be read out, scanned or sent. It is told this once. */
export function InviteShown({ invite, onCopy, onClose }: { invite: Invite; onCopy: () => void; onClose: () => void }) {
  const { name, code, expiresAt, picture } = invite
  return (
    <Screen title="邀请码" broad dock={<MainButton onPress={onCopy}>复制要发给本人的话</MainButton>}>
      <SheetHead>
        <View className="apart">
          <Text className="title">{name}</Text>
          <Text className="small quiet">{`${momentInWords(expiresAt)} 前有效`}</Text>
        </View>
      </SheetHead>
      <View className="invite-code" {...aria({ role: 'group', label: `邀请码，${[...code].join(' ')}` })}>
        {code.split('-').map((group, place) => (
          <Text key={String(place)} className="invite-group">
            {group}
          </Text>
        ))}
      </View>
      {picture && (
        <View className="invite-frame">
          <Image
            className="invite-picture"
            src={`data:${picture.contentType};base64,${picture.base64}`}
            mode="aspectFit"
            {...shows(`${name}的邀请码，用微信扫`)}
          />
        </View>
      )}
      <View className="center">
        {picture ? '本人用自己的微信扫，填上姓名就绑定。' : '本人在首页点“有邀请码？”，输入它和姓名。'}
      </View>
      <View className="center quiet">
        只发给本人。用过一次、姓名错 5 次、过了 72 小时就作废。离开这一页就看不到了，要再发只能换新的。
      </View>
      <View className="center mt-3">
        <TextButton onPress={onClose}>发好了，回到这个人</TextButton>
      </View>
    </Screen>
  )
}
