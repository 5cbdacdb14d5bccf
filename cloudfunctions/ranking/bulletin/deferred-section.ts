/** 缓评: which villages have no rank this time, and why; and which were ranked all the same, by two persons. */
import type { BoardRow } from '../../../src/contract/ranking'
import { type WhyProvisional, whyProvisional } from '../../../src/domain/provisional'
import type { RoundDoc } from '../../common/documents'
import type { BulletinFacts } from './facts'
import type { Block, Section } from './official-document'

export function deferredSection(facts: BulletinFacts): Section | null {
  const deferred = facts.rows.filter((row) => row.deferred)
  const accepted = facts.rows.filter((row) => !row.deferred && whyNot(row, facts).length > 0)
  if (deferred.length + accepted.length === 0) return null
  const blocks: Block[] = []
  if (deferred.length > 0) blocks.push({ kind: 'text', text: '下列村本次不排名次，也不计入中位数。' })
  for (const row of deferred) blocks.push({ kind: 'text', text: `${named(row)}：${whyNot(row, facts).join('；')}。` })
  for (const row of accepted)
    blocks.push({ kind: 'text', text: `${named(row)}${whyNot(row, facts).join('，')}，经两人同意照常排名。` })
  return { heading: '缓评情况', blocks }
}

function named({ village: { name, town } }: BoardRow): string {
  return town ? `${name}（${town}）` : name
}

/** Empty: nothing keeps it from a rank. Fewer than the scheme asks is all that is told of a number of responses. */
function whyNot({ village }: BoardRow, { round, snapshot }: BulletinFacts): string[] {
  const { scheme } = round
  if (round.stops.some(({ villageId, state }) => villageId === village.id && state === 'skipped'))
    return [`点位当日取消${whySkipped(village.id, round)}`]
  const { inspectors, survey } = snapshot.result.ranking.find(({ villageId }) => villageId === village.id)!
  const words: Record<WhyProvisional, string> = {
    tooFewCards: `有效评分表不足${scheme.minInspectors}份`,
    tooFewResponses: `有效答卷不足${scheme.survey.minResponses}份`,
  }
  return whyProvisional(scheme, { scorecards: inspectors, valid: survey.valid }).map((why) => words[why])
}

/** In the words of whoever skipped it last. */
function whySkipped(villageId: string, { changes = [] }: RoundDoc): string {
  const skips = changes.filter(({ change }) => change.kind === 'skip' && change.villageId === villageId)
  const reason = skips[skips.length - 1]?.reason.replace(/[。！？]+$/, '')
  return reason ? `，原因是${reason}` : ''
}
