import { View } from '@tarojs/components'
import { useState } from 'react'
import { TextButton } from '../../../components/text-button'
import { AskWhy } from '../ask-why'
import type { RoundDeeds } from '../use-round-deeds'
import type { Concern, LookGroup } from './groups'

/** Everyone and everything of one kind; what differs from one to the next in words, what two may decide with its button. */
export function Concerns({ group, deeds }: { group: LookGroup; deeds: RoundDeeds }) {
  const { concerns, isSaidOnce } = group
  const [asking, setAsking] = useState<string | null>(null)
  if (isSaidOnce && concerns.every(({ act }) => act === null))
    return <View className="mt-2">{concerns.map(({ about }) => about).join('、')}</View>
  return (
    <>
      {concerns.map((one) => (
        <View className="look-concern" key={one.key}>
          <View className="apart">
            <View className="grow strong">{one.about}</View>
            {one.act && (
              <TextButton
                label={`${one.about}，${actWords[one.act.kind]}`}
                onPress={() => setAsking(asking === one.key ? null : one.key)}
              >
                {actWords[one.act.kind]}
              </TextButton>
            )}
          </View>
          {!isSaidOnce && <View className="small quiet">{one.text}</View>}
          {one.act && asking === one.key && (
            <Ask act={one.act} name={one.villageName} deeds={deeds} onDone={() => setAsking(null)} />
          )}
        </View>
      ))}
    </>
  )
}

const actWords = { accept: '照常排名', restore: '恢复计分' }

type AskProps = { act: NonNullable<Concern['act']>; name: string; deeds: RoundDeeds; onDone: () => void }

function Ask({ act, name, deeds, onDone }: AskProps) {
  if (act.kind === 'accept')
    return (
      <AskWhy
        what={`${name}按规则要缓评。两人同意，就照现有的评分表和答卷排名次。谁也看不到得分，也不知道会排第几。`}
        title="为什么照常排名"
        placeholder="如：一位评委中途生病，另两位都打完了"
        act="提请照常排名"
        propose={(reason) => deeds.acceptVillage({ villageId: act.villageId, reason })}
        onDone={onDone}
      />
    )
  return (
    <AskWhy
      what={`${name}因这个原因没计入的答卷，要恢复就全部恢复。谁也不看内容，也不知道会帮到谁。`}
      title="为什么恢复"
      placeholder="如：村里停电，由镇干部转发了码，都是本村人填的"
      act="提请恢复计分"
      propose={(reason) => deeds.restore({ villageId: act.villageId, excludedFor: act.excludedFor, reason })}
      onDone={onDone}
    />
  )
}
