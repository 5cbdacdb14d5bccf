import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './sheet-head.css'

/** The heavy rule at the head of a printed form. Once a screen at most, always the first thing. */
export function SheetHead({
  open = false,
  children,
}: {
  /** no hairline below */ open?: boolean
  children: ReactNode
}) {
  return <View className={open ? 'sheet-head' : 'sheet-head sheet-head-closed'}>{children}</View>
}
