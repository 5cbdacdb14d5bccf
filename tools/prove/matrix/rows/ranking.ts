/** Progress of the day without a score; everything with one from sealed on, and from announcing on as `announceTo` says. */
import { type Moment, when } from '../moments'
import { SEND } from '../objects'
import { but, type Grant, type RowsOf } from '../row'

const fromSealed = when('sealed', 'announced', 'archived')
const fromAnnounced = when('announced', 'archived')
const fromClosed = when('closed', 'sealing', 'sealed', 'announced', 'archived')

/** The small round's scheme names inspectors and officers. Whom it does not name is no reader of the result, ever. */
const asAnnounceToSays = {
  A: fromSealed,
  L: fromAnnounced,
  I: fromAnnounced,
  O: fromAnnounced,
  R: but(fromSealed, () => 'notAllowed'),
} satisfies Record<string, Grant>

const ofRound = ({ roundId }: { roundId: string }) => ({ roundId })
const ofVillage = ({ roundId, villageId }: { roundId: string; villageId: string }) => ({ roundId, villageId })
const day: Moment[] = when('ready', 'running', 'closed', 'sealing')

export const ranking: RowsOf<'ranking'> = {
  progressOfDay: { may: { A: day, L: day, I: day }, reads: true, send: ofRound },
  warnings: { may: { A: fromClosed }, reads: true, send: ofRound },
  board: { may: asAnnounceToSays, reads: true, send: ofRound },
  snapshots: { may: { A: fromSealed }, reads: true, send: ofRound },
  formerBoard: { may: { A: fromSealed }, reads: true, send: ({ roundId }) => ({ roundId, n: 1 }) },
  village: { may: asAnnounceToSays, reads: true, send: ofVillage },
  explain: { may: asAnnounceToSays, reads: true, send: ofVillage },
  panelQuality: { may: { A: fromSealed }, reads: true, send: ofRound },
  bulletin: { may: { A: fromSealed, L: fromAnnounced }, reads: true, send: ofRound },
  scoreTables: { may: { A: fromSealed }, reads: true, send: ofRound },
  exportAudit: {
    may: { A: fromSealed },
    send: ({ roundId }) => ({ roundId, sendId: SEND, reason: '审计局要求复核', proposalId: null }),
    // One waits already.
    inside: () => ['alreadyProposed'],
  },
  exportPublic: { may: { V: fromAnnounced }, reads: true, send: ofRound },
}
