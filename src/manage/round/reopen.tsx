import { useState } from 'react'
import { Card, Row, Section } from '../../components/card'
import { AskWhy } from './ask-why'
import type { RoundView } from './use-round'
import type { RoundDeeds } from './use-round-deeds'

/** 重开: the way back to 收卷 where something sealed turns out wrong; the former ranking is kept, the survey stays shut. */
export function Reopen({ view, deeds }: { view: RoundView; deeds: RoundDeeds }) {
  const [asking, setAsking] = useState(false)
  if (!view.me.isAdministrator || view.pending.some(({ kind, agreedBy }) => kind === 'reopen' && agreedBy === null))
    return null
  return (
    <Section title="发现错了">
      <Card>
        <Row
          title="重开这次拉练"
          note="退回收卷，改好再封存；要两个人，记录都留着"
          label="重开这次拉练，要两人同意"
          onPress={() => setAsking(!asking)}
        />
        {asking && (
          <AskWhy
            what={`退回收卷后，${view.round.state === 'sealed' ? '' : '榜单暂时看不到，'}可以采纳迟到的、改正录入；村民的答卷不再收，也不会变。原来的榜单和摘要留着，下次的通报会标明更正。`}
            title="为什么重开"
            placeholder="如：金沙村的实测数据录错了一位"
            act="提请重开"
            propose={(reason) => deeds.reopen(reason)}
            onDone={() => setAsking(false)}
          />
        )}
      </Card>
    </Section>
  )
}
