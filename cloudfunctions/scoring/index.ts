import { RoundState } from '../../src/contract/parts'
import { scoring } from '../../src/contract/scoring'
import { serve } from '../common/serve'
import { appeal } from './appeal'
import { arrive } from './arrive'
import { confirmDeduction } from './confirm-deduction'
import { decideAppeal } from './decide-appeal'
import { deduct } from './deduct'
import { deductions } from './deductions'
import { finding } from './finding'
import { highlight } from './highlight'
import { mine } from './mine'
import { photo } from './photo'
import { saveMarks } from './save-marks'
import { submit } from './submit'

/** In `closed` what arrives is kept as late work. Saved marks leave no audit line: they live in their card's history. */
export const main = serve(scoring, {
  arrive: {
    roles: ['inspector'],
    states: ['running', 'closed'],
    audit: ({ villageId }, { confirmedAt, late }, { me }) => ({
      key: `arrive:${me.memberId}:${villageId}`,
      on: villageId,
      after: { confirmedAt, late },
    }),
    run: arrive,
  },
  saveMarks: { roles: ['inspector'], states: ['running', 'closed'], run: saveMarks },
  submit: {
    roles: ['inspector'],
    states: ['running', 'closed'],
    audit: ({ sendId, villageId }, { hash, late }) => ({ key: sendId, on: villageId, after: { hash, late } }),
    run: submit,
  },
  mine: { roles: ['inspector'], states: RoundState.options, run: mine },

  finding: {
    roles: ['inspector'],
    states: ['running', 'closed'],
    // Neither text nor category: what was found is told by the finding itself.
    audit: ({ sendId, villageId, findingId }) => ({ key: sendId, on: villageId, after: { findingId } }),
    run: finding,
  },
  highlight: {
    roles: ['inspector'],
    states: ['running', 'closed'],
    audit: ({ sendId, villageId, highlightId }) => ({ key: sendId, on: villageId, after: { highlightId } }),
    run: highlight,
  },
  photo: {
    roles: ['inspector'],
    states: ['running', 'closed'],
    audit: ({ villageId, photoId, of }) => ({ key: `photo:${photoId}`, on: villageId, after: { photoId, of } }),
    run: photo,
  },

  deduct: {
    roles: ['inspector'],
    states: ['running', 'closed'],
    audit: ({ sendId, deductionId, villageId, itemId, occurrences }, { late }) => ({
      key: late ? sendId : `deduct:${deductionId}`,
      on: deductionId,
      after: { villageId, itemId, occurrences, late },
    }),
    run: deduct,
  },
  confirmDeduction: {
    roles: ['inspector'],
    states: ['running', 'closed'],
    audit: ({ sendId, deductionId, villageId }, { late }) => ({
      key: late ? sendId : `confirm:${deductionId}`,
      on: deductionId,
      before: 'proposed',
      after: { villageId, late },
    }),
    run: confirmDeduction,
  },
  appeal: {
    roles: ['officer'],
    states: ['running', 'closed'],
    audit: ({ deductionId, reason }) => ({
      key: `appeal:${deductionId}`,
      on: deductionId,
      before: 'confirmed',
      after: 'appealed',
      reason,
    }),
    run: appeal,
  },
  decideAppeal: {
    roles: ['administrator'],
    states: ['running', 'closed'],
    audit: ({ sendId, deductionId, outcome, reason }, { proposal }) => ({
      key: sendId,
      on: deductionId,
      before: 'appealed',
      after: { proposed: outcome, hash: proposal.hash },
      reason,
    }),
    run: decideAppeal,
  },
  deductions: {
    roles: ['administrator', 'inspector', 'officer'],
    states: ['running', 'closed', 'sealing', 'sealed', 'announced', 'archived'],
    run: deductions,
  },
})
