import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../../components/aria'
import type { Board } from '../../contract/ranking'
import { GainsSlide } from './gains-slide'
import { DeferredSlide, MessageSlide, PauseSlide, TitleSlide } from './plain-slides'
import { RankingSlide } from './ranking-slide'
import type { Ranked, Slide } from './slides'
import { VillageSlide } from './village-slide'
import { countsOf, dateOf, gainsTitle, titleOf } from './words'

export type SlideProps = {
  board: Board
  ranked: readonly Ranked[]
  slide: Slide
  isPaused?: boolean
  /** px of the stage at the top right that WeChat's button takes. */
  corner?: number
  foot?: ReactNode
}

/** One slide with its head and foot. A place's slide says nothing of the places above it. */
export function SlideOnStage({ board, ranked, slide, isPaused = false, corner = 0, foot }: SlideProps) {
  const bare = isPaused || slide.kind === 'title' || slide.kind === 'message'
  return (
    <View className="rv-slide">
      {!bare && (
        <View className="rv-head" style={corner > 0 ? `padding-right:${corner}px` : ''}>
          <Text className="rv-head-title">{slide.kind === 'gains' ? gainsTitle(board) : titleOf(board)}</Text>
          <Text className="rv-head-facts">{[dateOf(board), ...countsOf(board)].join(' · ')}</Text>
        </View>
      )}
      <View className="rv-body" {...aria({ role: 'status', live: 'polite' })}>
        {isPaused ? <PauseSlide board={board} /> : <Content board={board} ranked={ranked} slide={slide} />}
      </View>
      {foot}
    </View>
  )
}

function Content({ board, ranked, slide }: Pick<SlideProps, 'board' | 'ranked' | 'slide'>) {
  switch (slide.kind) {
    case 'title':
      return <TitleSlide board={board} />
    case 'message':
      return <MessageSlide text={slide.text} />
    case 'village':
      return <VillageSlide board={board} ranked={ranked} at={slide.at} />
    case 'deferred':
      return <DeferredSlide board={board} rows={slide.rows} />
    case 'ranking':
      return <RankingSlide board={board} rows={slide.rows} />
    case 'gains':
      return <GainsSlide board={board} rows={slide.rows} />
  }
}
