import { useState } from 'react'

export type Show = {
  index: number
  isPaused: boolean
  next(): void
  back(): void
  pause(): void
}

/** Where the host is in the script. While it is paused the next tap only goes on: nothing is revealed by waking the screen. */
export function useShow(slides: number): Show {
  const [index, setIndex] = useState(0)
  const [isPaused, setPaused] = useState(false)
  return {
    index,
    isPaused,
    next: () => (isPaused ? setPaused(false) : setIndex((at) => Math.min(at + 1, slides - 1))),
    back: () => (isPaused ? setPaused(false) : setIndex((at) => Math.max(at - 1, 0))),
    pause: () => setPaused((was) => !was),
  }
}
