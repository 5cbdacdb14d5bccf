import { shanghaiClock } from '../domain/shanghai-clock'

/** `08:03` as people write it: 8:03. */
export function clockInWords(clock: string): string {
  return clock.replace(/^0(?=\d:)/, '')
}

/** A moment, as 8:03. */
export function momentInWords(at: number): string {
  return clockInWords(shanghaiClock(at))
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

export function weekday(day: string): string {
  return WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? ''
}
