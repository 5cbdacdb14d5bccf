import { View } from '@tarojs/components'
import { Section } from '../../../../components/card'
import { CheckRows } from '../../../../components/check-rows'
import { ChoiceRows } from '../../../../components/choice-rows'
import { channelInWords } from '../../../../domain/scheme-words'
import { FaultLines } from '../../fault-lines'
import { NumberPart, ofPlace, Part, TextPart } from '../fields'
import type { FormProps } from '../form-props'
import type { SurveyForm } from '../lenses'

const notes = {
  onsite: '评委到村时给大家扫',
  card: '给没有智能手机的人',
  poster: '贴在村里公示栏',
  picture: '群里、相册里的码',
}

export function SurveyRulesForm({ form, faults, rules, change }: FormProps<SurveyForm>) {
  const { quota } = form
  return (
    <>
      <Part title="哪一题是总体满意度" faults={faults} at="overallItem">
        {rules.survey.items.length === 0 ? (
          <View className="quiet">还没有题目，请先加题目。</View>
        ) : (
          <ChoiceRows
            label="哪一题是总体满意度"
            chosen={form.overallItem}
            onChoose={(overallItem) => change({ overallItem })}
            choices={rules.survey.items.map(({ id, title }) => ({ key: id, title: title || id }))}
          />
        )}
      </Part>
      <Section title="该收多少份">
        <NumberPart
          title="按户数的百分之几"
          value={quota.share}
          percent
          faults={faults}
          at="quota.share"
          onChange={(share) => change({ quota: { ...quota, share: share! } })}
        />
        <View className="scheme-pair">
          <View className="grow">
            <NumberPart
              title="最少"
              value={quota.min}
              faults={faults}
              at="quota.min"
              onChange={(min) => change({ quota: { ...quota, min: min! } })}
            />
          </View>
          <View className="scheme-pair-gap" />
          <View className="grow">
            <NumberPart
              title="最多"
              value={quota.max}
              faults={faults}
              at="quota.max"
              onChange={(max) => change({ quota: { ...quota, max: max! } })}
            />
          </View>
        </View>
        <FaultLines faults={ofPlace(faults, 'quota')} />
      </Section>
      <NumberPart
        title="少于几份就缓评"
        value={form.minResponses}
        faults={faults}
        at="minResponses"
        onChange={(value) => change({ minResponses: value! })}
      />
      <NumberPart
        title="及格分"
        remark="份数不够时，缺的按它补"
        value={form.passMark}
        faults={faults}
        at="passMark"
        onChange={(value) => change({ passMark: value! })}
      />
      <NumberPart
        title="一份至少答百分之几的题"
        value={form.minAnswered}
        percent
        faults={faults}
        at="minAnswered"
        onChange={(value) => change({ minAnswered: value! })}
      />
      <NumberPart
        title="平均一题至少几秒"
        remark="更快的不计"
        value={form.minSecondsPerItem}
        faults={faults}
        at="minSecondsPerItem"
        onChange={(value) => change({ minSecondsPerItem: value! })}
      />
      <Part title="哪些途径计分" faults={faults} at="scoredChannels">
        <CheckRows
          label="哪些途径计分"
          choices={(['onsite', 'card', 'poster', 'picture'] as const).map((key) => ({
            key,
            title: channelInWords[key],
            note: notes[key],
          }))}
          chosen={form.scoredChannels as ('onsite' | 'card' | 'poster' | 'picture')[]}
          onChange={(scoredChannels) => change({ scoredChannels })}
        />
      </Part>
      <TextPart
        title="最后一问"
        remark="空着：不问"
        value={form.openQuestion ?? ''}
        placeholder="如 您最希望村里先办好的一件小事是什么？"
        most={80}
        long
        faults={faults}
        at="openQuestion"
        onChange={(text) => change({ openQuestion: text === '' ? null : text })}
      />
    </>
  )
}
