import { Text, View } from '@tarojs/components'
import { go, restartAt } from '../../client/navigate'
import { openProposal, proposalInWords } from '../../client/proposals'
import { hasDay } from '../../client/rounds'
import { shanghaiDay } from '../../client/shanghai-day'
import { Card, Row, Section } from '../../components/card'
import { heldInWords, roleDoes } from '../../components/role-words'
import { roundStateInWords } from '../../components/round-words'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { dayInWords } from '../../domain/shanghai-clock'
import { type Me, useMe } from './use-me'

/** Who I am here, in plain words, and the rounds I have to do with. */
export default function MePage() {
  const { data, screen, offline, stale } = useMe()
  if (!data) return <Screen title="我的" state={screen} offline={offline} />
  const { member, rounds } = data
  if (!member)
    return (
      <Screen
        title="我的"
        offline={offline}
        state={{
          empty: '这个微信还没有工作身份',
          text: '村民不用身份，扫村里的码就能评。评委和干部请找管理员登记。',
          icon: 'person',
          action: { label: '去扫村里的码', onPress: () => restartAt('pages/home/index') },
        }}
      />
    )
  return (
    <Screen title="我的" offline={offline}>
      <SheetHead>
        <Text className="small quiet">您在这里是</Text>
        <View className="number">{member.name}</View>
        <View className="quiet">{boundInWords(member)}</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <Card className="mt-3">
        {member.roles.map((held) => (
          <Row key={`${held.role} ${held.scope}`} title={heldInWords(held)} note={roleDoes[held.role]} strong />
        ))}
      </Card>
      <Waiting me={data} />
      <Section title="拉练" remark={rounds.length > 0 ? `${rounds.length} 次` : undefined}>
        <Card padded={rounds.length === 0}>
          {rounds.length === 0 && '还没有拉练。'}
          {rounds.map((round) => (
            <Row
              key={round.id}
              title={`第 ${round.number} 次拉练${round.rehearsal ? '（演练）' : ''}`}
              note={`${dayInWords(round.day)}，${roundStateInWords[round.state]}`}
              onPress={opener(data, round)}
            />
          ))}
        </Card>
      </Section>
      <Section title="换手机、换微信">
        <Card>
          <Row title="换手机，微信号不变" note="什么都不用办。在新手机上登录微信，打开就是您。" />
          <Row title="换了微信号" note="请管理员给您发一个新的邀请码。绑定以后，原来那个微信就不能用了。" />
          <Row title="手机丢了，或身份不对" note="马上告诉管理员。管理员撤销以后，那个微信立刻进不来。" />
        </Card>
      </Section>
      <View className="small quiet mt-4">身份按这个微信认，不用密码。</View>
    </Screen>
  )
}

/** 西岭区，2026 年 11 月 28 日绑定这个微信 */
function boundInWords({ districtName, boundAt }: NonNullable<Me['member']>): string {
  const day = shanghaiDay(boundAt)
  return `${districtName && `${districtName}，`}${day.slice(0, 4)} 年 ${dayInWords(day)}绑定这个微信`
}

/** What takes two people and waits for this one. */
function Waiting({ me: { proposals, rounds } }: { me: Me }) {
  const mine = proposals.filter(({ mayAgree }) => mayAgree)
  if (mine.length === 0) return null
  return (
    <Section title="等您同意" remark="两个人才能办">
      <Card>
        {mine.map((proposal) => (
          <Row
            key={proposal.id}
            title={proposalInWords(proposal, rounds)}
            note={`${proposal.byName}提请`}
            onPress={() => openProposal(proposal)}
          />
        ))}
      </Card>
    </Section>
  )
}

/** An administrator is led to the round's page, others to its board or its day; nothing where there is nothing to see. */
function opener({ member }: Me, round: Me['rounds'][number]): (() => void) | undefined {
  const holds = (wanted: string) => member?.roles.some(({ role }) => role === wanted) ?? false
  const open = (page: string) => () => go(page, { round: round.id })
  if (holds('administrator')) return open('manage/round/index')
  if (round.mayReadBoard) return open('pages/board/index')
  if (hasDay(round.state) && (holds('leader') || round.onPanel)) return open('manage/progress/index')
  return undefined
}
