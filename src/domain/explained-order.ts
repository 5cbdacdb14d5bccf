/** The place of an explanation: the rule, and what decided against each village with the same total. */
import { cents, centsText } from './cents-text'
import { provisionalWords } from './explained-deferral'
import type { RankedRow } from './explained-lines'
import type { WhyProvisional } from './provisional'
import type { RoundFile } from './round-file'

export type OrderStep = { kind: 'order'; rank: number; sentences: string[] }

const KEYS = [
  { key: 'satisfaction', name: '满意度', isBetter: (mine: number, other: number) => mine > other },
  { key: 'demonstration', name: '示范目标', isBetter: (mine: number, other: number) => mine > other },
  { key: 'deductions', name: '扣分', isBetter: (mine: number, other: number) => mine < other },
] as const

/** `ranked`: all ranked villages; `why`: a provisional village that was accepted. */
export function explainedOrder(
  round: RoundFile,
  row: RankedRow,
  ranked: readonly RankedRow[],
  why: readonly WhyProvisional[],
): OrderStep {
  const names = new Map(round.villages.map(({ id, name }) => [id, name]))
  const equal = ranked.filter((other) => other.villageId !== row.villageId && cents(other.total) === cents(row.total))
  return {
    kind: 'order',
    rank: row.rank,
    sentences: [
      ...(why.length > 0 ? [`${provisionalWords(round, row, why)}，本应缓评，经两人同意进入排名。`] : []),
      `第 ${row.rank} 名，一共 ${ranked.length} 个村有名次。`,
      '先比总分，再比满意度，再比示范目标，高的在前；还相同就比扣分，少的在前。都按 0.01 分比，四项全同的名次并列。',
      ...equal.map((other) => decided(row, other, names.get(other.villageId)!)),
    ],
  }
}

function decided(mine: RankedRow, other: RankedRow, name: string): string {
  for (const { key, name: what, isBetter } of KEYS) {
    const [own, theirs] = [cents(mine[key]), cents(other[key])]
    if (own === theirs) continue
    const place = isBetter(own, theirs) ? '排在前面' : '排在后面'
    return `和${name}总分相同，${what}本村 ${centsText(mine[key])} 分，${name} ${centsText(other[key])} 分，本村${place}。`
  }
  return `和${name}四项全同，名次并列，按村的编号先后列出。`
}
