import { Section } from '../../../../components/card'
import { CheckRows } from '../../../../components/check-rows'
import { ChoiceRows } from '../../../../components/choice-rows'
import type { SchemeSettings } from '../../../../domain/scheme-settings'
import { announcedToInWords } from '../../../../domain/scheme-words'
import { NumberPart, Part, TextPart } from '../fields'
import type { FormProps } from '../form-props'

const NONE = ''

export function SettingsForm({ form, faults, rules, change }: FormProps<SchemeSettings>) {
  return (
    <>
      <TextPart
        title="主办单位"
        remark="写在村民测评的封面上"
        value={form.organiser}
        placeholder="如 市委组织部"
        most={40}
        faults={faults}
        at="organiser"
        onChange={(organiser) => change({ organiser })}
      />
      <Part title="公布给谁" remark="领导和管理员总能看" faults={faults} at="announceTo">
        <CheckRows
          label="公布给谁"
          choices={(['inspector', 'officer', 'reader'] as const).map((key) => ({
            key,
            title: announcedToInWords[key]!,
          }))}
          chosen={form.announceTo as ('inspector' | 'officer' | 'reader')[]}
          onChange={(announceTo) => change({ announceTo })}
        />
      </Part>
      <NumberPart
        title="申诉时间（分钟）"
        remark="扣分确认以后"
        value={form.appealMinutes}
        faults={faults}
        at="appealMinutes"
        onChange={(value) => change({ appealMinutes: value! })}
      />
      <NumberPart
        title="测评提前几天开放"
        value={form.surveyDaysBefore}
        faults={faults}
        at="surveyDaysBefore"
        onChange={(value) => change({ surveyDaysBefore: value! })}
      />
      <NumberPart
        title="两村共同评委几位"
        remark="任意两个村至少有几位都能评"
        value={form.sharedInspectors}
        faults={faults}
        at="sharedInspectors"
        onChange={(value) => change({ sharedInspectors: value! })}
      />
      <Section title="示范目标">
        <NumberPart
          title="一项目标满分"
          value={form.goalFull}
          faults={faults}
          at="goalFull"
          onChange={(value) => change({ goalFull: value! })}
        />
        <NumberPart
          title="打分步长"
          value={form.goalStep}
          faults={faults}
          at="goalStep"
          onChange={(value) => change({ goalStep: value! })}
        />
      </Section>
      <Part title="上次的问题逾期没改，按哪条扣" faults={faults} at="overdueItemId">
        <ChoiceRows
          label="上次的问题逾期没改，按哪条扣"
          chosen={form.overdueItemId ?? NONE}
          onChoose={(id) => change({ overdueItemId: id === NONE ? null : id })}
          choices={[
            { key: NONE, title: '不自动提请' },
            ...rules.deductionItems.map(({ id, title }) => ({ key: id, title: title || id })),
          ]}
        />
      </Part>
    </>
  )
}
