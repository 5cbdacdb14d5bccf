/** 进步榜, since the last announced round: docs/domain.md, Progress. */
import { centsChange } from '../../../src/domain/cents-text'
import type { Progress } from '../../../src/domain/progress'
import type { LeftOutReason } from '../../../src/domain/standing-in-both'
import type { Units } from '../../../src/domain/units'
import { type BulletinFacts, listed, papersOf } from './facts'
import type { Block, Section } from './official-document'

export function progressSection(facts: BulletinFacts): Section | null {
  const { progress } = facts.snapshot
  if (!progress || progress.rows.length === 0) return null
  const texts = [howCompared(progress, facts), ...leftOut(progress, facts)]
  return {
    heading: progress.kind === 'relative' ? '进步情况（相对增量）' : '进步情况',
    blocks: [
      { kind: 'text', text: texts[0]! },
      progressTable(progress, facts),
      ...texts.slice(1).map((text) => ({ kind: 'text' as const, text })),
    ],
  }
}

function howCompared({ since, papers }: Progress, { round }: BulletinFacts): string {
  const named = (kind: string) => papersOf(round).flatMap(({ id, title }) => (papers[id] === kind ? [title] : []))
  const [joint, relative, means] = [named('joint'), named('relative'), named('means')]
  return [
    `与第${since.number}次拉练相比，只算两次都考核的内容，扣分不计入。`,
    joint.length > 0 ? `${listed(joint)}把两次的评委打分放在一起，换算成同一尺度后相减。` : '',
    relative.length > 0 ? `${listed(relative)}两次相同的评委不够，用各村与当次中位数的差相比，称为相对增量。` : '',
    means.length > 0 ? `${listed(means)}用两次相同题目的平均分相减。` : '',
  ].join('')
}

function progressTable({ rows, papers }: Progress, { round }: BulletinFacts): Block {
  const compared = papersOf(round).filter(({ id }) => papers[id] !== null)
  return {
    kind: 'table',
    columns: [
      { title: '进步名次', share: 18, isFigure: true },
      { title: '试点村', share: 24 },
      { title: '增量', share: 20, isFigure: true },
      ...compared.map(({ title }) => ({ title, share: 20, isFigure: true })),
    ],
    rows: rows.map((row) => [
      String(row.rank),
      nameOf(row.villageId, round),
      change(row.total),
      ...compared.map(({ id }) => change(row[id])),
    ]),
  }
}

function change(units: Units | null): string {
  return units === null ? '—' : centsChange(units, 0)
}

/** Of villages in this round: one that is not in it has no place in its bulletin. */
function leftOut(progress: Progress, { round }: BulletinFacts): string[] {
  const words = progress.leftOut.flatMap(({ villageId, reason }) =>
    reason === 'absentNow' ? [] : [`${nameOf(villageId, round)}（${WHY[reason]}）`],
  )
  return words.length > 0 ? [`没有列入进步榜的村：${listed(words)}。`] : []
}

const WHY: Record<Exclude<LeftOutReason, 'absentNow'>, string> = {
  absentBefore: '上次未参加',
  deferredBefore: '上次缓评',
  deferredNow: '本次缓评',
  nothingInCommon: '两次没有相同的考核内容',
}

function nameOf(villageId: string, { villages }: BulletinFacts['round']): string {
  return villages.find(({ id }) => id === villageId)!.name
}
