/** The sentences of a marked paper in an explanation. */
import type { ApplicableItems } from './applicable-items'
import { exactUnits, sum } from './exact'
import type { CardLine, ItemLine, RankedRow } from './explained-lines'
import type { MarkedPaper, RoundFile } from './round-file'
import type { SeverityOutcome } from './round-result'
import { exactText, unitsText, worked } from './worked-sums'

export type PaperFacts = {
  paper: MarkedPaper
  round: RoundFile
  row: RankedRow
  outcome: SeverityOutcome
  items: ApplicableItems
  itemLines: readonly ItemLine[]
  /** Highest first. */
  cards: readonly CardLine[]
  /** The scores that the mean is of, in units. */
  kept: readonly bigint[]
}

export function paperSentences(facts: PaperFacts): string[] {
  const { paper, round, cards, outcome } = facts
  if (round.scheme.weights[paper] === 0) return ['方案里这张卷的权重是 0，不计分。']
  if (cards.length === 0) return ['没有评委评分，计 0 分。']
  return [
    panelSentence(facts),
    ...(paper === 'common' ? commonSentences(facts) : goalSentences(facts)),
    ...severitySentences(facts),
    meanSentence(facts),
    ...(outcome === 'applied' ? [`不校正宽严是 ${unitsText(facts.row.plain[paper])} 分。`] : []),
  ]
}

function panelSentence({ round, row, cards }: PaperFacts): string {
  const recused = round.panel.filter(({ recusedVillageIds }) => recusedVillageIds.includes(row.villageId)).length
  return `${cards.length} 位评委评了分${recused > 0 ? `，${recused} 位回避` : ''}。`
}

function commonSentences({ round, items, itemLines }: PaperFacts): string[] {
  const { indicators, weights } = round.scheme
  const applicable = [...items.judged, ...items.measured]
  const full = exactText(sum(applicable.map((indicator) => exactUnits(indicator.full))))
  const left = indicators.length - applicable.length
  const measured = exactText(sum(itemLines.map(({ mark }) => BigInt(mark!))))
  return [
    `每位评委的分：各项得分相加，除以满分 ${full} 分，乘权重 ${weights.common}。`,
    ...(itemLines.length > 0
      ? [`其中实测 ${itemLines.length} 项按公布的分档表换成得分，一共 ${measured} 分，每位评委都一样。`]
      : []),
    ...(left > 0 ? [`${left} 项指标对这个村不适用，得分和满分都不计。`] : []),
  ]
}

function goalSentences({ round, items }: PaperFacts): string[] {
  const full = exactText(sum(items.goals.map((goal) => exactUnits(goal.full))))
  const { demonstration } = round.scheme.weights
  return [
    `每位评委的分：${items.goals.length} 个目标的得分各乘难度系数，相加，除以满分 ${full} 分，乘权重 ${demonstration}。`,
  ]
}

function severitySentences({ round, paper, outcome, cards }: PaperFacts): string[] {
  switch (outcome) {
    case 'applied': {
      const weight = round.scheme.weights[paper]
      const isClamped = cards.some(({ clamped }) => clamped !== 0)
      return [
        '评委有宽有严，各村的评委又不同，所以先校正每人的宽严：由进入排名各村的全部评分一起估出，宽的减，严的加。',
        ...(isClamped ? [`校正后低于 0 分的按 0 分计，高于 ${weight} 分的按 ${weight} 分计。`] : []),
      ]
    }
    case 'not needed':
      return ['各村的评委都一样，宽严对谁都一样，不用校正。']
    case 'not estimable':
      return ['评委和村之间连不成一片，估不出宽严，按原分计。']
    case 'off':
      return ['方案规定不校正宽严，按原分计。']
  }
}

function meanSentence({ round, cards, kept }: PaperFacts): string {
  const total = sum(kept)
  const count = BigInt(kept.length)
  const mean = worked(`${unitsText(total)} ÷ ${kept.length}`, total, count)
  if (kept.length < cards.length) return `去掉一个最高分、一个最低分，其余 ${kept.length} 个平均：${mean}。`
  return `不足 ${round.scheme.trimFrom} 个分，不去掉最高最低，${kept.length} 个平均：${mean}。`
}
