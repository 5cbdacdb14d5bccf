import { Text, View } from '@tarojs/components'
import { shanghaiDay } from '../../client/shanghai-day'
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

function FindingRow({ text, state, dueOn }: Finding) {
  const { words, ...look } = STATES[state]
  const due = dueOn && state !== 'verified' ? dueInWords(dueOn) : ''
  return (
    <View className="public-row">
      <View className="strong">{text}</View>
      <View className="public-state">
        <StateChip wash {...look}>
          {words}
        </StateChip>
        {due && <Text className="quiet">{due}</Text>}
      </View>
    </View>
  )
}

/** A deadline that is over is said as one. */
function dueInWords(day: string): string {
  return day < shanghaiDay(Date.now()) ? `本该 ${dayInWords(day)}前改好` : `${dayInWords(day)}前改好`
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
