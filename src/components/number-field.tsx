import { Input, View } from '@tarojs/components'
import { haptic } from '../client/device'
import { Press } from './press'
import './number-field.css'

/** One number, large. `signed`: with a key for the sign, because a phone's keyboard of digits has none. */
export function NumberField({ label, text, unit = '', signed = false, onText }: NumberFieldProps) {
  const isNegative = text.startsWith('-')
  const digits = isNegative ? text.slice(1) : text
  return (
    <View className="number-field">
      {signed && (
        <Press
          className="number-field-sign"
          label={isNegative ? `${label}，是负数，改成正数` : `${label}，改成负数`}
          onPress={() => {
            haptic()
            onText(isNegative ? digits : `-${digits}`)
          }}
        >
          ±
        </Press>
      )}
      {isNegative && <View className="number number-field-minus">−</View>}
      <Input
        className="number-field-digits grow"
        placeholderClass="number-field-hint"
        type="digit"
        placeholder="写数字"
        aria-label={label}
        value={digits}
        maxlength={16}
        confirmType="done"
        cursorSpacing={96}
        onInput={({ detail: { value } }) => onText(isNegative && !value.startsWith('-') ? `-${value}` : value)}
      />
      {unit !== '' && <View className="title quiet">{unit}</View>}
    </View>
  )
}

export type NumberFieldProps = {
  label: string
  /** As typed; a minus before it where it is negative. */
  text: string
  /** What stands behind the figure: %. */
  unit?: string
  signed?: boolean
  onText: (text: string) => void
}
