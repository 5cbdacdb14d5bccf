/** Times as people on the round say them: Asia/Shanghai, the same all year, whatever zone the phone is set to. */
import { dayNumber } from './day-number'

const SHANGHAI = 8 * 60
const MINUTE = 60_000

/** 16:05 */
export function shanghaiClock(at: number): string {
  const minutes = Math.floor(at / MINUTE) + SHANGHAI
  return `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`
}

/** Milliseconds of a time of day `16:05` on a day `2026-11-24`. */
export function shanghaiTime(day: string, clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return (dayNumber(day) * 24 * 60 + hours * 60 + minutes - SHANGHAI) * MINUTE
}

/** A day `2026-11-24` in words: 11 月 24 日. */
export function dayInWords(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month} 月 ${date} 日`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
