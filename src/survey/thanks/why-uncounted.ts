import type { Receipt } from '../../contract/survey'
import { own } from '../../domain/own'

type Why = NonNullable<Receipt['uncounted']>

/** Why an answer is read but does not count, and what would make the next one count. A card is answered only once. */
export function whyUncounted(why: string | undefined, isCard: boolean): { title: string; text: string } | undefined {
  const words = why === undefined ? undefined : own(WORDS, why)
  if (!words) return undefined
  return { title: words.title, text: isCard ? '市里会看这一份。一张纸条只能答一次。' : words.text }
}

const WORDS: Record<Why, { title: string; text: string }> = {
  channel: {
    title: '这一份会看，不计入得分',
    text: '您是从图片打开的。要计分，请扫村里公示栏上的码，或请评委出示现场码，再答一次，替换这一份。',
  },
  tooFast: {
    title: '答得太快，这一份只看不计分',
    text: '可以重新扫码，慢慢再答一次，替换这一份。',
  },
  tooFewAnswers: {
    title: '不了解的太多，这一份只看不计分',
    text: '可以重新扫码再答一次，多答几题，替换这一份。',
  },
}
