/**
 * How everything is stored at each moment of the small round's life. The round lives it through the real functions; what the
 * calls are about (a deduction in each state, every kind of proposal, late sends, a photo, a card) then stands in every
 * moment, also where the action is over, so that a refusal is one of the door and not of what is missing.
 */

import { cardId } from '../../../cloudfunctions/common/card-codes'
import type { CardDoc, DeductionDoc, MemberDoc, ProposalDoc, RoundDoc } from '../../../cloudfunctions/common/documents'
import { cloudDatabase } from '../../../config/cloud-database'
import type { Answer } from '../../../src/contract/errors'
import { unconfirmed } from '../../../src/domain/deduction-life'
import type { AuditEdition } from '../../../src/domain/round-file'
import type { LocalCloud } from '../../local-cloud'
import type { Doc } from '../../local-cloud/ejson'
import { administrator, openidOf, secondAdministrator } from '../../seed/people'
import { programme } from '../../seed/sample'
import { shanghaiDay } from '../../seed/shanghai-time'
import { storedRound } from '../../seed/stored-round'
import { sampleVoices } from '../../seed/voices'
import type { Stage, Stand } from '../seals/stage'
import { programmeDocuments, withBeside } from './beside'
import { type Moment, moments, stateAt } from './moments'
import { deductions, late, type Objects, PHONE, PHOTO, proposals, SEND } from './objects'
import { seated, withEverybody } from './people'
import { OTHER_VILLAGE, VILLAGE } from './small-round'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const first = openidOf(administrator.memberId)
const second = openidOf(secondAdministrator.memberId)

type Documents = Record<string, Doc[]>

/** What both twins have alike, though chance made it. */
export interface Shared {
  now: number
  objects: Objects
  documents: Documents
  /** Of the workbook, a character a byte. */
  workbook: string
}

/** `cloud` is left as the last of them. */
export async function standsOn(
  cloud: LocalCloud,
  stage: Stage,
  file: AuditEdition,
  shared: Shared,
): Promise<Record<Moment, Stand>> {
  const { now, objects } = shared
  const files = { [photoPath(file)]: 'a picture', [WORKBOOK_PATH]: shared.workbook }
  const { roundId, items } = objects

  stage.putBack({ documents: closedDocuments(file, shared, [...open(roundId, now)]), files })
  const marks = { phone: PHONE, at: now, device: '华为 nova 9', waiting: 0 }
  for (const [sendId, who, villageId] of [
    [late.proposed, 'I08', VILLAGE],
    [late.free, 'I10', OTHER_VILLAGE],
  ] as const) {
    const changes = [{ itemId: items[0]!.id, mark: items[0]!.step, note: '', photos: [], base: 0 }]
    await ask(openidOf(who), 'scoring', 'saveMarks', { roundId, villageId, sendId, ...marks, changes })
  }
  const about = { roundId, villageId: VILLAGE, reason: '收卷后核对发现' }
  const said = { roundId, reason: about.reason }
  const correction = { kind: 'measurement', villageId: VILLAGE, indicatorId: objects.indicatorId, value: 12.5 }
  await ask(first, 'round', 'restore', { ...about, sendId: proposals.restore, excludedFor: 'channel' })
  await ask(first, 'round', 'admitLate', { ...said, sendId: proposals.admitLate, lateIds: [late.proposed] })
  await ask(first, 'round', 'acceptVillage', { ...about, sendId: proposals.acceptVillage })
  await ask(first, 'round', 'correct', { ...said, sendId: proposals.correct, correction })
  await ask(first, 'scoring', 'decideAppeal', {
    ...said,
    sendId: proposals.decideAppeal,
    deductionId: deductions.appealed,
    outcome: 'upheld',
  })
  const closed = stage.stand()
  const waiting = proposalsIn(closed)

  const sends = { late: cloud.dump('late') }
  stage.putBack({ documents: { ...closedDocuments(file, shared, over(roundId, now)), ...sends }, files })
  await ask(first, 'round', 'seal', { roundId, sendId: proposals.seal })
  const settled = stage.stand()
  waiting.push(...proposalsIn(settled))

  await ask(second, 'round', 'agree', { roundId, proposalId: proposals.seal })
  const sealing = stage.stand()
  for (let state = ''; state !== 'sealed'; )
    ({ state } = await ask(first, 'round', 'seal', { roundId, sendId: proposals.seal, drive: true }))
  await ask(first, 'ranking', 'exportAudit', { ...said, sendId: proposals.exportAudit, proposalId: null })
  await ask(first, 'round', 'reopen', { ...said, sendId: proposals.reopen })
  const sealed = stage.stand()
  waiting.push(...proposalsIn(sealed).filter(({ agreedBy }) => agreedBy === null))

  await ask(second, 'round', 'agree', { roundId, proposalId: proposals.reopen })
  const reopened = stage.stand()
  stage.putBack(sealed)
  await ask(first, 'round', 'announce', { roundId, sendId: 'matrix-announce-00000' })
  const announced = stage.stand()

  const running = { documents: { ...documentsOf(file, shared, open(roundId, now)), ...sends }, files }
  const ready = { documents: withRound(running.documents, { state: 'ready', startedAt: null }), files }
  const stands: Record<Moment, Stand> = {
    draft: { documents: { ...withRound(ready.documents, { state: 'draft' }), secrets: [] }, files },
    beforeWindow: { documents: { ...ready.documents, secrets: gatesOpening(ready.documents, now + DAY) }, files },
    ready,
    running,
    closed,
    settled,
    reopened,
    sealing,
    sealed,
    announced,
    archived: { ...announced, documents: withRound(announced.documents, { state: 'archived' }) },
  }
  const [real] = (running.documents as Documents).rounds as unknown as [RoundDoc]
  for (const moment of moments) refuseOther(moment, stands[moment])
  return Object.fromEntries(
    moments.map((moment) => {
      const { documents: own, files: sealedFiles } = stands[moment]
      const documents = withBeside(moment, withRound(own, { proposals: waiting }), real, objects)
      return [moment, { documents, files: sealedFiles }]
    }),
  ) as Record<Moment, Stand>

  async function ask(openid: string, fn: string, action: string, payload: object): Promise<{ state: string }> {
    const answer = (await cloud.call(fn, { action, payload }, openid)) as Answer<{ state: string }>
    if (!answer.ok) throw new Error(`the small round: ${fn}.${action} is refused: ${JSON.stringify(answer.error)}`)
    return answer.data
  }
}

