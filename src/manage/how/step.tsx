import { Text, View } from '@tarojs/components'
import type { ExplainedStep } from '../../contract/explanation'
import { centsText } from '../../domain/cents-text'
import { CardTable } from './card-table'
import { Folded } from './folded'
import { ItemTable } from './item-table'

/** One step: what it comes to, how in sentences, and the lists that the sentences are about. */
export function Step({ step }: { step: ExplainedStep }) {
  return (
    <View className="section">
      <View className="apart how-head">
        <Text className="title">{TITLES[step.kind]}</Text>
        <Text className="title nowrap">{comesTo(step)}</Text>
      </View>
      {step.sentences.map((sentence) => (
        <View className="how-sentence" key={sentence}>
          {sentence}
        </View>
      ))}
      {(step.kind === 'common' || step.kind === 'demonstration') && (
        <>
          <Folded
            title={`${ITEMS[step.kind]}（${step.items.length} 项）`}
            of={TITLES[step.kind]}
            count={step.items.length}
          >
            <ItemTable items={step.items} />
          </Folded>
          <Folded title={`所有评委的分（${step.cards.length} 位）`} of={TITLES[step.kind]} count={step.cards.length}>
            <CardTable cards={step.cards} />
          </Folded>
        </>
      )}
    </View>
  )
}

function comesTo(step: ExplainedStep): string {
  switch (step.kind) {
    case 'order':
      return `第 ${step.rank} 名`
    case 'deferred':
      return ''
    case 'deductions':
      return centsText(-step.value)
    default:
      return centsText(step.value)
  }
}

const TITLES: Record<ExplainedStep['kind'], string> = {
  common: '共性目标',
  demonstration: '示范目标',
  satisfaction: '满意度',
  deductions: '扣分',
  total: '总分',
  order: '名次',
  deferred: '缓评',
}

const ITEMS = { common: '实测的得分', demonstration: '示范目标' } as const
