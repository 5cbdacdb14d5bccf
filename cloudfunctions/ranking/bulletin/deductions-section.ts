/** 扣分: village by village and fault by fault, as they counted. */
import { centsText } from '../../../src/domain/cents-text'
import type { BulletinFacts } from './facts'
import type { Section } from './official-document'

export function deductionsSection({ round, snapshot, rows }: BulletinFacts): Section | null {
  const { deductionItems, deductionCap } = round.scheme
  if (deductionItems.length === 0 || deductionCap === 0) return null
  const titles = new Map(deductionItems.map(({ id, title }) => [id, title]))
  // A deferred village has no total that they could lower.
  const counted = rows
    .filter(({ deferred }) => !deferred)
    .flatMap(({ village }) => {
      const details = snapshot.details.villages.find(({ villageId }) => villageId === village.id)
      return (details?.deductions ?? []).map(({ itemId, occurrences, marks }) => [
        village.name,
        titles.get(itemId)!,
        String(occurrences),
        centsText(marks),
      ])
    })
  const heading = '扣分情况'
  if (counted.length === 0) return { heading, blocks: [{ kind: 'text', text: '参加排名的村没有扣分。' }] }
  const text = `以下扣分均经评委现场确认，申诉期内没有申诉，或者申诉后维持。每个村合计最多扣${deductionCap}分。`
  const columns = [
    { title: '试点村', share: 24 },
    { title: '事由', share: 72 },
    { title: '次数', share: 12, isFigure: true },
    { title: '扣分', share: 14, isFigure: true },
  ]
  return {
    heading,
    blocks: [
      { kind: 'text', text },
      { kind: 'table', columns, rows: counted },
    ],
  }
}
