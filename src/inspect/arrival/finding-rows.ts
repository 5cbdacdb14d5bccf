/** 上次的问题: what earlier rounds found here and nobody has verified as fixed. */
import type { Today, TodayStop } from '../../contract/round'
import { dayInWords } from '../../domain/shanghai-clock'
import { categoryInWords } from '../record-words'

export type FindingRow = {
  id: string
  text: string
  overdueDays: number
  /** 第 1 次拉练，环境，期限 2 月 9 日，照片 2 张 */
  about: string
  /** It proposed itself as a deduction that waits for my word. */
  deductionId: string | null
}

/** `confirmed`: deductions I confirmed on this phone that are still to go out. */
export function findingRows(
  { openFindings, recused }: TodayStop,
  today: Today,
  confirmed: readonly string[],
): FindingRow[] {
  return openFindings.map(({ id, roundNumber, category, text, dueOn, overdueDays, photos }) => {
    // As round.start calls what it proposes.
    const deductionId = `overdue:${today.round.id}:${id}`
    const waitsForMe = today.deductions.some((deduction) => deduction.id === deductionId && deduction.may.confirm)
    const about = [
      roundNumber === null ? '' : `第 ${roundNumber} 次拉练`,
      categoryInWords(category),
      dueOn ? `期限 ${dayInWords(dueOn)}` : '未定期限',
      photos > 0 ? `照片 ${photos} 张` : '',
    ]
    return {
      id,
      text,
      overdueDays,
      about: about.filter(Boolean).join('，'),
      deductionId: waitsForMe && !recused && !confirmed.includes(deductionId) ? deductionId : null,
    }
  })
}
