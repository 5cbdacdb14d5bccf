/** Words about deductions: one in any state, how it stands, and what a phone would send. */
import type { DeductionDoc } from '../../cloudfunctions/common/documents'
import { newId } from './cards'
import type { Day, Person } from './day'

/** In V01 (D-WEST): I01 and I08 are of D-EAST, I03 of D-DEV, I06 of no district, I02 is recused; the officer is its own. */
export const VILLAGE = 'V01'

/** Stored past the wire, proposed by I03 and, beyond `proposed`, confirmed by I01 just now. */
export function seedDeduction(today: Day, state: DeductionDoc['state'], more: Partial<DeductionDoc> = {}): string {
  const id = more._id ?? newId()
  const isConfirmed = state !== 'proposed' && state !== 'lapsed'
  const doc: DeductionDoc = {
    _id: id,
    id,
    revision: 1,
    roundId: today.roundId,
    villageId: VILLAGE,
    itemId: 'K09',
    occurrences: 1,
    text: '村口标语写错字',
    photos: [],
    state,
    proposer: 'I03',
    proposerName: '罗建华',
    proposedAt: Date.now() - 60_000,
    findingId: null,
    confirmer: isConfirmed ? 'I01' : null,
    confirmerName: isConfirmed ? '周明远' : null,
    confirmedAt: isConfirmed ? Date.now() - 1000 : null,
    appeal: isConfirmed && state !== 'confirmed' ? anAppeal : null,
    decision: null,
    ...more,
  }
  today.cloud.seed('deductions', [doc])
  return id
}

const anAppeal = { reason: '当天已换新', by: 'M05', byName: '黄德明', at: Date.now(), sendId: 'seeded-appeal-0000001' }

export function deductionOf(today: Day, id: string): DeductionDoc {
  const found = today.dump('deductions').find(({ _id }) => _id === id)
  if (!found) throw new Error(`no deduction ${id}`)
  return found as unknown as DeductionDoc
}

export function deductSend(today: Day, more: object = {}) {
  return {
    roundId: today.roundId,
    villageId: VILLAGE,
    sendId: newId(),
    phone: 'phone-of-an-inspector',
    at: Date.now() - 5000,
    deductionId: newId(),
    itemId: 'K09',
    occurrences: 2,
    text: '村口和公路边各有一处标语写错字',
    photos: [] as string[],
    ...more,
  }
}

export function confirmSend(today: Day, deductionId: string, more: object = {}) {
  return {
    roundId: today.roundId,
    villageId: VILLAGE,
    sendId: newId(),
    phone: 'phone-of-an-inspector',
    at: Date.now() - 5000,
    deductionId,
    ...more,
  }
}

export function appealSend(today: Day, deductionId: string, more: object = {}) {
  return { roundId: today.roundId, deductionId, sendId: newId(), reason: '标语当天上午已经换新，有照片。', ...more }
}

export function decideSend(today: Day, deductionId: string, more: object = {}) {
  const reason = '照片属实，当天已换新。'
  return { roundId: today.roundId, deductionId, sendId: newId(), outcome: 'revoked' as const, reason, ...more }
}

/** What a person is shown. */
export async function shownTo(today: Day, person: Person, villageId: string | null = null) {
  return (await person.does('scoring', 'deductions', { roundId: today.roundId, villageId })).deductions
}
