import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { Press } from './press'
import './main-button.css'

/**
 * The one thing to do here, in the Dock. Its label is verb and object (提交云溪村评分). `outline`: the second choice, or a page for
 * reading. `off`: nothing to do yet, the label says why (还有 3 条没看). Never two `accent` on one screen.
 */
export function MainButton({
  kind = 'accent',
  icon,
  big = false,
  narrow = false,
  label,
  onPress,
  children,
}: MainButtonProps) {
  return (
    <Press
      className={`main-button main-button-${kind}${big ? ' main-button-big' : ''}${narrow ? ' main-button-narrow' : ''}`}
      pressedClass={`main-button-${kind}-pressed`}
      disabled={kind === 'off'}
      label={label}
      onPress={onPress}
    >
      {icon && <Icon name={icon} size={22} className="main-button-icon" />}
      <Text>{children}</Text>
    </Press>
  )
}

export type MainButtonProps = {
  kind?: 'accent' | 'outline' | 'off'
  icon?: IconName
  /** 60 high, for the villager's page. */
  big?: boolean
  /** 132 wide, beside the main one (现场码). */
  narrow?: boolean
  label?: string
  onPress?: () => void
  children: ReactNode
}
