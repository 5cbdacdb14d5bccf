import { randomBytes } from 'node:crypto'
import type { CallIn } from '../../src/contract'
import type { Day } from './day'

type Send = CallIn<'survey', 'answer'>

/** A survey filled in with 满意 throughout, scanned from the notice board of V01, under a key of its own. */
export function filledFor({ roundId, file }: Pick<Day, 'roundId' | 'file'>, more: Partial<Send> = {}): Send {
  return {
    roundId,
    villageId: 'V01',
    key: randomBytes(16).toString('hex'),
    scene: 1047,
    answers: Object.fromEntries(file.scheme.survey.items.map(({ id }) => [id, 4])),
    seconds: 60,
    adult: true,
    ...more,
  }
}
