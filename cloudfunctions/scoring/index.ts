import { RoundState } from '../../src/contract/parts'
import { scoring } from '../../src/contract/scoring'
import { serve } from '../common/serve'
import { arrive } from './arrive'
import { mine } from './mine'
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
})
