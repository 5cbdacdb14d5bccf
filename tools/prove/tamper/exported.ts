/** Round 2 of the sample, sealed and announced in the running system, and what is exported of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditDoc, SnapshotDoc } from '../../../cloudfunctions/common/documents'
import type { Answer } from '../../../src/contract/errors'
import type { AuditEdition } from '../../../src/domain/round-file'
import { buildFunctions } from '../../build-functions'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import { administrator, openidOf, secondAdministrator } from '../../seed/people'
import { programme, readSample, sealAndAnnounce, seedAll } from '../../seed/sample'
import { storedRound } from '../../seed/stored-round'

export interface Exported {
  /** Texts of the two editions as they were downloaded, and the digests that the board shows. */
  audit: { text: string; digest: string }
  public: { text: string; digest: string }
  snapshot: SnapshotDoc
  /** The round's whole audit, the sealing's own lines too. */
  lines: AuditDoc[]
}

/** `ofTheDay`: how many lines the day has left before anybody seals. */
export async function exportedSample(ofTheDay: number): Promise<Exported> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-prove-'))
  await buildFunctions()
  const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', quiet: true })
  try {
    const now = Date.now()
    const file = readSample<AuditEdition>('round-2.json')
    await seedAll(cloud, programme(now))
    await seedAll(cloud, storedRound(file, { day: file.date, state: 'closed', now }))
    cloud.seed('audits', linesOf(file, now, ofTheDay))
    await sealAndAnnounce(cloud, file.id)
    return {
      audit: await exportedAudit(cloud, file.id),
      public: await downloaded(
        await asks(cloud, administrator.memberId, 'ranking', 'exportPublic', { roundId: file.id }),
      ),
      snapshot: cloud.dump('snapshots')[0] as unknown as SnapshotDoc,
      lines: cloud.dump('audits') as unknown as AuditDoc[],
    }
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Address = { url: string; digest: string }

/** Proposed by one, agreed to by another, fetched by the first. */
async function exportedAudit(cloud: LocalCloud, roundId: string): Promise<Exported['audit']> {
  const ask = { roundId, reason: '审计' }
  const proposalId = 'prove-export-00000001'
  const first = { ...ask, sendId: proposalId, proposalId: null }
  await asks(cloud, administrator.memberId, 'ranking', 'exportAudit', first)
  await asks(cloud, secondAdministrator.memberId, 'round', 'agree', { roundId, proposalId })
  const second = { ...ask, sendId: 'prove-export-00000002', proposalId }
  const { file } = await asks<{ file: Address }>(cloud, administrator.memberId, 'ranking', 'exportAudit', second)
  return downloaded(file)
}

async function downloaded({ url, digest }: Address): Promise<{ text: string; digest: string }> {
  return { text: await (await fetch(url)).text(), digest }
}

async function asks<T = Address>(
  cloud: LocalCloud,
  memberId: string,
  name: string,
  action: string,
  payload: object,
): Promise<T> {
  const answer = (await cloud.call(name, { action, payload }, openidOf(memberId))) as Answer<T>
  if (!answer.ok) throw new Error(`${name}.${action} is refused: ${answer.error.code}`)
  return answer.data
}

/** Submissions, some of them in the same millisecond. */
function linesOf({ id, panel, villages, scorecards }: AuditEdition, now: number, count: number): AuditDoc[] {
  return Array.from({ length: count }, (_, n) => {
    const { id: inspectorId } = panel[n % panel.length]!
    return {
      _id: `${id}:submit-${String((n * 7919) % count).padStart(6, '0')}`,
      roundId: id,
      memberId: inspectorId,
      action: 'submit',
      on: `${id}:${inspectorId}:${villages[n % villages.length]!.id}`,
      before: n % 3 === 0 ? null : { submissions: n % 3 },
      after: { items: Object.keys(scorecards[n % scorecards.length]!.marks).length, n },
      reason: n % 10 === 0 ? '漏填一项，补上。' : '',
      at: now - 6 * 3_600_000 + Math.floor(n / 3) * 1_000,
    }
  })
}
