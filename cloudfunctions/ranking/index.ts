import type { Role, RoundState } from '../../src/contract/parts'
import { ranking } from '../../src/contract/ranking'
import { serve } from '../common/serve'
import { board } from './board'
import { bulletin } from './bulletin'
import { explain } from './explain'
import { exportAudit, exportAuditLine } from './export-audit'
import { exportPublic } from './export-public'
import { panelQuality } from './panel-quality'
import { progressOfDay } from './progress-of-day'
import { scoreTables } from './score-tables'
import { formerBoard, snapshots } from './snapshots'
import { village } from './village'
import { warnings } from './warnings'

/** Whom a scheme may let see the board; the action asks the scheme. */
const everyRole: readonly Role[] = ['administrator', 'leader', 'inspector', 'officer', 'reader']
const sealed: readonly RoundState[] = ['sealed', 'announced', 'archived']

export const main = serve(ranking, {
  progressOfDay: {
    roles: ['administrator', 'leader', 'inspector'],
    states: ['ready', 'running', 'closed', 'sealing'],
    run: progressOfDay,
  },
  warnings: {
    roles: ['administrator'],
    states: ['closed', 'sealing', 'sealed', 'announced', 'archived'],
    run: warnings,
  },
  board: { roles: everyRole, states: sealed, run: board },
  snapshots: { roles: ['administrator'], states: sealed, run: snapshots },
  formerBoard: { roles: ['administrator'], states: sealed, run: formerBoard },
  village: { roles: everyRole, states: sealed, run: village },
  explain: { roles: everyRole, states: sealed, run: explain },
  panelQuality: { roles: ['administrator'], states: sealed, run: panelQuality },
  bulletin: { roles: ['administrator', 'leader'], states: sealed, run: bulletin },
  scoreTables: { roles: ['administrator'], states: sealed, run: scoreTables },
  exportAudit: { roles: ['administrator'], states: sealed, audit: exportAuditLine, run: exportAudit },
  exportPublic: { roles: 'anybody', states: ['announced', 'archived'], run: exportPublic },
})
