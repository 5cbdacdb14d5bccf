/** The only code that names a collection or a query: one file a collection, methods named by the question. */
import type { Database } from '../cloud'
import { answers } from './answers'
import { arrivals } from './arrivals'
import { audits } from './audits'
import { ballots } from './ballots'
import { bursts } from './bursts'
import { cards } from './cards'
import { deductions } from './deductions'
import { files } from './files'
import { findings } from './findings'
import { goals } from './goals'
import { highlights } from './highlights'
import { imports } from './imports'
import { invites } from './invites'
import { late } from './late'
import { measurements } from './measurements'
import { members } from './members'
import { namedPhotos } from './named-photos'
import { programme } from './programme'
import { rounds } from './rounds'
import { schemes } from './schemes'
import { scorecards } from './scorecards'
import { secrets } from './secrets'
import { snapshots } from './snapshots'
import { uploads } from './uploads'
import { villages } from './villages'
import { voices } from './voices'
import { wholeRound } from './whole-round'

export function repositories(db: Database) {
  return {
    answers: answers(db),
    arrivals: arrivals(db),
    audits: audits(db),
    ballots: ballots(db),
    bursts: bursts(db),
    cards: cards(db),
    deductions: deductions(db),
    files: files(db),
    findings: findings(db),
    goals: goals(db),
    highlights: highlights(db),
    imports: imports(db),
    invites: invites(db),
    late: late(db),
    measurements: measurements(db),
    members: members(db),
    namedPhotos: namedPhotos(db),
    programme: programme(db),
    rounds: rounds(db),
    schemes: schemes(db),
    scorecards: scorecards(db),
    secrets: secrets(db),
    snapshots: snapshots(db),
    uploads: uploads(db),
    villages: villages(db),
    voices: voices(db),
    wholeRound: wholeRound(db),
  }
}

export type Repositories = ReturnType<typeof repositories>
