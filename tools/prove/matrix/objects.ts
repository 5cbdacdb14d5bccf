/** What the calls are about, by the ids that it has at every moment. */
import type { ProposalDoc } from '../../../cloudfunctions/common/documents'
import type { CallIn } from '../../../src/contract'
import type { District, SchemeRules } from '../../../src/contract/programme'
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
  /** A draft beside it, of which nothing is missing any more; and its rehearsal, which runs at every moment but `beforeWindow`. */
  preparedId: string
  rehearsalId: string
  /** Two measured indicators, the first one as `indicatorId`. */
  measured: readonly [string, string]
  plan: CallIn<'round', 'plan'>['plan']
  districts: District[]
  /** Of a scheme that nothing is wrong with. */
  rules: SchemeRules
  /** A workbook of the programme's villages as they stand, and what a preview of it says. */
  workbook: { fileId: string; hash: string }
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

/** Of V01, as the draft's villages handed them in. */
export const goals = {
  /** By its officer M05; one approved by M02, one returned. */
  officers: 'V01-G1',
  approved: 'V01-G4',
  returned: 'V01-G5',
  /** By M01, and by the inspector I06 when they were an officer still. */
  administrators: 'V01-G2',
  inspectors: 'V01-G3',
}

export const schemes = { published: 'pilot-2024', draft: 'matrix-draft', faulty: 'matrix-faulty' }

/** For M31, who has no phone yet; all but the first good for nothing. */
export const invites = {
  open: '23456789ABCE',
  superseded: '23456789ABCF',
  expired: '23456789ABCG',
  tried: '23456789ABCH',
  unknown: '23456789ABCJ',
}
export const INVITED = { memberId: 'M31', name: '成员 M31' }
