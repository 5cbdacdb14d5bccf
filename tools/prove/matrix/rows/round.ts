/** A round's life, its two-person decisions, and the day as its inspectors carry it. */
import type { ErrorCode } from '../../../../src/contract/errors'
import type { RoundState } from '../../../../src/contract/parts'
import { beforeRehearsal } from '../beside'
import { type Moment, moments, stateAt, when } from '../moments'
import { id, late, type Objects, PHOTO, proposals, SEND, schemes } from '../objects'
import { but, type Row, type RowsOf, type Unless } from '../row'

const recused: Unless = ({ seat }) => (seat === 'recused' ? 'recused' : undefined)
const isProposer: Unless = ({ memberId }) => (memberId === 'M01' ? 'samePerson' : undefined)
const isNotProposer: Unless = ({ memberId }) => (memberId === 'M01' ? undefined : 'notFound')
/** Proposed or confirmed the deduction; brought the late work. */
const isParty = (...memberIds: string[]): Unless => {
  return ({ memberId }) => (memberIds.includes(memberId) ? 'samePerson' : undefined)
}

const closed = when('closed')
const ofRound = ({ roundId }: { roundId: string }) => ({ roundId })
const sendOf = ({ roundId }: { roundId: string }) => ({ roundId, sendId: SEND })
const ofVillage = ({ roundId, villageId }: { roundId: string; villageId: string }) => ({ roundId, villageId })
const reason = '收卷后核对发现'

/** The second person's: another administrator, or one of the panel; what concerns a village, nobody recused for it. */
function agreeTo(kind: keyof typeof proposals, states: RoundState[], unless: Unless[], inside?: Row['inside']) {
  const moments = when(...states)
  return {
    may: { A: but(moments, isProposer, ...unless), I: but(moments, isProposer, ...unless) },
    send: ({ roundId }: { roundId: string }) => ({ roundId, proposalId: proposals[kind] }),
    ...(inside && { inside }),
  }
}

/** What was proposed while appeals were open is not what is there when they are decided. */
const changedSince = (...moments: Moment[]) => {
  return (moment: Moment): ErrorCode[] => (moments.includes(moment) ? ['changed'] : [])
}

const seen = (roundId: string) => ({ roundId, revision: 1, sendId: SEND })
/** Villagers' codes mean it: no other round comes to hand. */
const otherIsAtHand: Unless = (_, moment) =>
  when('ready', 'running', 'closed', 'sealing').includes(moment) ? 'otherRound' : undefined
const surveyIsOpen: Unless = (_, moment) => (moment === 'ready' ? 'surveyOpen' : undefined)
const oneRehearses: Unless = (_, moment) => (moment === beforeRehearsal ? undefined : 'inUse')
const refused = (code: ErrorCode) => ({ may: { A: but(moments, () => code) }, ofNoRound: true as const })
const creating = (roundId: string, number: number, { plan: { day } }: Objects) => ({
  roundId,
  number,
  day,
  scheme: { id: schemes.published, version: 1 },
  sendId: SEND,
})

