import { Text, View } from '@tarojs/components'
import { TextField } from './text-field'

/** A reason in one's own words, 2 to 300 characters as the contract takes it. `hint`: who will read it. */
export function ReasonField({ title, hint, placeholder, value, onChange }: ReasonFieldProps) {
  return (
    <View>
      <View className="apart mb-2">
        <Text className="strong">{title}</Text>
        <Text className="small quiet ml-2">{hint}</Text>
      </View>
      <TextField label={title} text={value} placeholder={placeholder} most={300} onText={onChange} />
    </View>
  )
}

export type ReasonFieldProps = {
  title: string
  hint: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}

export function isReason(text: string): boolean {
  return text.trim().length >= 2
}
