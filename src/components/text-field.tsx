import { Textarea, View } from '@tarojs/components'
import { asks } from './aria'
import './text-field.css'

/** A few sentences; the phone's keyboard brings its own microphone. */
export function TextField({ label, text, placeholder, most, low = false, onText }: TextFieldProps) {
  return (
    <View className={low ? 'text-field text-field-low' : 'text-field'}>
      <Textarea
        className="text-field-text"
        placeholderClass="text-field-hint"
        placeholder={placeholder}
        value={text}
        maxlength={most}
        autoHeight
        disableDefaultPadding
        showConfirmBar={false}
        cursorSpacing={96}
        onInput={(event) => onText(event.detail.value)}
        {...asks(label)}
      />
      {text.length > most - 50 && (
        <View className="small quiet text-field-left">{`还能写 ${most - text.length} 字`}</View>
      )}
    </View>
  )
}

export type TextFieldProps = {
  label: string
  text: string
  placeholder: string
  /** Characters it takes, as the contract says. */
  most: number
  /** Two lines at first instead of four. */
  low?: boolean
  onText: (text: string) => void
}
