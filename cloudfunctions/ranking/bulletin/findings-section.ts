/** 问题: how many of which kind, and how far they are fixed, as they stood at sealing. */
import type { FindingCategory } from '../../../src/contract/scoring'
import type { FindingDoc } from '../../common/documents'
import type { BulletinFacts } from './facts'
import type { Section } from './official-document'

export function findingsSection({ snapshot: { findings } }: BulletinFacts): Section | null {
  // A snapshot from before they were counted.
  if (!findings) return null
  const count = (category?: FindingCategory, state?: FindingDoc['state']) =>
    findings
      .filter((one) => (!category || one.category === category) && (!state || one.state === state))
      .reduce((sum, one) => sum + one.count, 0)

  const heading = '发现的问题'
  if (count() === 0) return { heading, blocks: [{ kind: 'text', text: '截至结果封存，没有记录问题。' }] }
  const categories = CATEGORIES.filter(({ key }) => count(key) > 0)
  const states = STATES.filter(({ key }) => count(undefined, key) > 0)
  const row = (title: string, category?: FindingCategory) => [
    title,
    ...states.map(({ key }) => String(count(category, key))),
    String(count(category)),
  ]
  const text =
    `截至结果封存，本次共记录问题${count()}个，其中已销号${count(undefined, 'verified')}个。` +
    '有关村要逐项整改，整改完成后按程序销号。'
  const columns = [
    { title: '类别', share: 16 },
    ...[...states.map(({ title }) => title), '合计'].map((title) => ({ title, share: 16, isFigure: true })),
  ]
  const rows = [...categories.map(({ key, title }) => row(title, key)), row('合计')]
  return {
    heading,
    blocks: [
      { kind: 'text', text },
      { kind: 'table', columns, rows },
    ],
  }
}

const CATEGORIES: { key: FindingCategory; title: string }[] = [
  { key: 'detail', title: '细节' },
  { key: 'environment', title: '环境' },
  { key: 'facility', title: '设施' },
  { key: 'service', title: '服务' },
  { key: 'record', title: '资料' },
  { key: 'other', title: '其他' },
]

const STATES: { key: FindingDoc['state']; title: string }[] = [
  { key: 'reported', title: '已记录' },
  { key: 'assigned', title: '已交办' },
  { key: 'fixing', title: '整改中' },
  { key: 'submitted', title: '待销号' },
  { key: 'returned', title: '退回整改' },
  { key: 'verified', title: '已销号' },
]
