import { Text, View } from '@tarojs/components'
import { back } from '../../client/navigate'
import { Press } from '../../components/press'
import type { Show } from './use-show'

/** px on the screen itself, however small the slide is drawn. */
const TOUCH = 48
const LETTERS = 16

/** For a finger; a keyboard has its own keys. They lie on what turns the slide when touched, which must not hear of it. */
export function Controls({ show, scale }: { show: Show; scale: number }) {
  const size = Math.max(TOUCH / scale, TOUCH)
  const style = `height:${size}px;min-width:${size}px;font-size:${Math.max(LETTERS / scale, LETTERS)}px;line-height:${size}px`
  const keys = [
    { label: '上一张', press: show.back },
    { label: show.isPaused ? '接着揭榜' : '暂停', press: show.pause },
    { label: '下一张', press: show.next },
    { label: '退出', press: back },
  ]
  return (
    <View className="rv-controls">
      {keys.map(({ label, press }) => (
        <Press
          className="rv-control"
          style={style}
          key={label}
          onPress={(touch) => {
            touch.stopPropagation()
            press()
          }}
        >
          <Text>{label}</Text>
        </Press>
      ))}
    </View>
  )
}
