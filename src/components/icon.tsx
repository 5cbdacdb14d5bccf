import { View } from '@tarojs/components'
import { aria } from './aria'
import './icon.css'

export type IconName =
  | 'anonymous'
  | 'back'
  | 'camera'
  | 'clock'
  | 'code'
  | 'cross'
  | 'cross-bold'
  | 'download'
  | 'flag'
  | 'forward'
  | 'listen'
  | 'lock'
  | 'microphone'
  | 'minus'
  | 'offline'
  | 'paper'
  | 'pen'
  | 'people'
  | 'person'
  | 'photo'
  | 'place'
  | 'plus'
  | 'recusal'
  | 'tick'
  | 'tick-bold'
  | 'undo'
  | 'upload'
  | 'verified'
  | 'warning'

/** Colour: the text's around it. Never alone: a word stands beside it, or its control has a label. */
export function Icon({ name, size = 20, className = '' }: { name: IconName; size?: IconSize; className?: string }) {
  return <View className={`icon icon-${size} icon-${name} ${className}`} {...aria({ hidden: true })} />
}

export type IconSize = 12 | 16 | 18 | 20 | 22 | 24 | 26 | 28 | 40
