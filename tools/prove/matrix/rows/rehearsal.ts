/**
 * Calls of the rehearsal, which runs whatever the real round does: the day goes as a real one's; nobody is surveyed, and
 * what leads a real round from draft to ready, or to its archive, is not for it.
 */
import type { ErrorCode } from '../../../../src/contract/errors'
import { beforeRehearsal } from '../beside'
import { moments } from '../moments'
import { but, type Row, type RowsOf, type Unless } from '../row'
import { programme } from './programme'
import { ranking } from './ranking'
import { round } from './round'
import { scoring } from './scoring'

type Some = { [F in 'programme' | 'round' | 'scoring' | 'ranking']: Partial<RowsOf<F>> }

const there = moments.filter((moment) => moment !== beforeRehearsal)
const recused: Unless = ({ seat }) => (seat === 'recused' ? 'recused' : undefined)

/** The row's call, of the rehearsal. */
function inIt<Send extends object>(row: unknown, may: Row['may']): Row<Send> {
  const { send, reads } = row as Row<Send>
  return {
    send: (of, person) => send({ ...of, roundId: of.rehearsalId }, person),
    ...(reads && { reads }),
    may,
    state: 'running',
    asked: there,
    anyRound: true,
  }
}

/** To whom a real round says more it says that the rehearsal runs. */
const notInIt = <Send extends object>(row: unknown): Row<Send> => {
  const letters = Object.keys((row as Row).may)
  return inIt(row, Object.fromEntries(letters.map((letter) => [letter, []])))
}
const nowhere = (letters: Row['may'], code: ErrorCode): Row['may'] =>
  Object.fromEntries(Object.keys(letters).map((letter) => [letter, but(there, () => code)]))

const wayOf = (rows: unknown, way: string) => (rows as { [way: string]: Row })[way]!
const A = { A: there }
const judges = { I: but(there, recused) }

export const rehearsal: Some = {
  round: {
    today: inIt(round.today, { I: there }),
    dayPlan: inIt(round.dayPlan, A),
    changeDay: { done: inIt(wayOf(round.changeDay, 'done'), A) },
    close: inIt(round.close, A),
    evidencePhotos: inIt(round.evidencePhotos, judges),
    onsiteCode: inIt(round.onsiteCode, { I: but(there, recused, () => 'notFound') }),
    cardPrints: inIt(round.cardPrints, nowhere(A, 'notFound')),
    printCards: inIt(round.printCards, nowhere(A, 'notFound')),

    preparation: notInIt(round.preparation),
    plan: notInIt(round.plan),
    ready: notInIt(wayOf(round.ready, 'unprepared')),
    backToDraft: notInIt(round.backToDraft),
    removeDraft: notInIt(wayOf(round.removeDraft, 'itself')),
    rehearse: notInIt(round.rehearse),
    start: notInIt(round.start),
    archive: notInIt(round.archive),
    announce: notInIt(round.announce),
    facts: notInIt(round.facts),
    seal: notInIt(wayOf(round.seal, 'propose')),
  },
  programme: {
    goals: notInIt(programme.goals),
    declareGoal: notInIt(wayOf(programme.declareGoal, 'new')),
    approveGoals: notInIt(wayOf(programme.approveGoals, 'officers')),
    measurements: notInIt(programme.measurements),
    enterMeasurement: notInIt(programme.enterMeasurement),
    checkMeasurements: notInIt(wayOf(programme.checkMeasurements, 'officers')),
    exportTable: { goals: notInIt(wayOf(programme.exportTable, 'goals')) },
  },
  scoring: {
    arrive: inIt(scoring.arrive, judges),
    saveMarks: inIt(scoring.saveMarks, judges),
    submit: inIt(scoring.submit, judges),
    mine: inIt(scoring.mine, { I: there }),
    finding: inIt(scoring.finding, { I: there }),
    highlight: inIt(scoring.highlight, { I: there }),
    deduct: inIt(scoring.deduct, judges),
  },
  ranking: {
    progressOfDay: inIt(ranking.progressOfDay, { A: there, L: there, I: there }),
    board: notInIt(ranking.board),
    bulletin: notInIt(ranking.bulletin),
    scoreTables: notInIt(ranking.scoreTables),
  },
}
