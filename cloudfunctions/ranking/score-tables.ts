import type { CallIn, CallOut } from '../../src/contract'
import type { RoundContext } from '../common/serve'
import { scoreSheets } from './score-tables/score-sheets'
import { readableSnapshot } from './sealed-board'

/** 得分表, from the frozen snapshot: three requests. In the answer itself, as the bulletin. */
export async function scoreTables(
  _: CallIn<'ranking', 'scoreTables'>,
  context: RoundContext,
): Promise<CallOut<'ranking', 'scoreTables'>> {
  const { round } = context
  const snapshot = await readableSnapshot(context)
  const { workbook } = await import('../common/workbook')
  const bytes = await workbook(scoreSheets(round, snapshot), round.settings.organiser)
  const kind = (snapshot.correction ? '（更正）' : '') + (round.rehearsal ? '（演练）' : '')
  return { fileName: `得分表${kind}-第${round.number}次拉练.xlsx`, base64: Buffer.from(bytes).toString('base64') }
}
