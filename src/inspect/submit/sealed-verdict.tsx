import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Icon } from '../../components/icon'
import { Notice } from '../../components/notice'
import { TextButton } from '../../components/text-button'
import type { VerdictWords } from './verdict-words'

/** 已如实计入, or what else became of the card; an alarm names it and gives what the administrator needs. */
export function SealedVerdict({ kind, title, text, toCopy, copyText }: SealedVerdictProps) {
  if (kind === 'alarm') {
    return (
      <Notice kind="error" title={title}>
        <View>{text}</View>
        {toCopy && (
          <>
            <View className="small submit-hashes">{toCopy.text}</View>
            <TextButton onPress={() => copyText(toCopy.text)}>{toCopy.label}</TextButton>
          </>
        )}
      </Notice>
    )
  }
  return (
    <View className={`submit-done ${kind === 'done' ? 'jade' : 'amber'}`} {...aria({ role: 'status' })}>
      <Icon name={kind === 'done' ? 'verified' : 'warning'} size={24} className="submit-done-sign" />
      <View>
        <View className="title">{title}</View>
        <View className="small quiet">{text}</View>
      </View>
    </View>
  )
}

export type SealedVerdictProps = VerdictWords & { copyText: (text: string) => void }
