/** The sample round 2, closed and cut down to what a sealing has to do: three villages, twenty responses each, few draws. */
import type { AuditDoc, VoiceDoc } from '../../../cloudfunctions/common/documents'
import type { AuditEdition } from '../../../src/domain/round-file'
import { readSample } from '../../seed/sample'
import { type Documents, storedRound } from '../../seed/stored-round'

const VILLAGES = ['V01', 'V02', 'V03']
const RESPONSES = 20
const VOICES = 12
const LINES = 24

export function smallClosedRound(now: number): { file: AuditEdition; documents: Documents } {
  const file = smallFile()
  const stored = storedRound(file, { day: file.date, state: 'closed', now })
  return { file, documents: { ...stored, voices: voicesOf(file.id), audits: linesOf(file.id, now) } }
}

function smallFile(): AuditEdition {
  const file = readSample<AuditEdition>('round-2.json')
  const isHere = ({ villageId }: { villageId: string }) => VILLAGES.includes(villageId)
  return {
    ...file,
    scheme: { ...file.scheme, certainty: { ...file.scheme.certainty, draws: 20 } },
    villages: file.villages.filter(({ id }) => VILLAGES.includes(id)),
    stops: file.stops.filter(isHere),
    panel: file.panel.map((inspector) => ({
      ...inspector,
      recusedVillageIds: inspector.recusedVillageIds.filter((id) => VILLAGES.includes(id)),
    })),
    goals: file.goals.filter(isHere),
    notApplicable: file.notApplicable.filter(isHere),
    measurements: file.measurements.filter(isHere),
    scorecards: file.scorecards.filter(isHere),
    deductions: file.deductions.filter(isHere),
    accepted: file.accepted.filter((id) => VILLAGES.includes(id)),
    responses: VILLAGES.flatMap((id) => file.responses.filter(({ villageId }) => villageId === id).slice(0, RESPONSES)),
  }
}

function voicesOf(roundId: string): VoiceDoc[] {
  return Array.from({ length: VOICES }, (_, n) => ({
    _id: `voice-${String(n).padStart(2, '0')}`,
    roundId,
    villageId: VILLAGES[n % VILLAGES.length]!,
    text: `第 ${n} 句`,
    state: 'unchecked',
  }))
}

/** Of the day: long settled when two persons come to seal. */
function linesOf(roundId: string, now: number): AuditDoc[] {
  return Array.from({ length: LINES }, (_, n) => ({
    _id: `${roundId}:line-${String(n).padStart(2, '0')}`,
    roundId,
    memberId: `I${String(1 + (n % 9)).padStart(2, '0')}`,
    action: 'submit',
    on: `${roundId}:${n}`,
    before: null,
    after: { sum: n / 2 },
    reason: '',
    at: now - 3_600_000 + n * 1_000,
  }))
}
