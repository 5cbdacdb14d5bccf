/** The timer has no action and nobody who may: the platform's clock alone sets it going, whoever sends its event besides. */
import type { Cell } from './calls'
import { type Moment, moments } from './moments'
import { people } from './people'

const TRIGGER = 'everyTenMinutes'

export function timerCells(moment: Moment): Cell[] {
  const at = moments.indexOf(moment)
  const forged = people.map(
    ({ name, openid }, who): Cell => ({
      name: `timer by ${name} in ${moment}`,
      fn: 'timer',
      event: { Type: 'Timer', TriggerName: TRIGGER, Time: '2026-11-29T12:00:00Z' },
      openid,
      expected: { may: false, code: 'notAllowed' },
      moment,
      writes: false,
      isOneOfMany: who % moments.length !== at,
    }),
  )
  const clock: Cell = {
    name: `timer by the platform in ${moment}`,
    fn: 'timer',
    event: { trigger: TRIGGER },
    openid: '',
    expected: { may: true, inside: [] },
    moment,
    // A sealing that has begun is gone on with.
    writes: moment === 'sealing',
  }
  return [...forged, clock]
}
