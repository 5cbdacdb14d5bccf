import type { GoalPromise } from '../contract/round'

/** What a goal promises: 原来 800 人次, → 承诺 3000 人次. Either may be missing. */
export function promiseWords({ baseline, target, unit }: GoalPromise): { from: string; to: string } {
  return {
    from: baseline && joined('原来', withUnit(baseline, unit)),
    to: target && `${baseline && '→ '}${joined('承诺', withUnit(target, unit))}`,
  }
}

/** Who writes 800 万元 into the first field need not have left the unit's field empty. */
function withUnit(words: string, unit: string): string {
  return words.endsWith(unit) ? words : joined(words, unit)
}

/** Figures and letters stand apart from Chinese characters, which stand together; % follows its figure. */
function joined(before: string, after: string): string {
  const together = after.startsWith('%') || (CHINESE.test(before.slice(-1)) && CHINESE.test(after.charAt(0)))
  return together ? `${before}${after}` : `${before} ${after}`
}

const CHINESE = /[\u3400-\u9fff“”《》（）]/
