import { Input, Text, View } from '@tarojs/components'
import { asks } from './aria'
import './line-field.css'

/** One line to type, with its name above. `big`: a code, read off another screen. */
export function LineField({
  label,
  hint,
  text,
  placeholder = '',
  most,
  big = false,
  digits = false,
  onText,
  onDone,
}: LineFieldProps) {
  return (
    <View className="line-field">
      <View className="apart mb-2">
        <Text className="strong">{label}</Text>
        {hint && <Text className="small quiet ml-2">{hint}</Text>}
      </View>
      <Input
        className={big ? 'line-field-text line-field-big' : 'line-field-text'}
        placeholderClass="line-field-hint"
        placeholder={placeholder}
        type={digits ? 'digit' : 'text'}
        value={text}
        maxlength={most}
        cursorSpacing={96}
        confirmType="done"
        onInput={(event) => onText(event.detail.value)}
        onConfirm={onDone}
        {...asks(label)}
      />
    </View>
  )
}

export type LineFieldProps = {
  label: string
  /** At the right of the name: who will read it, what form it has. */
  hint?: string
  text: string
  placeholder?: string
  /** Characters it takes, as the contract says. */
  most: number
  big?: boolean
  /** The keyboard of figures; it has no minus. */
  digits?: boolean
  onText: (text: string) => void
  onDone?: () => void
}
