import type { DeductionItem } from '../../../../domain/round-file'
import { NumberPart, TextPart } from '../fields'
import type { FormProps } from '../form-props'

export function DeductionForm({ form, faults, change }: FormProps<DeductionItem>) {
  return (
    <>
      <TextPart
        title="扣什么"
        remark={`编号 ${form.id}`}
        value={form.title}
        placeholder="如 工作弄虚作假、数据造假"
        most={80}
        long
        faults={faults}
        at="title"
        onChange={(title) => change({ title })}
      />
      <NumberPart
        title="每次扣几分"
        value={form.marks}
        faults={faults}
        at="marks"
        onChange={(marks) => change({ marks: marks! })}
      />
      <NumberPart
        title="最多扣几分"
        remark="查实几次都不超过它"
        value={form.cap}
        faults={faults}
        at="cap"
        onChange={(cap) => change({ cap: cap! })}
      />
    </>
  )
}
