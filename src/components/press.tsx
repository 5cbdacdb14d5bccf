import { type ITouchEvent, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria, type Spoken } from './aria'

/** Whatever can be pressed: everything that takes a finger is made of this. Without `onPress` it is only shown. */
export function Press({
  onPress,
  className,
  style,
  id,
  role = 'button',
  pressedClass = 'pressed',
  children,
  ...spoken
}: PressProps) {
  const able = onPress !== undefined && !spoken.disabled
  return (
    <View
      className={spoken.disabled ? `${className} press-off` : className}
      hoverClass={able ? pressedClass : 'none'}
      hoverStartTime={20}
      hoverStayTime={80}
      onClick={able ? onPress : undefined}
      {...(id && { id })}
      {...(style && { style })}
      {...aria({ ...spoken, role: able || spoken.disabled ? role : undefined })}
    >
      {children}
    </View>
  )
}

export type PressProps = Omit<Spoken, 'hidden' | 'live'> & {
  /** The touch itself is for the few that ask where it was. */
  onPress?: (touch: ITouchEvent) => void
  className?: string
  style?: string
  id?: string
  pressedClass?: string
  children?: ReactNode
}
