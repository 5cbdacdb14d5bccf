import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row, Section } from '../../components/card'
import { StateChip } from '../../components/state-chip'
import type { DayProgress } from '../../contract/ranking'
import type { LateSend } from '../../contract/scoring'
import { shanghaiClock } from '../../domain/shanghai-clock'
import { AskWhy } from './ask-why'
import type { RoundDeeds } from './use-round-deeds'

/** Of a proposal at most, as the contract takes them. */
const MOST = 30

/**
 * What came after closing: whose, of which village, when it was done and when it arrived. Never a value. Administrators
 * choose what counts all the same, with a second person. `deeds` null: they only look.
 */
export function LateWork({ late, deeds }: Pick<DayProgress, 'late'> & { deeds: RoundDeeds | null }) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  if (late.length === 0) return null
  const waiting = late.filter(({ state }) => state === 'waiting').map(({ sendId }) => sendId)
  const admitted = chosen.filter((id) => waiting.includes(id))
  const press = (id: string) =>
    setChosen(admitted.includes(id) ? admitted.filter((one) => one !== id) : [...admitted, id].slice(-MOST))
  return (
    <Section title="收卷后才到的" remark={`${late.length} 项`}>
      <Card>
        {late.map((one) => {
          const isChosen = admitted.includes(one.sendId)
          const title = `${one.memberName}：${one.villageName}${WHAT[one.action]}`
          return (
            <Row
              key={one.sendId}
              strong
              title={title}
              note={
                <>
                  <View>{`${shanghaiClock(one.at)} 做的，${shanghaiClock(one.receivedAt)} 收到`}</View>
                  {one.why !== '' && <View>{one.why}</View>}
                </>
              }
              end={isChosen ? <Chosen /> : <LateState state={one.state} />}
              {...(deeds &&
                one.state === 'waiting' && {
                  label: isChosen ? `${title}，已选，点一下取消` : `${title}，选它采纳`,
                  onPress: () => press(one.sendId),
                })}
            />
          )
        })}
        {deeds && admitted.length > 0 && (
          <AskWhy
            what={`选了 ${admitted.length} 项。两人同意，就当作没有迟到；后来又改过的不会被它盖掉。`}
            title="为什么采纳"
            placeholder="如：山里没有信号，收卷前就打完了"
            act="提请采纳"
            propose={(reason) => deeds.admitLate(admitted, reason)}
            onDone={() => setChosen([])}
          />
        )}
      </Card>
      <View className="small quiet mt-2">
        {deeds && waiting.length > 0 && admitted.length === 0 && '点一项，选它采纳。'}
        都原样留着，这里不看内容。两人同意采纳的才计入。
      </View>
    </Section>
  )
}

function Chosen() {
  return (
    <StateChip tone="jade" icon="tick">
      选中
    </StateChip>
  )
}

function LateState({ state }: Pick<LateSend, 'state'>) {
  switch (state) {
    case 'waiting':
      return (
        <StateChip tone="amber" icon="clock">
          等待处理
        </StateChip>
      )
    case 'admitted':
      return (
        <StateChip tone="jade" icon="tick">
          已采纳
        </StateChip>
      )
    case 'refused':
      return (
        <StateChip tone="quiet" icon="cross">
          未采纳
        </StateChip>
      )
  }
}

const WHAT: Record<LateSend['action'], string> = {
  arrive: '到点',
  saveMarks: '改分',
  submit: '提交评分表',
  deduct: '提出扣分',
  confirmDeduction: '确认扣分',
}
