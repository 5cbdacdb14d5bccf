import type { Level } from '../../../../domain/round-file'
import { NumberPart, TextPart } from '../fields'
import type { FormProps } from '../form-props'

export function LevelForm({ form, faults, change }: FormProps<Level>) {
  return (
    <>
      <TextPart
        title="选项"
        value={form.label}
        placeholder="如 非常满意"
        most={12}
        faults={faults}
        at="label"
        onChange={(label) => change({ label })}
      />
      <NumberPart
        title="选它得几分"
        remark="0 到 100；空着：不计分"
        value={form.points}
        mayBeEmpty
        placeholder="不计分，如不了解"
        faults={faults}
        at="points"
        onChange={(points) => change({ points })}
      />
    </>
  )
}
