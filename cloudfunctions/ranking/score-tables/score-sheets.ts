/**
 * 得分表: the board and the village pages side by side. Every cell is one that a village's own page shows, so that a table
 * tells nothing of 1 to 4 people that the pages do not; what they do not tell is empty here.
 */
import type { RoundDoc, SnapshotDoc } from '../../common/documents'
import type { Sheet } from '../../common/workbook'
import { villageResult } from '../village'
import { deductionSheet } from './deduction-sheet'
import { goalSheet } from './goal-sheet'
import { indicatorSheet } from './indicator-sheet'
import { paperSheet } from './paper-sheet'
import { rankingSheet } from './ranking-sheet'
import { surveySheet } from './survey-sheet'
import type { TableFacts } from './table-facts'
import { unansweredSheet } from './unanswered-sheet'

const tables = [rankingSheet, paperSheet, indicatorSheet, goalSheet, deductionSheet, surveySheet, unansweredSheet]

export function scoreSheets(round: RoundDoc, snapshot: SnapshotDoc): Sheet[] {
  const villages = snapshot.result.ranking.map(({ villageId }) => villageResult(villageId, round, snapshot))
  const facts: TableFacts = { round, snapshot, villages }
  const kind = round.rehearsal ? '演练' : '拉练'
  const corrected = snapshot.correction ? '（更正）' : ''
  return tables.map((table) => {
    const { name, columns, rows } = table(facts)
    const title = `第${round.number}次${kind}${name}${corrected}`
    return { name, title, columns, rows, footer: `存档摘要 ${snapshot.digest}` }
  })
}