type Given = Omit<Objects, 'cardCode'>

export function sharedOf(file: AuditEdition, objects: Given, workbook: string): Shared {
  const { now } = objects
  const cardCode = '23456789ABCD'
  const card: CardDoc = { _id: cardId(cardCode), roundId: file.id, villageId: VILLAGE, used: false }
  const { cards, ballots, secrets } = storedRound(file, { day: shanghaiDay(now), state: 'running', now })
  const documents = {
    ...programmeOf(now),
    cards: [...cards!, card],
    ballots,
    secrets,
    voices: sampleVoices(file.id),
  }
  return { now, objects: { ...objects, cardCode }, documents: documents as unknown as Documents, workbook }
}

/** Districts, villages, people, schemes. */
export function programmeOf(now: number): Documents {
  const { members, ...documents } = programme(now)
  const all = { ...documents, members: withEverybody(members as MemberDoc[]) } as unknown as Documents
  return { ...all, ...programmeDocuments(all, now) }
}

export const WORKBOOK_PATH = `imports/${SEND}.xlsx`

export function photoPath({ id }: AuditEdition): string {
  return `photos/${id}/${PHOTO}.jpg`
}

/** The scheme lets inspectors and officers see the result, and no reader. */
function documentsOf(file: AuditEdition, { now, documents }: Shared, appealable: readonly DeductionDoc[]): Documents {
  const settings = { announceTo: ['inspector' as const, 'officer' as const] }
  const stored = storedRound(file, { day: shanghaiDay(now), state: 'running', now, settings })
  const [round] = stored.rounds as RoundDoc[]
  return {
    ...Object.fromEntries(Object.keys(cloudDatabase).map((collection) => [collection, []])),
    ...(stored as unknown as Documents),
    ...documents,
    rounds: [{ ...round!, panel: seated(round!.panel, now) }] as unknown as Doc[],
    deductions: appealable as unknown as Doc[],
  }
}

function closedDocuments(file: AuditEdition, shared: Shared, appealable: readonly DeductionDoc[]): Documents {
  const documents = documentsOf(file, shared, appealable)
  const closedAt = shared.now - 2 * MINUTE
  return {
    ...withRound(documents, { state: 'closed', closedAt }),
    secrets: documents.secrets!.map((gate) => ({ ...gate, closedAt })),
  }
}

/** Confirmed just before closing: its village may appeal still, and two appeals wait. */
function open(roundId: string, now: number): DeductionDoc[] {
  const confirmedAt = now - 3 * MINUTE
  return [
    deduction(roundId, deductions.proposed, confirmedAt),
    { ...deduction(roundId, deductions.confirmed, confirmedAt), ...confirmedBy(confirmedAt) },
    ...[deductions.appealed, deductions.appealedToo].map((id) => appealed(roundId, id, confirmedAt)),
  ]
}

function over(roundId: string, now: number): DeductionDoc[] {
  const [proposed, ...others] = open(roundId, now - 180 * MINUTE)
  return [proposed!, ...others.map((one) => (one.state === 'appealed' ? { ...one, state: 'upheld' as const } : one))]
}

function deduction(roundId: string, id: string, at: number): DeductionDoc {
  return {
    _id: id,
    id,
    revision: 1,
    roundId,
    villageId: VILLAGE,
    itemId: 'K09',
    occurrences: 1,
    text: '村口标语写错字',
    photos: [],
    proposer: 'I08',
    proposerName: '提出的评委',
    proposedAt: at - MINUTE,
    findingId: null,
    ...unconfirmed,
  }
}

function confirmedBy(confirmedAt: number) {
  return { state: 'confirmed' as const, confirmer: 'I10', confirmerName: '确认的评委', confirmedAt }
}

function appealed(roundId: string, id: string, at: number): DeductionDoc {
  const appeal = { reason: '当天已换新', by: 'M05', byName: '黄德明', at, sendId: 'matrix-appeal-0000000' }
  return { ...deduction(roundId, id, at), ...confirmedBy(at), state: 'appealed', appeal }
}

function withRound(documents: Documents, fields: Partial<RoundDoc>): Documents {
  return { ...documents, rounds: documents.rounds!.map((round) => ({ ...round, ...(fields as Doc) })) }
}

function gatesOpening({ secrets }: Documents, opensAt: number): Doc[] {
  return secrets!.map((gate) => ({ ...gate, opensAt }))
}

function proposalsIn({ documents }: Stand): ProposalDoc[] {
  return (documents.rounds![0] as unknown as RoundDoc).proposals
}

function refuseOther(moment: Moment, { documents }: Stand): void {
  const { state } = documents.rounds![0] as unknown as RoundDoc
  if (state !== stateAt[moment]) throw new Error(`the small round is ${state} at ${moment}`)
}
