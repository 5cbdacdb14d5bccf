import { View } from '@tarojs/components'
import { Section } from '../../../../components/card'
import { ChoiceRows } from '../../../../components/choice-rows'
import { severityInWords } from '../../../../domain/scheme-words'
import { FaultLines } from '../../fault-lines'
import { NumberPart, ofPlace, Part, TextPart } from '../fields'
import type { FormProps } from '../form-props'
import type { RuleForm } from '../lenses'

export function RulesForm({ form, faults, change }: FormProps<RuleForm>) {
  const { weights, certainty } = form
  const weigh = (paper: keyof typeof weights) => (value: number | null) =>
    change({ weights: { ...weights, [paper]: value! } })
  const sum = weights.common + weights.demonstration + weights.satisfaction
  return (
    <>
      <TextPart
        title="方案名称"
        remark="公布和通报里用的全名"
        value={form.title}
        most={80}
        long
        faults={faults}
        at="title"
        onChange={(title) => change({ title })}
      />
      <Section title="权重" remark={Number.isNaN(sum) ? undefined : `加起来 ${Math.round(sum * 10_000) / 10_000}`}>
        <View className="scheme-pair">
          <View className="grow">
            <NumberPart
              title="共性"
              value={weights.common}
              faults={faults}
              at="weights.common"
              onChange={weigh('common')}
            />
          </View>
          <View className="scheme-pair-gap" />
          <View className="grow">
            <NumberPart
              title="示范"
              value={weights.demonstration}
              faults={faults}
              at="weights.demonstration"
              onChange={weigh('demonstration')}
            />
          </View>
          <View className="scheme-pair-gap" />
          <View className="grow">
            <NumberPart
              title="满意度"
              value={weights.satisfaction}
              faults={faults}
              at="weights.satisfaction"
              onChange={weigh('satisfaction')}
            />
          </View>
        </View>
        <FaultLines faults={ofPlace(faults, 'weights')} />
      </Section>
      <NumberPart
        title="扣分封顶"
        remark="一个村最多扣几分"
        value={form.deductionCap}
        faults={faults}
        at="deductionCap"
        onChange={(value) => change({ deductionCap: value! })}
      />
      <NumberPart
        title="每村至少几位评委"
        remark="不到就缓评"
        value={form.minInspectors}
        faults={faults}
        at="minInspectors"
        onChange={(value) => change({ minInspectors: value! })}
      />
      <NumberPart
        title="几位评委起去掉最高最低"
        value={form.trimFrom}
        faults={faults}
        at="trimFrom"
        onChange={(value) => change({ trimFrom: value! })}
      />
      <Part title="宽严校正" remark="评委有的偏严、有的偏宽" faults={faults} at="severityAdjustment">
        <ChoiceRows
          label="宽严校正"
          chosen={form.severityAdjustment}
          onChoose={(severityAdjustment) => change({ severityAdjustment })}
          choices={(['auto', 'always', 'never'] as const).map((key) => {
            const [title = '', note] = severityInWords[key].split('：')
            return { key, title, ...(note && { note }) }
          })}
        />
      </Part>
      <NumberPart
        title="离群界限"
        remark="几个标准差以外先放一边"
        value={form.outlierCut}
        mayBeEmpty
        placeholder="空着：不用"
        faults={faults}
        at="outlierCut"
        onChange={(outlierCut) => change({ outlierCut })}
      />
      <Section title="名次有多稳">
        <NumberPart
          title="重抽几次"
          remark="0：不看"
          value={certainty.draws}
          faults={faults}
          at="certainty.draws"
          onChange={(draws) => change({ certainty: { ...certainty, draws: draws! } })}
        />
        <NumberPart
          title="名次区间的把握（%）"
          value={certainty.level}
          percent
          faults={faults}
          at="certainty.level"
          onChange={(level) => change({ certainty: { ...certainty, level: level! } })}
        />
        <NumberPart
          title="两村换位不超过多少才断档（%）"
          value={certainty.flip}
          percent
          faults={faults}
          at="certainty.flip"
          onChange={(flip) => change({ certainty: { ...certainty, flip: flip! } })}
        />
      </Section>
    </>
  )
}
