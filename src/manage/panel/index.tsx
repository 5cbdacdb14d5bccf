import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { useRead } from '../../client/use-read'
import { useReading } from '../../client/use-reading'
import { Card, Section } from '../../components/card'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import type { PanelQuality } from '../../contract/ranking'
import './index.css'
import { InspectorRow } from './inspector-row'
import { PaperCard } from './paper-card'

/** 评审组打得怎样: paper by paper what scores differ by, inspector by inspector how they mark. Nobody is judged by it here. */
export default function PanelPage() {
  const [{ round: roundId = '' }] = useState(pageQuery)
  const { data, screen, offline, stale } = useReading(useRead(() => call('ranking', 'panelQuality', { roundId })))
  if (!data) return <Screen title="评审组" broad state={screen} offline={offline} />

  const { round, papers, inspectors, weights } = data
  return (
    <Screen title="评审组" broad offline={offline}>
      <SheetHead>
        <View className="title">
          第 {round.number} 次拉练，{inspectors.length} 位评委
        </View>
        <View className="quiet mt-1">分数的差别从哪里来，评委之间看法是否一致。用来改进评审组，不影响名次。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <Section title="分数的差别从哪里来" remark="越多来自村，越分得清">
        <PaperCard title="共性目标" paper={papers.common} />
        <PaperCard title="示范目标" paper={papers.demonstration} />
      </Section>
      <Section title="每位评委" remark="按宽严排，严的在前">
        <Card>
          {bySeverity(inspectors).map((inspector) => (
            <InspectorRow key={inspector.id} inspector={inspector} weights={weights} />
          ))}
        </Card>
        <View className="small quiet mt-3">
          宽严：同样的村，比各位评委平均多给或少给几分；计分时已按规则校正。一致：和别的评委把村排成一样的次序，完全一样是
          1，没有关系是 0。
        </View>
      </Section>
    </Screen>
  )
}

/** The harsh first; whose severity cannot be estimated last. */
function bySeverity(inspectors: PanelQuality['inspectors']): PanelQuality['inspectors'] {
  const sum = ({ severity: { common, demonstration } }: PanelQuality['inspectors'][number]) =>
    common === null && demonstration === null ? Number.POSITIVE_INFINITY : (common ?? 0) + (demonstration ?? 0)
  return [...inspectors].sort((a, b) => sum(a) - sum(b) || (a.id < b.id ? -1 : 1))
}
