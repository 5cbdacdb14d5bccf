/**
 * The sample programme: 8 villages, 11 inspectors, round 1 sealed and announced, round 2 on the day that is given,
 * everything in but inspector I07's card for V08 and V01's last responses, so that there is something to do.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FindingDoc, ProgrammeDoc, RoundDoc, SchemeDoc, VillageDoc } from '../../cloudfunctions/common/documents'
import { overdueProposals } from '../../cloudfunctions/round/overdue-proposals'
import type { Answer } from '../../src/contract/errors'
import { quota } from '../../src/domain/quota'
import type { AuditEdition, Response } from '../../src/domain/round-file'
import { counts } from './counts'
import { sampleFindings } from './findings'
import { administrator, members, openidOf, secondAdministrator } from './people'
import { type Documents, defaultSettings, storedRound } from './stored-round'
import { sampleVoices } from './voices'

/** The part of the local cloud that seeding needs. */
export interface SeedableCloud {
  seed(collection: string, docs: { _id: string }[]): void | Promise<void>
  call(fn: string, event: { action: string; payload: unknown }, openid: string): Promise<unknown>
}

export const SHORT_VILLAGE = 'V01'

export function readSample<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, 'sample', name), 'utf8')) as T
}

/** Villages and people: what every round stands on. */
export function programme(now: number): Documents {
  const villages = readSample<(Omit<VillageDoc, '_id'> & { id: string })[]>('villages.json')
  const { panel } = readSample<AuditEdition>('round-2.json')
  return {
    programme: [programmeDoc()],
    villages: villages.map((village) => ({ ...village, _id: village.id })),
    members: members(panel, now),
    schemes: [schemeDoc(now)],
  }
}

/** What both rounds go by, published half a year ago. */
function schemeDoc(now: number): SchemeDoc {
  const { scheme } = readSample<AuditEdition>('round-2.json')
  const at = now - 180 * 24 * 60 * 60_000
  return {
    _id: `${scheme.id}:${scheme.version}`,
    revision: 1,
    id: scheme.id,
    version: scheme.version,
    state: 'published',
    rules: scheme,
    settings: defaultSettings,
    by: administrator.memberId,
    byName: administrator.name,
    at,
    publishedBy: administrator.memberId,
    publishedAt: at,
  }
}

function programmeDoc(): ProgrammeDoc {
  return {
    _id: 'programme',
    revision: 1,
    title: '党建引领乡村振兴试点',
    districts: readSample<{ id: string; name: string }[]>('districts.json').map(({ id, name }) => ({ id, name })),
    administrators: [administrator.memberId, secondAdministrator.memberId],
  }
}

/** Round 2 as it stands in the afternoon. */
export function sampleRound2(): AuditEdition {
  const file = readSample<AuditEdition>('round-2.json')
  return { ...file, responses: withoutLast(file) }
}

/** Loads everything; round 1 goes through the real functions to its announcement. */
export async function loadSample(
  cloud: SeedableCloud,
  day: string,
  now: number,
  progress: (what: string) => void = () => {},
): Promise<void> {
  progress('村庄和人员')
  await seedAll(cloud, programme(now))
  progress('第 1 次拉练：封存并公布')
  const first = readSample<AuditEdition>('round-1.json')
  await seedAll(cloud, storedRound(first, { day: first.date, state: 'closed', now }))
  await seedAll(cloud, { voices: sampleVoices(first.id) })
  await sealAndAnnounce(cloud, first.id)
  const findings = sampleFindings(first, day)
  await seedAll(cloud, { findings })
  progress('第 2 次拉练：今天')
  const second = sampleRound2()
  await seedAll(cloud, withOverdue(storedRound(second, { day, state: 'running', now }), findings, now))
  await seedAll(cloud, { voices: sampleVoices(second.id) })
}

/** As starting it would have left it: what is overdue of round 1 has proposed itself. */
function withOverdue(round: Documents, findings: readonly FindingDoc[], now: number): Documents {
  const [second] = round.rounds as RoundDoc[]
  const open = findings.filter(({ state }) => state !== 'verified')
  return { ...round, deductions: [...round.deductions!, ...overdueProposals(second!, open, now)] }
}

export async function seedAll(cloud: SeedableCloud, documents: Documents): Promise<void> {
  for (const [collection, docs] of Object.entries(documents)) await cloud.seed(collection, docs)
}

/** Two administrators seal a closed round, one announces it. */
export async function sealAndAnnounce(cloud: SeedableCloud, roundId: string): Promise<void> {
  await seal(cloud, roundId)
  await ask(cloud, 'round', 'announce', { roundId, sendId: sendId() })
}

export async function seal(cloud: SeedableCloud, roundId: string): Promise<void> {
  const first = openidOf(administrator.memberId)
  const proposed = await ask<{ proposal: { id: string } }>(cloud, 'round', 'seal', { roundId, sendId: sendId() }, first)
  await ask(
    cloud,
    'round',
    'agree',
    { roundId, proposalId: proposed.proposal.id },
    openidOf(secondAdministrator.memberId),
  )
  for (;;) {
    const { state } = await ask<{ state: string }>(cloud, 'round', 'seal', { roundId, sendId: sendId() }, first)
    if (state === 'sealed') return
  }
}

function sendId(): string {
  return randomBytes(16).toString('base64url')
}

async function ask<T>(
  cloud: SeedableCloud,
  fn: string,
  action: string,
  payload: unknown,
  openid = openidOf(administrator.memberId),
): Promise<T> {
  const answer = (await cloud.call(fn, { action, payload }, openid)) as Answer<T>
  if (!answer.ok) throw new Error(`sample: ${fn}.${action} was refused: ${JSON.stringify(answer.error)}`)
  return answer.data
}

/** One village stands one counting response below its quota: the next scored answer reaches it. */
function withoutLast({ responses, scheme, villages }: AuditEdition): Response[] {
  const village = villages.find(({ id }) => id === SHORT_VILLAGE)!
  const most = Number(quota(scheme.survey.quota, village.households)) - 1
  let counting = 0
  return responses.filter((response) => {
    if (response.villageId !== SHORT_VILLAGE) return true
    if (counts(response, scheme.survey)) counting++
    return counting <= most
  })
}
