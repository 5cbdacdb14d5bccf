/**
 * 通报: what is announced, in official Chinese. It tells what everybody may see once announced: nothing of 1 to 4 people,
 * no inspector's mark. A section that has nothing to tell is left out.
 */
import type { RoundDoc, SnapshotDoc } from '../../common/documents'
import { shanghaiMoment } from '../../common/shanghai-time'
import { boardRow } from '../sealed-board'
import { deductionsSection } from './deductions-section'
import { deferredSection } from './deferred-section'
import { digestSection } from './digest-section'
import { type BulletinFacts, dayInOfficialWords } from './facts'
import { findingsSection } from './findings-section'
import type { OfficialDocument } from './official-document'
import { papersSection } from './papers-section'
import { progressSection } from './progress-section'
import { rankingSection } from './ranking-section'

const sections = [
  rankingSection,
  progressSection,
  papersSection,
  deferredSection,
  deductionsSection,
  findingsSection,
  digestSection,
] as const

export function bulletinText(round: RoundDoc, snapshot: SnapshotDoc): OfficialDocument {
  const rows = snapshot.result.ranking.map((row) => boardRow(row, round, snapshot))
  const facts: BulletinFacts = { round, snapshot, rows }
  const about = `第${round.number}次拉练结果`
  return {
    organiser: round.settings.organiser,
    title: snapshot.correction ? `关于更正${about}的通报` : `关于${about}的通报`,
    addressee: '各有关乡镇、试点村',
    lead: [opening(facts), ...correction(facts)],
    sections: sections.flatMap((section) => section(facts) ?? []),
    date: dayInOfficialWords(shanghaiMoment(snapshot.sealedAt).day),
  }
}

function opening({ round, rows }: BulletinFacts): string {
  const { day, number, scheme, settings } = round
  const deferred = rows.filter((row) => row.deferred).length
  const ranked =
    deferred === 0 ? `${rows.length}个村全部排名` : `${rows.length - deferred}个村排名，${deferred}个村缓评`
  return (
    `${dayInOfficialWords(day)}，${settings.organiser}组织第${number}次拉练，按照《${scheme.title}》（第${scheme.version}版）` +
    `对${rows.length}个试点村评分，并请村民作满意度测评。${ranked}。现将结果通报如下。`
  )
}

/** 更正: why, and what it takes the place of. */
function correction({ round, snapshot }: BulletinFacts): string[] {
  if (!snapshot.correction) return []
  const { n, reason } = snapshot.correction
  return [
    `本通报为第${n}次更正。更正原因：${endedSentence(reason)}第${round.number}次拉练的结果已重新核算、重新封存，` +
      '此前印发的该次通报同时作废，以本通报为准。',
  ]
}

function endedSentence(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`
}
