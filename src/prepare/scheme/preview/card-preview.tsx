import { View } from '@tarojs/components'
import { useState } from 'react'
import { say } from '../../../client/device'
import { blankCard, type KeptMark, keptMark } from '../../../client/kept-card'
import { factNoun } from '../../../components/fact-words'
import { LockedFact } from '../../../components/indicator-card'
import type { Scheme } from '../../../domain/round-file'
import { bandsInWords } from '../../../domain/scheme-words'
import { JudgedCard } from '../../../inspect/scorecard/judged-card'
import { previewRows } from './preview-rows'

/** The scorecard: marks can be tried, and are gone with the page. */
export function CardPreview({ rules }: { rules: Scheme }) {
  const [marks, setMarks] = useState<Record<string, KeptMark>>({})
  const kept = (id: string) => keptMark({ ...blankCard('', ''), marks }, id)
  const put = (id: string, change: Partial<KeptMark>) =>
    setMarks((before) => ({ ...before, [id]: { ...keptMark({ marks: before }, id), ...change } }))
  const rows = previewRows(rules)
  if (rows.length === 0) return <View className="mt-4 quiet">还没有指标，评分表是空的。</View>
  return (
    <View className="mt-3">
      {rows.map((row) =>
        row.kind === 'judged' ? (
          <JudgedCard
            key={row.id}
            item={row.item}
            kept={kept(row.id)}
            undoFrom={undefined}
            onMark={(id, mark) => put(id, { mark })}
            onNote={(id, note) => put(id, { note })}
            onPhoto={() => say('预览里不拍照')}
            onPhotoRemoved={nothing}
            onUndo={nothing}
            onChoose={nothing}
          />
        ) : (
          <LockedFact
            key={row.id}
            action={row.fact.action}
            full={row.fact.full}
            title={row.fact.title}
            fact={`${factNoun(row.fact)}：${bandsOf(rules, row.id)}`}
            mark="–"
          />
        ),
      )}
      <View className="small quiet mt-3">示范目标要等各村申报、审定以后才有。</View>
    </View>
  )
}

function bandsOf({ indicators }: Scheme, id: string): string {
  const found = indicators.find((one) => one.id === id)
  return found?.kind === 'measured' ? bandsInWords(found.bands) : ''
}

/** There is nothing to undo, choose or take away. */
function nothing(): void {}
