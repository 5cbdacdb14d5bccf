import type { SurveyItem } from '../../../../domain/round-file'
import { NumberPart, TextPart } from '../fields'
import type { FormProps } from '../form-props'

export function QuestionForm({ form, faults, change }: FormProps<SurveyItem>) {
  return (
    <>
      <TextPart
        title="题目"
        remark={`编号 ${form.id}`}
        value={form.title}
        placeholder="如 您对村里的环境卫生满意吗？"
        most={80}
        long
        faults={faults}
        at="title"
        onChange={(title) => change({ title })}
      />
      <NumberPart
        title="权重"
        remark="在满意度里占几份"
        value={form.weight}
        faults={faults}
        at="weight"
        onChange={(weight) => change({ weight: weight! })}
      />
    </>
  )
}
