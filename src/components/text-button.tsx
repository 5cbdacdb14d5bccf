import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { Press } from './press'
import './text-button.css'

/** For the rare way out. `plain`: with an icon, no underline (上一题, 撤销 3 → 3.5). */
export function TextButton({ icon, plain = false, label, onPress, children }: TextButtonProps) {
  return (
    <Press className={plain ? 'text-button' : 'text-button text-button-underlined'} label={label} onPress={onPress}>
      {icon && <Icon name={icon} size={20} className="text-button-icon" />}
      <Text>{children}</Text>
    </Press>
  )
}

export type TextButtonProps = {
  icon?: IconName
  plain?: boolean
  label?: string
  onPress?: () => void
  children: ReactNode
}
