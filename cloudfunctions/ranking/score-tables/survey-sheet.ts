/** 满意度测评 as the village pages tell it: received in steps of 5, nothing else below 5 valid responses. */
import type { VillageFigures } from '../../../src/contract/ranking'
import { percentText, pointsText } from '../../../src/domain/cents-text'
import { FEWEST_SHOWN } from '../../../src/domain/fewest-shown'
import { marksColumn, villageColumn } from './figures'
import type { Table, TableFacts } from './table-facts'

export function surveySheet({ round, villages }: TableFacts): Table {
  const { items, passMark } = round.scheme.survey
  const rows = villages.map((village) => [
    village.row.village.name,
    ...counts(village),
    ...figures(village),
    ...items.map(({ id }) => village.questions.find((question) => question.id === id)?.mean ?? null),
  ])
  const columns = [
    villageColumn,
    { title: '收到答卷（按5份计）', width: 10 },
    { title: '有效答卷', width: 10 },
    { title: '其中户码（按5份计）', width: 10 },
    { title: '应答份数', width: 8 },
    { title: '是否达到', width: 8 },
    { title: '覆盖率（%）', width: 10, decimals: 1 },
    marksColumn('平均分'),
    { title: '平均分95%区间', width: 13 },
    { title: `满意率（%，${passMark}分以上）`, width: 10 },
    { title: '满意率95%区间（%）', width: 12 },
    ...items.map(({ title }) => ({ title, width: 7 })),
  ]
  return { name: '满意度测评', columns, rows }
}

function counts({ survey }: VillageFigures): (string | number | null)[] {
  const { received, valid, byCard, quota, quotaReached } = survey
  return [received, valid ?? `不足${FEWEST_SHOWN}份`, byCard, quota, quotaReached ? '已达' : '未达']
}

function figures({ shown }: VillageFigures): (string | number | null)[] {
  const { coverage, mean, meanInterval, rate, rateBound, rateInterval } = shown
  return [
    coverage === null ? null : Number(percentText(coverage)),
    mean === null ? null : Number(pointsText(mean)),
    meanInterval?.map((end) => pointsText(end)).join('—') ?? null,
    rate === null ? null : rateInWords(Math.round(rate * 100), rateBound),
    rateInterval?.map((end) => Math.round(end * 100)).join('—') ?? null,
  ]
}

function rateInWords(of100: number, bound: VillageFigures['shown']['rateBound']): string | number {
  if (bound === null) return of100
  return bound === 'least' ? `不低于${of100}` : `不高于${of100}`
}
