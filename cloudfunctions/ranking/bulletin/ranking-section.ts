/** 总分和名次, and how sure the order is. */
import type { BoardRow } from '../../../src/contract/ranking'
import { centsChange, centsText, percentText } from '../../../src/domain/cents-text'
import { groupBy } from '../../../src/domain/group-by'
import { type BulletinFacts, listed, papersOf } from './facts'
import type { Block, Section } from './official-document'
import type { TableBlock } from './official-table'

export function rankingSection(facts: BulletinFacts): Section | null {
  const ranked = facts.rows.filter(({ deferred }) => !deferred)
  if (ranked.length === 0) return null
  const blocks: Block[] = [
    { kind: 'text', text: howTotalsCome(facts) },
    rankingTable(facts, ranked),
    ...howSure(facts, ranked),
  ]
  return { heading: '总分和名次', blocks }
}

function howTotalsCome({ round }: BulletinFacts): string {
  const papers = papersOf(round)
  const parts = papers.map(({ title, weight }) => `${title}${weight}分`)
  const breaksTies = papers.filter(({ id }) => id !== 'common').map(({ title }) => title)
  const cap = round.scheme.deductionCap
  const less = cap > 0 ? `，减去扣分（最多${cap}分）` : ''
  return (
    `总分由${listed(parts)}相加${less}得出。总分相同的，依次比较${listed(breaksTies.reverse())}（高者在前）和扣分（少者在前）；` +
    '仍相同的，名次并列。'
  )
}

/** One column of the table; left out where the snapshot has nothing for it. */
type Column = TableBlock['columns'][number] & { of: (row: BoardRow) => string }

function rankingTable({ snapshot }: BulletinFacts, ranked: readonly BoardRow[]): TableBlock {
  const columns: Column[] = [
    { title: '名次', share: 12, isFigure: true, of: ({ rank }) => String(rank) },
    { title: '试点村', share: 22, of: ({ village }) => village.name },
    { title: '所属乡镇', share: 22, of: ({ village }) => village.town },
    { title: '总分', share: 16, isFigure: true, of: ({ total }) => centsText(total!) },
  ]
  if (snapshot.previous) {
    const { number } = snapshot.previous
    columns.push(
      {
        title: `第${number}次名次`,
        share: 22,
        isFigure: true,
        of: ({ previous }) => (previous ? String(previous.rank) : '—'),
      },
      {
        title: '总分增减',
        share: 18,
        isFigure: true,
        of: ({ total, previous }) => (previous ? centsChange(total!, previous.total) : '—'),
      },
    )
  }
  if (ranked.some(({ certainty }) => certainty))
    columns.push({ title: '名次区间', share: 18, isFigure: true, of: rankInterval })
  return { kind: 'table', columns, rows: ranked.map((row) => columns.map(({ of }) => of(row))) }
}

function rankInterval({ certainty }: BoardRow): string {
  if (!certainty) return '—'
  const [best, worst] = certainty.ranks
  return best === worst ? String(best) : `${best}—${worst}`
}

function howSure({ snapshot: { certainty } }: BulletinFacts, ranked: readonly BoardRow[]): Block[] {
  if (certainty?.outcome !== 'drawn') return []
  const bands = groupBy(ranked, (row) => String(row.certainty?.band))
  const inBands = [...bands].map(([band, rows]) => `第${band}档，${listed(rows.map(({ village }) => village.name))}`)
  const first = ranked
    .filter(({ rank }) => rank === 1)
    .map((row) => `${row.village.name}${percentText(row.certainty!.first)}%`)
  return [
    {
      kind: 'text',
      text:
        `名次的把握，按评委打分和村民答卷重复抽样${certainty.draws}次测算。表中名次区间的把握为${percentText(certainty.level).replace('.0', '')}%。` +
        `榜单分为${bands.size}档，同一档内的村难分高下：${inBands.join('；')}。排在首位的可能性：${listed(first)}。`,
    },
  ]
}
