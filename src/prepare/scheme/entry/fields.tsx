/** The lines of the forms: a text, a number, each with what is wrong with it below. */
import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { LineField } from '../../../components/line-field'
import { TextField } from '../../../components/text-field'
import type { SchemeFault } from '../../../domain/scheme-faults'
import { FaultLines } from '../fault-lines'

type Faulty = {
  faults: readonly SchemeFault[]
  /** Where in the form it stands. */
  at: string
}

/** Anything with a name above, and its faults below. */
export function Part({
  title,
  remark,
  faults,
  at,
  children,
}: Faulty & { title: string; remark?: string; children: ReactNode }) {
  return (
    <View className="scheme-field">
      <View className="apart mb-2">
        <View className="strong">{title}</View>
        {remark && <View className="small quiet ml-2">{remark}</View>}
      </View>
      {children}
      <FaultLines faults={ofPlace(faults, at)} />
    </View>
  )
}

type TextPartProps = Faulty & {
  title: string
  remark?: string
  value: string
  placeholder?: string
  most: number
  /** More than a line. */
  long?: boolean
  onChange: (value: string) => void
}

export function TextPart({
  title,
  remark,
  value,
  placeholder = '',
  most,
  long = false,
  faults,
  at,
  onChange,
}: TextPartProps) {
  if (long)
    return (
      <Part title={title} remark={remark} faults={faults} at={at}>
        <TextField label={title} text={value} placeholder={placeholder} most={most} low onText={onChange} />
      </Part>
    )
  return (
    <View className="scheme-field">
      <LineField label={title} hint={remark} text={value} placeholder={placeholder} most={most} onText={onChange} />
      <FaultLines faults={ofPlace(faults, at)} />
    </View>
  )
}

type NumberPartProps = Faulty & {
  title: string
  remark?: string
  value: number | null
  /** Empty means something (不用); otherwise a number is wanted. */
  mayBeEmpty?: boolean
  placeholder?: string
  /** A share 0…1, typed as hundredths. */
  percent?: boolean
  /** May be below 0: the keyboard of figures has no minus. */
  signed?: boolean
  onChange: (value: number | null) => void
}

/** Keeps what was typed (`2.`, `-`) while it is no number yet; then the value is NaN. */
export function NumberPart({
  title,
  remark,
  value,
  mayBeEmpty = false,
  placeholder,
  percent = false,
  signed = false,
  faults,
  at,
  onChange,
}: NumberPartProps) {
  const [typed, setTyped] = useState(() => asTyped(value, percent))
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a value from elsewhere changes what was typed.
  useEffect(() => {
    if (!Object.is(asNumber(typed, percent, mayBeEmpty), value)) setTyped(asTyped(value, percent))
  }, [value])
  return (
    <View className="scheme-field">
      <LineField
        label={title}
        hint={remark}
        text={typed}
        placeholder={placeholder}
        most={12}
        digits={!signed}
        onText={(text) => {
          setTyped(text)
          onChange(asNumber(text, percent, mayBeEmpty))
        }}
      />
      <FaultLines faults={ofPlace(faults, at)} />
    </View>
  )
}

function asTyped(value: number | null, percent: boolean): string {
  if (value === null || Number.isNaN(value)) return ''
  return String(percent ? Number((value * 100).toPrecision(12)) : value)
}

function asNumber(typed: string, percent: boolean, mayBeEmpty: boolean): number | null {
  const plain = typed.normalize('NFKC').replace(/\s/g, '').replace(/[−–—]/g, '-').replace(/%$/, '')
  if (plain === '') return mayBeEmpty ? null : Number.NaN
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return Number.NaN
  // 7 / 100 is what 0.07 is; 33.33 / 100 need not be 0.3333.
  return percent ? Number(`${plain}e-2`) : Number(plain)
}

export function ofPlace(faults: readonly SchemeFault[], at: string): SchemeFault[] {
  return faults.filter(({ path }) => path === at)
}
