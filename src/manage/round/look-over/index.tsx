import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { go } from '../../../client/navigate'
import { Card, Section } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Press } from '../../../components/press'
import { TextButton } from '../../../components/text-button'
import type { RoundDeeds } from '../use-round-deeds'
import { Concerns } from './concerns'
import type { Door, LookGroup } from './groups'
import type { LookOverState } from './use-look-over'
import './index.css'

type LookOverProps = { lookOver: LookOverState; roundId: string; deeds: RoundDeeds }

/** 封存前要看的: kind by kind, whom and what, never a figure. Each is opened once before anybody proposes or agrees. */
export function LookOver({ lookOver, roundId, deeds }: LookOverProps) {
  const { groups, isAsked, unseen } = lookOver
  const [open, setOpen] = useState<string | null>(null)
  if (!groups) return null
  return (
    <Section title={isAsked ? '封存前要看的' : '封存时留意到的'} remark={remark(groups.length, isAsked, unseen)}>
      <View id="look-over">
        <Card padded={groups.length === 0}>
          {groups.length === 0 && <Text className="quiet">评分表、评委、扣分和答卷都没有要提醒的。</Text>}
          {groups.map((group) => (
            <Look
              key={group.key}
              group={group}
              isOpen={open === group.key}
              isSeen={lookOver.isSeen(group)}
              isAsked={isAsked}
              onPress={() => {
                lookOver.look(group)
                setOpen(open === group.key ? null : group.key)
              }}
              roundId={roundId}
              deeds={deeds}
            />
          ))}
        </Card>
      </View>
    </Section>
  )
}

type LookProps = {
  group: LookGroup
  isOpen: boolean
  isSeen: boolean
  isAsked: boolean
  onPress: () => void
  roundId: string
  deeds: RoundDeeds
}

function Look({ group, isOpen, isSeen, isAsked, onPress, roundId, deeds }: LookProps) {
  const { title, note, meaning, door } = group
  const isDone = isAsked && isSeen
  return (
    <View className="look">
      <Press
        className="row"
        label={[title, isAsked && (isSeen ? '已看' : '还没看'), isOpen && '已展开'].filter(Boolean).join('，')}
        onPress={onPress}
      >
        <View className="row-lead">
          <Icon name={isDone ? 'tick' : 'warning'} size={22} className={isDone ? 'jade' : 'amber'} />
        </View>
        <View className="grow">
          <View className={isDone ? '' : 'strong'}>{title}</View>
          {!isOpen && <View className="small quiet">{note}</View>}
        </View>
        {isDone && <Text className="small quiet row-end">已看</Text>}
        <Icon name="forward" size={20} className={`row-forward ${isOpen ? 'look-shut' : 'look-open'}`} />
      </Press>
      {isOpen && (
        <View className="look-inside">
          <View>{meaning}</View>
          <Concerns group={group} deeds={deeds} />
          {door !== null && isAsked && (
            <TextButton icon="forward" onPress={() => go(door, { round: roundId })}>
              {DOOR_WORDS[door]}
            </TextButton>
          )}
        </View>
      )}
    </View>
  )
}

const DOOR_WORDS: Record<Door, string> = {
  'manage/progress/index': '看各村进度',
  'manage/deductions/index': '看扣分与申诉',
}

function remark(count: number, isAsked: boolean, unseen: number): string {
  if (count === 0) return '没有'
  if (!isAsked) return `${count} 条`
  return unseen === 0 ? '都看过了' : `看过 ${count - unseen}，还有 ${unseen}`
}
