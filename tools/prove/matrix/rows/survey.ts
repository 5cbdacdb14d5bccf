/** While the window is open: from its opening in ready until closing. Nothing here names a state: to a villager it is closed. */
import type { ErrorCode } from '../../../../src/contract/errors'
import { type Moment, when } from '../moments'
import type { Person } from '../people'
import { but, type RowsOf } from '../row'

const window: Moment[] = ['ready', 'running']
const isShut = (moment: Moment): ErrorCode => (moment === 'beforeWindow' ? 'notOpen' : 'closed')
const hasRole = ({ roles }: Person): ErrorCode => (roles.length > 0 ? 'hasRole' : 'notAllowed')

const KEY = '0123456789abcdef0123456789abcdef'
const fromSealed = when('sealed', 'announced', 'archived')

export const survey: RowsOf<'survey'> = {
  answer: {
    may: { withoutRole: window },
    notTheirs: hasRole,
    outside: isShut,
    send: ({ roundId, villageId, answers }) => ({
      roundId,
      villageId,
      key: KEY,
      scene: 1047,
      code: `v=${villageId}`,
      answers,
      seconds: 60,
      adult: true,
    }),
  },
  openCard: {
    may: { notOfficer: window },
    notTheirs: hasRole,
    outside: isShut,
    reads: true,
    send: ({ cardCode }) => ({ code: cardCode }),
  },
  answerByCard: {
    may: { notOfficer: window },
    notTheirs: hasRole,
    outside: isShut,
    send: ({ cardCode, answers }) => ({ code: cardCode, key: KEY, answers, seconds: 60, adult: true }),
  },
  voices: {
    may: { A: fromSealed, I: but(fromSealed, ({ seat }) => (seat === 'recused' ? 'recused' : undefined)) },
    reads: true,
    send: ({ roundId, villageId }) => ({ roundId, villageId }),
  },
  publicPage: {
    may: { V: when('announced', 'archived') },
    outside: (moment) => (moment === 'sealed' ? 'wrongState' : 'notFound'),
    reads: true,
    send: ({ villageId }) => ({ villageId }),
  },
}
