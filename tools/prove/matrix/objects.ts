/** What the calls are about, by the ids that it has at every moment. */
import type { ProposalDoc } from '../../../cloudfunctions/common/documents'
import type { CardItem } from '../../../src/domain/card-check'

export interface Objects {
  roundId: string
  /** What is about a village is about V01; what an administrator proposes anew is about V02, where nothing waits yet. */
  villageId: string
  otherVillageId: string
  items: readonly CardItem[]
  indicatorId: string
  /** Of every survey item the best level. */
  answers: Record<string, number>
  /** Of a card that nobody has used. */
  cardCode: string
  photoFileId: string
  now: number
}

/** 21 characters, as a phone makes them. */
export function id(name: string): string {
  return `matrix-${name}`.padEnd(21, '0')
}

/** Of whatever the row's call sends. */
export const SEND = id('send')
export const PHONE = id('phone')
export const PHOTO = id('photo')

/** On V01, proposed by I08; confirmed and appealed ones by I10. */
export const deductions = {
  proposed: id('proposed'),
  confirmed: id('confirmed'),
  /** A proposal of what becomes of it waits. */
  appealed: id('appealed'),
  appealedToo: id('appealed-too'),
}

/** Proposed by the administrator M01; what is about a village is about V01, the late work is I08's. */
export const proposals = {
  seal: id('seal'),
  exportAudit: id('export'),
  decideAppeal: id('decide'),
  restore: id('restore'),
  admitLate: id('admit'),
  acceptVillage: id('accept'),
  correct: id('correct'),
  reopen: id('reopen'),
} satisfies Record<ProposalDoc['kind'], string>

/** Of I08 on V01, which a proposal names; of I10 on V02, which none names. */
export const late = { proposed: id('late'), free: id('late-free') }