export const round: RowsOf<'round'> = {
  create: {
    new: { may: { A: moments }, ofNoRound: true, anyRound: true, send: (of) => creating('2099-1', 90, of) },
    idInUse: { ...refused('inUse'), anyRound: true, send: (of) => creating(of.roundId, 90, of) },
    numberInUse: { ...refused('inUse'), anyRound: true, send: (of) => creating('2099-1', 2, of) },
    unpublished: {
      ...refused('notFound'),
      anyRound: true,
      send: (of) => ({ ...creating('2099-1', 90, of), scheme: { id: schemes.draft, version: 1 } }),
    },
  },
  preparation: { may: { A: when('draft', 'ready') }, reads: true, send: ofRound },
  plan: {
    may: { A: when('draft') },
    send: ({ roundId, plan }) => ({ ...seen(roundId), plan }),
  },
  ready: {
    // Goals and facts of V01 wait.
    unprepared: { may: { A: but(when('draft'), () => 'notReady') }, send: ({ roundId }) => seen(roundId) },
    prepared: { may: { A: but(moments, otherIsAtHand) }, send: ({ preparedId }) => seen(preparedId) },
  },
  backToDraft: { may: { A: but(when('ready'), surveyIsOpen) }, send: ({ roundId }) => seen(roundId) },
  removeDraft: {
    itself: { may: { A: when('draft') }, anyRound: true, send: ({ roundId }) => seen(roundId) },
    prepared: { may: { A: moments }, ofNoRound: true, anyRound: true, send: ({ preparedId }) => seen(preparedId) },
    gone: { may: { A: moments }, ofNoRound: true, anyRound: true, send: () => seen('2099-1') },
  },
  rehearse: { may: { A: but(when('ready'), oneRehearses) }, send: sendOf },
  deleteRehearsal: {
    rehearsal: {
      may: { A: moments },
      anyRound: true,
      send: ({ rehearsalId }) => ({ roundId: rehearsalId, sendId: SEND }),
    },
    realRound: { may: { A: [] }, anyRound: true, send: sendOf },
  },
  archive: { may: { A: when('announced') }, send: sendOf },

  start: { may: { A: when('ready') }, send: sendOf },
  today: { may: { I: when('ready', 'running') }, reads: true, send: ofRound },
  evidencePhotos: {
    may: {
      I: but(when('ready', 'running', 'closed', 'sealing', 'sealed', 'announced', 'archived'), recused),
    },
    reads: true,
    send: (of) => ({ ...ofVillage(of), photos: [PHOTO] }),
  },
  onsiteCode: { may: { I: but(when('ready', 'running'), recused) }, reads: true, send: ofVillage },
  dayPlan: { may: { A: when('ready', 'running', 'closed') }, reads: true, send: ofRound },
  changeDay: {
    preview: {
      may: { A: when('running') },
      reads: true,
      send: (of) => ({ ...sendOf(of), change: { kind: 'absent', inspectorId: 'I05' }, reason, preview: true }),
    },
    done: {
      may: { A: when('running') },
      send: (of) => ({ ...sendOf(of), change: { kind: 'absent', inspectorId: 'I05' }, reason, preview: false }),
    },
  },
  close: { may: { A: when('running') }, send: sendOf },
  cardPrints: { may: { A: when('ready', 'running') }, reads: true, send: ofRound },
  printCards: {
    may: { A: when('ready', 'running') },
    send: (of) => ({ ...sendOf(of), villageId: of.villageId, count: 2 }),
  },
  restore: {
    may: { A: closed },
    send: (of) => ({ ...sendOf(of), villageId: of.otherVillageId, excludedFor: 'channel', reason }),
  },
  admitLate: { may: { A: closed }, send: (of) => ({ ...sendOf(of), lateIds: [late.free], reason }) },
  acceptVillage: { may: { A: closed }, send: (of) => ({ ...sendOf(of), villageId: of.otherVillageId, reason }) },
  correct: {
    may: { A: closed },
    send: (of) => ({
      ...sendOf(of),
      correction: {
        kind: 'measurement',
        villageId: of.otherVillageId,
        indicatorId: of.indicatorId,
        value: 12.5,
      },
      reason,
    }),
  },
  facts: { may: { A: closed }, reads: true, send: ofRound },
  reopen: {
    may: { A: when('sealed', 'announced') },
    send: (of) => ({ ...sendOf(of), reason }),
    // One waits already.
    inside: () => ['alreadyProposed'],
  },
  seal: {
    // Proposing is the administrators'; the job is driven on by whoever looks (decision on the sealing's steps).
    propose: {
      may: {
        A: when('closed', 'sealing', 'sealed'),
        I: but(when('closed', 'sealing', 'sealed'), (_, moment) => {
          return stateAt[moment] === 'closed' ? 'notAllowed' : undefined
        }),
      },
      send: sendOf,
      inside: (moment) => (moment === 'closed' ? ['appealsOpen'] : moment === 'settled' ? ['alreadyProposed'] : []),
    },
    drive: {
      may: { A: when('closed', 'sealing', 'sealed'), I: when('closed', 'sealing', 'sealed') },
      send: (of) => ({ ...sendOf(of), drive: true }),
    },
  },
  agree: {
    seal: agreeTo('seal', ['closed'], [], (moment) =>
      moment === 'closed' ? ['appealsOpen'] : moment === 'reopened' ? ['changed'] : [],
    ),
    exportAudit: agreeTo('exportAudit', ['sealed', 'announced', 'archived'], []),
    decideAppeal: agreeTo(
      'decideAppeal',
      ['running', 'closed'],
      [isParty('I08', 'I10'), recused],
      changedSince('settled', 'reopened'),
    ),
    restore: agreeTo('restore', ['closed'], [recused]),
    admitLate: agreeTo('admitLate', ['closed'], [isParty('I08'), recused]),
    acceptVillage: agreeTo('acceptVillage', ['closed'], [recused]),
    correct: agreeTo('correct', ['closed'], [recused]),
    reopen: agreeTo('reopen', ['sealed', 'announced'], []),
    unknown: {
      may: agreeable(() => 'notFound'),
      send: ({ roundId }) => ({ roundId, proposalId: id('no-proposal') }),
    },
  },
  withdraw: {
    may: { A: but(when('running', 'closed', 'sealed', 'announced', 'archived'), isNotProposer) },
    send: ({ roundId }) => ({ roundId, proposalId: proposals.restore }),
  },
  announce: { may: { A: when('sealed') }, send: sendOf },
}

function agreeable(unless: Unless): Row['may'] {
  const moments = when('running', 'closed', 'sealing', 'sealed', 'announced', 'archived')
  return { A: but(moments, unless), I: but(moments, unless) }
}
