import { type KeptCard, keptMark } from '../../client/kept-card'
import type { JudgedItem, Today, TodayStop } from '../../contract/round'
import { centsText, markText } from '../../domain/cents-text'
import { toUnits } from '../../domain/units'
import { sumOfCard } from '../my-card'

/** Each paper's sum with the lines that make it up, as the page prints them. */
export function papersOf(today: Today, stop: TodayStop, card: KeptCard) {
  const { common, demonstration } = sumOfCard(today, stop, card)
  const judged = stop.items.filter(({ paper }) => paper === 'common')
  const goals = stop.items.filter(({ paper }) => paper === 'demonstration')
  const remark = ({ marks, full }: typeof common, weight: number) =>
    `${markText(marks)} / ${markText(full)} × ${weight}`
  return [
    {
      id: 'common',
      title: '共性目标',
      remark: remark(common, today.weights.common),
      sum: centsText(common.score),
      lines: [
        {
          id: 'judged',
          name: `评判 ${judged.length} 项`,
          figure: summed(judged.map((item) => markGiven(card, item))),
          rest: `/ ${summed(judged.map(({ full }) => full))}`,
        },
        {
          id: 'measured',
          name: `实测 ${stop.facts.length} 项`,
          figure: summed(stop.facts.map(({ mark }) => mark)),
          rest: `/ ${summed(stop.facts.map(({ full }) => full))}`,
        },
      ],
    },
    {
      id: 'demonstration',
      title: '示范目标',
      remark: remark(demonstration, today.weights.demonstration),
      sum: centsText(demonstration.score),
      lines: goals.map((goal) => ({
        id: goal.id,
        name: goal.title,
        figure: keptMark(card, goal.id).mark === null ? '未评' : String(markGiven(card, goal)),
        rest: `× ${goal.difficulty.toFixed(1)}`,
      })),
    },
  ]
}

function markGiven(card: KeptCard, { id }: JudgedItem): number {
  return keptMark(card, id).mark ?? 0
}

function summed(marks: number[]): string {
  return markText(marks.reduce((sum, mark) => sum + (toUnits(mark) ?? 0), 0))
}
