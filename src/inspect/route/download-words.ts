/** 今日资料 in one quiet line: what is on this phone, how old it is, and what a press does about it. */
import { shanghaiDay } from '../../client/shanghai-day'
import { dayInWords } from '../../domain/shanghai-clock'
import { momentInWords } from '../clock-words'

export type DownloadFacts = {
  /** When the server told the day. */
  at: number
  now: number
  onsiteOf: number
  onsiteHave: number
  failed: boolean
}

export type DownloadLine = { tone: 'jade' | 'amber'; words: string; when: string }

export function downloadLine({ at, now, onsiteOf, onsiteHave, failed }: DownloadFacts): DownloadLine {
  const lacking = onsiteOf - onsiteHave
  if (lacking > 0 && failed) return amber(`没下完，还差 ${lacking} 个现场码，点这里再下`)
  if (lacking > 0) return amber(`还差 ${lacking} 个现场码，点这里补齐`)
  const day = shanghaiDay(at)
  if (day !== shanghaiDay(now)) return amber(`资料是 ${dayInWords(day)}的，点这里更新`)
  return { tone: 'jade', words: '资料已下载', when: `${momentInWords(at)} 更新` }
}

function amber(words: string): DownloadLine {
  return { tone: 'amber', words, when: '' }
}
