/** 各卷得分, beside the median of the ranked villages, and how the inspectors' marks became a score. */
import type { BoardRow } from '../../../src/contract/ranking'
import { centsText } from '../../../src/domain/cents-text'
import type { MarkedPaper } from '../../../src/domain/round-file'
import type { SeverityOutcome } from '../../../src/domain/round-result'
import type { Units } from '../../../src/domain/units'
import { type BulletinFacts, listed, papersOf } from './facts'
import type { Block, Section } from './official-document'

export function papersSection(facts: BulletinFacts): Section | null {
  const ranked = facts.rows.filter(({ deferred }) => !deferred)
  if (ranked.length === 0) return null
  const blocks: Block[] = [
    paperTable(facts, ranked),
    ...howMarksCount(facts).map((text) => ({ kind: 'text' as const, text })),
  ]
  return { heading: '各卷得分', blocks }
}

function paperTable({ round, snapshot }: BulletinFacts, ranked: readonly BoardRow[]): Block {
  const papers = papersOf(round)
  const { medians } = snapshot.details
  const figures = papers.map(({ title, weight }) => ({ title: `${title}（${weight}分）`, share: 31, isFigure: true }))
  return {
    kind: 'table',
    columns: [{ title: '试点村', share: 18 }, ...figures, { title: '扣分', share: 13, isFigure: true }],
    rows: [
      ...ranked.map((row) => [
        row.village.name,
        ...papers.map(({ id }) => centsText(row[id]!)),
        centsText(row.deductions!),
      ]),
      ['中位数', ...papers.map(({ id }) => textOf(medians[id])), '—'],
    ],
  }
}

function textOf(units: Units | null): string {
  return units === null ? '—' : centsText(units)
}

/** Only of papers that inspectors mark and that weigh something. */
function howMarksCount({ round, snapshot }: BulletinFacts): string[] {
  const marked = papersOf(round).filter(
    (paper): paper is typeof paper & { id: MarkedPaper } => paper.id !== 'satisfaction',
  )
  if (marked.length === 0) return []
  const names = listed(marked.map(({ title }) => title))
  const trimmed = `${names}由评委打分，满${round.scheme.trimFrom}名评委的，去掉一个最高分、一个最低分后取平均分。`
  const outcomes = [...new Set(marked.map(({ id }) => snapshot.result.severity[id]))]
  const severity = outcomes.map((outcome) => {
    const alike = marked.filter(({ id }) => snapshot.result.severity[id] === outcome)
    return `${listed(alike.map(({ title }) => title))}${SEVERITY[outcome]}`
  })
  return [trimmed + severity.join('')]
}

const SEVERITY: Record<SeverityOutcome, string> = {
  applied: '得分已作宽严校正，以消除评委宽严不一的影响。',
  'not needed': '的各村评委相同，不需作宽严校正。',
  'not estimable': '的评分不足以估计评委宽严，未作校正。',
  off: '按照方案不作宽严校正。',
}
