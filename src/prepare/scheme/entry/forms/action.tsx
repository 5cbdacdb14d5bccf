import type { Action } from '../../../../domain/round-file'
import { TextPart } from '../fields'
import type { FormProps } from '../form-props'

export function ActionForm({ form, faults, change }: FormProps<Action>) {
  return (
    <TextPart
      title="行动名称"
      remark={`编号 ${form.id}`}
      value={form.title}
      placeholder="如 支部引领行动"
      most={40}
      faults={faults}
      at="title"
      onChange={(title) => change({ title })}
    />
  )
}
