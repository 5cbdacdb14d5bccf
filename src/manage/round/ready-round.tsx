import { View } from '@tarojs/components'
import { call } from '../../client/call'
import { confirm } from '../../client/device'
import { replace } from '../../client/navigate'
import { shanghaiDay } from '../../client/shanghai-day'
import { useDeed } from '../../client/use-deed'
import { Card, Row, Section } from '../../components/card'
import { NotDone } from '../../components/not-done'
import { TextButton } from '../../components/text-button'
import type { Preparation } from '../../contract/round'
import { dayInWords } from '../../domain/shanghai-clock'

/** What *ready* laid down, when villagers begin to answer, and until then the way back. */
export function ReadyRound({ preparation, reload }: { preparation: Preparation; reload: () => Promise<void> }) {
  const { round, revision, plan, schemeTitle, villages, opensAt, at } = preparation
  const { doing, refused, run } = useDeed()
  const goals = villages
    .filter(({ id }) => plan.stops.some(({ villageId }) => villageId === id))
    .reduce((sum, village) => sum + village.goals.approved, 0)
  const isOpen = at >= opensAt
  const opens = `${dayInWords(shanghaiDay(opensAt))}零点`

  async function backToDraft(): Promise<void> {
    const agreed = await confirm({
      title: `第 ${round.number} 次拉练退回草稿？`,
      text: '退回以后可以再改，改好重新点就绪。已经印出去的户码全部作废，要重新印。',
      yes: '退回草稿',
      no: '不退',
    })
    if (!agreed) return
    const send = (sendId: string) => call('round', 'backToDraft', { roundId: round.id, revision, sendId })
    if (await run('back', send)) replace('prepare/round/index', { round: round.id })
    else await reload()
  }

  return (
    <Section title="已经定下来的">
      <NotDone title="没有退回" refused={refused} />
      <Card>
        <Row title="考核方案" note={`《${schemeTitle}》第 ${plan.scheme.version} 版`} />
        <Row title="路线和评审组" note={`${plan.stops.length} 个村，${plan.panel.length} 位评委`} />
        <Row title="示范目标" note={`批准了 ${goals} 条`} />
        <Row title="村民测评" note={isOpen ? '已经开放，不能再退回草稿' : `${opens}开放`} />
      </Card>
      {!isOpen && (
        <View>
          {doing ? (
            <View className="mt-2 quiet">正在退回，请稍等</View>
          ) : (
            <TextButton onPress={() => void backToDraft()}>退回草稿再改</TextButton>
          )}
          <View className="small quiet">{`${opens}以前都可以退回。`}</View>
        </View>
      )}
    </Section>
  )
}
