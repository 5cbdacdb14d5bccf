import { View } from '@tarojs/components'
import { Card, Section } from '../../../../components/card'
import { TextButton } from '../../../../components/text-button'
import type { JudgedIndicator, RubricLine } from '../../../../domain/round-file'
import type { SchemeFault } from '../../../../domain/scheme-faults'
import { FaultLines } from '../../fault-lines'
import { NumberPart, ofPlace, TextPart } from '../fields'

type RubricProps = {
  form: JudgedIndicator
  faults: readonly SchemeFault[]
  onChange: (rubric: RubricLine[]) => void
}

/** As many as the contract takes. */
const MOST = 12

/** 评分标准: what a mark looks like, a sentence each. */
export function Rubric({ form: { rubric }, faults, onChange }: RubricProps) {
  const put = (at: number, fields: Partial<RubricLine>) =>
    onChange(rubric.map((line, i) => (i === at ? { ...line, ...fields } : line)))
  return (
    <Section title="评分标准" remark="0 分、中间、满分各长什么样">
      <FaultLines faults={ofPlace(faults, 'rubric')} />
      {rubric.map(({ mark, text }, i) => (
        <View className="mt-3" key={String(i)}>
          <Card padded>
            <NumberPart
              title={`第 ${i + 1} 条是几分`}
              value={mark}
              faults={faults}
              at={`rubric.${i}.mark`}
              onChange={(to) => put(i, { mark: to! })}
            />
            <TextPart
              title={`第 ${i + 1} 条的标准`}
              value={text}
              placeholder="这个分长什么样，一句话"
              most={200}
              long
              faults={faults}
              at={`rubric.${i}.text`}
              onChange={(to) => put(i, { text: to })}
            />
            <View className="mt-2">
              <TextButton onPress={() => onChange(rubric.filter((_, k) => k !== i))}>{`删掉第 ${i + 1} 条`}</TextButton>
            </View>
          </Card>
        </View>
      ))}
      {rubric.length < MOST && (
        <View className="mt-2">
          <TextButton plain icon="plus" onPress={() => onChange([...rubric, { mark: Number.NaN, text: '' }])}>
            加一条标准
          </TextButton>
        </View>
      )}
    </Section>
  )
}
