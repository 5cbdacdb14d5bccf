import { View } from '@tarojs/components'
import { ChoiceRows } from '../../../../components/choice-rows'
import { OptionKeys } from '../../../../components/option-keys'
import { REVITALISATIONS } from '../../../../domain/revitalisations'
import type { Indicator } from '../../../../domain/round-file'
import { asKind } from '../../../../domain/scheme-lists'
import { NumberPart, Part, TextPart } from '../fields'
import type { FormProps } from '../form-props'
import { Bands } from './bands'
import { Rubric } from './rubric'

export function IndicatorForm({ form, faults, rules, change, replace }: FormProps<Indicator>) {
  return (
    <>
      <TextPart
        title="指标名称"
        remark={`编号 ${form.id}`}
        value={form.title}
        placeholder="如 党支部战斗堡垒作用"
        most={80}
        long
        faults={faults}
        at="title"
        onChange={(title) => change({ title })}
      />
      <Part title="怎么打分" faults={faults} at="kind">
        <ChoiceRows
          label="怎么打分"
          chosen={form.kind}
          onChoose={(kind) => replace(asKind(form, kind))}
          choices={[
            { key: 'judged', title: '评判', note: '每位评委对照标准打分' },
            { key: 'measured', title: '实测', note: '录入一个数，两人核对，查表得分' },
          ]}
        />
      </Part>
      <View className="scheme-pair">
        <View className="grow">
          <NumberPart
            title="满分"
            value={form.full}
            faults={faults}
            at="full"
            onChange={(full) => change({ full: full! })}
          />
        </View>
        <View className="scheme-pair-gap" />
        <View className="grow">
          <NumberPart
            title="打分步长"
            value={form.step}
            faults={faults}
            at="step"
            onChange={(step) => change({ step: step! })}
          />
        </View>
      </View>
      {form.kind === 'judged' ? (
        <Rubric form={form} faults={faults} onChange={(rubric) => change({ rubric })} />
      ) : (
        <>
          <TextPart
            title="量的是什么、用什么单位"
            value={form.unit}
            placeholder="如 联户覆盖率 %"
            most={40}
            faults={faults}
            at="unit"
            onChange={(unit) => change({ unit })}
          />
          <Bands form={form} faults={faults} onChange={(bands) => change({ bands })} />
        </>
      )}
      <Part title="属于五大振兴的哪一个" faults={faults} at="revitalisation">
        <OptionKeys
          question="属于五大振兴的哪一个"
          options={REVITALISATIONS.map(({ id, title }) => ({ key: id, label: title }))}
          chosen={REVITALISATIONS.find(({ id }) => id === form.revitalisation)?.id ?? null}
          onChoose={(revitalisation) => change({ revitalisation })}
        />
      </Part>
      <Part title="属于哪项行动" faults={faults} at="actionId">
        {rules.actions.length === 0 ? (
          <View className="quiet">还没有行动，请先在「十项行动」里加。</View>
        ) : (
          <ChoiceRows
            label="属于哪项行动"
            chosen={form.actionId}
            onChoose={(actionId) => change({ actionId })}
            choices={rules.actions.map(({ id, title }) => ({ key: id, title: title || id }))}
          />
        )}
      </Part>
    </>
  )
}
