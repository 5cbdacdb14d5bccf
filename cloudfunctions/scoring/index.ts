import { RoundState } from '../../src/contract/parts'
import { scoring } from '../../src/contract/scoring'
import { serve } from '../common/serve'
import { arrive } from './arrive'
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
})
