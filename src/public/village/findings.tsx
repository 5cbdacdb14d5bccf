import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { StateChip, type StateChipProps } from '../../components/state-chip'
import type { PublicPage } from '../../contract/survey'
import { dayInWords } from '../../domain/shanghai-clock'

type Finding = PublicPage['findings'][number]

/** 查出的问题, each with what became of it. */
export function Findings({ findings }: { findings: Finding[] }) {
  const fixed = findings.filter(({ state }) => state === 'verified').length
  return (
    <>
      <View className="public-title">查出的问题</View>
      {findings.length === 0 ? (
        <View className="quiet">没有记下的问题。</View>
      ) : (
        <>
          <View className="quiet mb-2">
            {fixed === 0 ? `${findings.length} 条` : `${findings.length} 条，改好了 ${fixed} 条`}
          </View>
          <Card>
            {findings.map((finding, index) => (
              <FindingRow key={String(index)} {...finding} />
            ))}
          </Card>
        </>
      )}
    </>
  )
}

function FindingRow({ text, state, roundNumber, dueOn }: Finding) {
  const { words, ...look } = STATES[state]
  const due = dueOn && state !== 'verified' ? `${dayInWords(dueOn)}前改好` : ''
  return (
    <View className="public-row public-finding">
      <View className="grow">
        <View className="strong">{text}</View>
        <View className="quiet">{[`第 ${roundNumber} 次拉练查出`, due].filter(Boolean).join('，')}</View>
      </View>
      <View className="public-state">
        <StateChip wash {...look}>
          {words}
        </StateChip>
      </View>
    </View>
  )
}

const FIXING = { tone: 'amber', icon: 'clock' } as const
const STATES: Record<Finding['state'], { words: string } & Pick<StateChipProps, 'tone' | 'icon'>> = {
  reported: { words: '刚记下', tone: 'plain' },
  assigned: { words: '准备改', ...FIXING },
  fixing: { words: '正在改', ...FIXING },
  submitted: { words: '改了，待验收', ...FIXING },
  returned: { words: '还要再改', ...FIXING },
  verified: { words: '改好了', tone: 'jade', icon: 'tick' },
}
