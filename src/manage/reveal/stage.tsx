import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { onStageResize, type StageSize, stageSize } from '../../client/stage'

/** A slide's own size in px, like the drawing's: 720 high, at least 1280 wide; a longer screen gets a wider one. */
const HEIGHT = 720
const NARROWEST = 1280
const WIDEST = 1720

export type Placed = { width: number; height: number }

export function useStageSize(): StageSize {
  const [size, setSize] = useState(stageSize)
  useEffect(() => onStageResize(() => setSize(stageSize())), [])
  return size
}

/** How a slide fits a place: its own width, and how much smaller or larger it is drawn. */
export function fitted({ width, height }: Placed): { width: number; scale: number } {
  const own = Math.min(Math.max((HEIGHT * width) / height, NARROWEST), WIDEST)
  return { width: own, scale: Math.min(width / own, height / HEIGHT) }
}

/** Draws a slide into a place of this size, in the middle. */
export function Stage({ place, className = '', children }: { place: Placed; className?: string; children: ReactNode }) {
  const { width, scale } = fitted(place)
  const left = (place.width - width * scale) / 2
  const top = (place.height - HEIGHT * scale) / 2
  return (
    <View className={`rv-place ${className}`} style={`width:${place.width}px;height:${place.height}px`}>
      <View
        className="rv-stage"
        style={`width:${width}px;transform:translate(${left}px,${top}px) scale(${scale});-webkit-transform:translate(${left}px,${top}px) scale(${scale})`}
      >
        {children}
      </View>
    </View>
  )
}
