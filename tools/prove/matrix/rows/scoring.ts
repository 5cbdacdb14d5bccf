/** I not recused; what comes after closing is late work. An appeal is the village's, its decision the administrators'. */
import { moments, when } from '../moments'
import { deductions, id, type Objects, PHONE, PHOTO, SEND } from '../objects'
import type { Person } from '../people'
import { but, type RowsOf, type Unless } from '../row'

const recused: Unless = ({ seat }) => (seat === 'recused' ? 'recused' : undefined)
const elsewhere: Unless = ({ isHere }) => (isHere ? undefined : 'outOfScope')
const proposedIt: Unless = ({ memberId }) => (memberId === 'I08' ? 'samePerson' : undefined)
const ofItsDistrict: Unless = ({ memberId }) => (memberId === 'I01' ? 'sameDistrict' : undefined)

const open = when('running', 'closed')
const fromRunning = when('running', 'closed', 'sealing', 'sealed', 'announced', 'archived')

const sent = ({ roundId, villageId, now }: Objects) => ({
  roundId,
  villageId,
  sendId: SEND,
  phone: PHONE,
  at: now - 5000,
})
const card = (of: Objects) => ({ ...sent(of), device: '华为 nova 9', waiting: 0 })
const record = (name: string, { memberId }: Person) => id(`${name}-${memberId}`)

export const scoring: RowsOf<'scoring'> = {
  arrive: {
    may: { I: but(open, recused) },
    send: ({ roundId, villageId, now }) => ({ roundId, villageId, at: now - 5000 }),
  },
  saveMarks: {
    may: { I: but(open, recused) },
    send: (of) => ({
      ...card(of),
      changes: [{ itemId: of.items[0]!.id, mark: of.items[0]!.step, note: '', photos: [], base: 0 }],
    }),
  },
  submit: {
    may: { I: but(open, recused) },
    send: (of) => ({
      ...card(of),
      seconds: 600,
      marks: Object.fromEntries(of.items.map(({ id: itemId, step }) => [itemId, { mark: step, note: '', photos: [] }])),
    }),
  },
  mine: { may: { I: moments }, reads: true, send: ({ roundId }) => ({ roundId }) },

  finding: {
    may: { I: open },
    send: (of, person) => ({
      ...sent(of),
      findingId: record('finding', person),
      category: 'detail',
      text: '村口标语褪色',
      photos: [],
    }),
  },
  highlight: {
    may: { I: open },
    send: (of, person) => ({
      ...sent(of),
      highlightId: record('highlight', person),
      itemId: null,
      text: '古樟树保护得好',
      photos: [],
    }),
  },
  photo: {
    may: { I: open },
    send: ({ roundId, villageId, photoFileId }) => ({
      roundId,
      villageId,
      photoId: PHOTO,
      fileId: photoFileId,
      bytes: 1000,
      of: 'finding',
    }),
  },

  deduct: {
    may: { I: but(open, recused) },
    send: (of, person) => ({
      ...sent(of),
      deductionId: record('deduct', person),
      itemId: 'K09',
      occurrences: 1,
      text: '一处标语写错字',
      photos: [],
    }),
  },
  confirmDeduction: {
    may: { I: but(open, recused, proposedIt, ofItsDistrict) },
    send: (of) => ({ ...sent(of), deductionId: deductions.proposed }),
  },
  appeal: {
    may: { O: but(open, elsewhere) },
    send: ({ roundId }) => ({ roundId, deductionId: deductions.confirmed, sendId: SEND, reason: '当天上午已经换新' }),
    inside: (moment) => (moment === 'settled' || moment === 'reopened' ? ['expired'] : []),
  },
  decideAppeal: {
    may: { A: open },
    send: ({ roundId }) => ({
      roundId,
      deductionId: deductions.appealedToo,
      sendId: SEND,
      outcome: 'revoked',
      reason: '照片属实，已换新',
    }),
    inside: (moment) => (moment === 'settled' || moment === 'reopened' ? ['settled'] : []),
  },
  deductions: {
    may: { A: fromRunning, I: fromRunning, O: but(fromRunning, elsewhere) },
    reads: true,
    send: ({ roundId, villageId }) => ({ roundId, villageId }),
  },
}
