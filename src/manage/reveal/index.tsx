import { Text, View } from '@tarojs/components'
import { useEffect, useMemo } from 'react'
import { keepScreenBright, setTitle } from '../../client/device'
import { back, pageQuery } from '../../client/navigate'
import { onStageKey } from '../../client/stage'
import { Screen } from '../../components/screen'
import type { Board } from '../../contract/ranking'
import { Controls } from './controls'
import './index.css'
import { messagesOf } from './messages'
import { SlideOnStage } from './slide'
import { nextInWords, rankedOf, slidesOf } from './slides'
import { fitted, Stage, useStageSize } from './stage'
import { useFrozenBoard } from './use-frozen-board'
import { type Show, useShow } from './use-show'

/** 揭榜: the evening's script on the whole screen; 预演 (`preview=1`) with the next slide small beside it. */
export default function RevealPage() {
  const { data: board, screen } = useFrozenBoard()
  if (!board) return <Screen title="揭榜" state={screen} />
  return <Reveal board={board} />
}

function Reveal({ board }: { board: Board }) {
  const ranked = useMemo(() => rankedOf(board), [board])
  const slides = useMemo(() => slidesOf(board, messagesOf(board.round.id)), [board])
  const show = useShow(slides.length)
  useKeys(show)
  useEffect(() => setTitle('揭榜'), [])
  useEffect(() => keepScreenBright(), [])

  const size = useStageSize()
  const width = size.width - size.left - size.right
  const inset = `padding-left:${size.left}px`
  const shown = { board, ranked, slide: slides[show.index]!, isPaused: show.isPaused }
  const next = slides[show.index + 1]
  const hint = show.isPaused ? '点一下，接着揭榜' : nextInWords(next, ranked)

  if (pageQuery().preview !== '1') {
    const place = { width, height: size.height }
    const { scale } = fitted(place)
    const foot = <Foot board={board} hint={hint} show={show} scale={scale} />
    return (
      <View className="screen screen-wide rv" style={inset} onClick={show.next}>
        <Stage place={place}>
          <SlideOnStage {...shown} corner={size.corner / scale} foot={foot} />
        </Stage>
      </View>
    )
  }

  const large = { width: Math.round(width * 0.66), height: size.height - PREVIEW_FOOT }
  const small = { width: width - large.width - PREVIEW_GAP, height: Math.round((width - large.width) * 0.56) }
  return (
    <View className="screen screen-wide rv" style={inset} onClick={show.next}>
      <View className="rv-preview">
        <Stage place={large} className="rv-framed">
          <SlideOnStage {...shown} />
        </Stage>
        <View className="rv-preview-next" style={`width:${small.width}px`}>
          <View className="rv-preview-head">下一张</View>
          {next ? (
            <Stage place={small} className="rv-framed">
              <SlideOnStage board={board} ranked={ranked} slide={next} />
            </Stage>
          ) : (
            <View className="quiet">没有了，这是最后一张。</View>
          )}
        </View>
      </View>
      <View className="rv-preview-foot" style={`height:${PREVIEW_FOOT}px`}>
        <Text className="quiet grow">
          {board.round.rehearsal && '演练，不算数。'}预演 {show.index + 1} / {slides.length}，只有你看得到
        </Text>
        <Controls show={show} scale={1} />
      </View>
    </View>
  )
}

const PREVIEW_FOOT = 60
const PREVIEW_GAP = 40

/** The digest stays in sight all evening; beside it what the next tap does. */
function Foot({ board, hint, show, scale }: { board: Board; hint: string; show: Show; scale: number }) {
  const hex = board.digest.replace(/^sha256:/, '')
  return (
    <View className="rv-foot">
      <View className="rv-foot-words">
        <Text className="rv-foot-hint">{hint}</Text>
        {show.index > 0 && !show.isPaused && (
          <Text className="rv-foot-digest">
            摘要 {hex.slice(0, 8)} … {hex.slice(-8)}
          </Text>
        )}
        {board.round.rehearsal && <Text className="rv-foot-digest">演练，不算数</Text>}
        {board.round.state === 'sealed' && <Text className="rv-foot-digest">预演，还没有公布</Text>}
      </View>
      <Controls show={show} scale={scale} />
    </View>
  )
}

function useKeys(show: Show) {
  useEffect(() =>
    onStageKey((key) => {
      if (key === 'leave') back()
      else show[key]()
    }),
  )
}
