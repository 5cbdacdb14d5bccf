import { programme } from '../../src/contract/programme'
import { serve } from '../common/serve'
import { approveGoals, approveGoalsLine } from './approve-goals'
import { checkMeasurements, checkMeasurementsLine } from './check-measurements'
import { copyScheme } from './copy-scheme'
import { declareGoal, declareGoalLine } from './declare-goal'
import { enterMeasurement, enterMeasurementLine } from './enter-measurement'
import { evidencePhoto } from './evidence-photo'
import { exportTable, template } from './export-table'
import { goals } from './goals'
import { importTable } from './import-table'
import { measurements } from './measurements'
import { overview } from './overview'
import { posters } from './posters'
import { publishScheme } from './publish-scheme'
import { removeDraft } from './remove-draft'
import { removeGoal, removeGoalLine } from './remove-goal'
import { removeVillage } from './remove-village'
import { returnGoal, returnGoalLine } from './return-goal'
import { returnMeasurement, returnMeasurementLine } from './return-measurement'
import { saveOverview } from './save-overview'
import { saveScheme } from './save-scheme'
import { saveVillage } from './save-village'
import { scheme } from './scheme'
import { schemes } from './schemes'
import { villages } from './villages'

export const main = serve(programme, {
  overview: { roles: ['administrator'], run: overview },
  saveOverview: {
    roles: ['administrator'],
    audit: ({ sendId, title, districts }) => ({ key: sendId, on: 'programme', after: { title, districts } }),
    run: saveOverview,
  },
  villages: { roles: ['administrator'], run: villages },
  saveVillage: {
    roles: ['administrator'],
    audit: ({ sendId, village }) => ({ key: sendId, on: village.id, after: village }),
    run: saveVillage,
  },
  removeVillage: {
    roles: ['administrator'],
    audit: ({ sendId, villageId }) => ({ key: sendId, on: villageId }),
    run: removeVillage,
  },

  schemes: { roles: ['administrator'], run: schemes },
  scheme: { roles: ['administrator'], run: scheme },
  saveScheme: {
    roles: ['administrator'],
    audit: ({ sendId }, { head }) => ({ key: sendId, on: `${head.id}:${head.version}`, after: { title: head.title } }),
    run: saveScheme,
  },
  publishScheme: {
    roles: ['administrator'],
    audit: ({ sendId }, { head, rules, settings }) => ({
      key: sendId,
      on: `${head.id}:${head.version}`,
      after: { state: head.state, rules, settings },
    }),
    run: publishScheme,
  },
  copyScheme: {
    roles: ['administrator'],
    audit: ({ sendId, version }, { head }) => ({
      key: sendId,
      on: `${head.id}:${head.version}`,
      after: { copyOf: version },
    }),
    run: copyScheme,
  },
  removeDraft: {
    roles: ['administrator'],
    audit: ({ sendId, id, version }) => ({ key: sendId, on: `${id}:${version}`, after: null }),
    run: removeDraft,
  },

  goals: { roles: ['administrator', 'officer', 'inspector'], states: ['draft', 'ready'], run: goals },
  declareGoal: {
    roles: ['administrator', 'officer'],
    states: ['draft'],
    audit: declareGoalLine,
    run: declareGoal,
  },
  removeGoal: { roles: ['administrator', 'officer'], states: ['draft'], audit: removeGoalLine, run: removeGoal },
  approveGoals: {
    roles: ['administrator', 'inspector'],
    states: ['draft'],
    audit: approveGoalsLine,
    run: approveGoals,
  },
  returnGoal: { roles: ['administrator', 'inspector'], states: ['draft'], audit: returnGoalLine, run: returnGoal },

  measurements: { roles: ['administrator', 'officer', 'inspector'], states: ['draft', 'ready'], run: measurements },
  enterMeasurement: {
    roles: ['administrator', 'officer'],
    states: ['draft'],
    audit: enterMeasurementLine,
    run: enterMeasurement,
  },
  evidencePhoto: {
    roles: ['administrator', 'officer'],
    states: ['draft'],
    audit: ({ villageId, photoId }) => ({
      key: `photo:${photoId}`,
      on: villageId,
      after: { photoId, of: 'measurement' },
    }),
    run: evidencePhoto,
  },
  checkMeasurements: {
    roles: ['administrator', 'inspector'],
    states: ['draft'],
    audit: checkMeasurementsLine,
    run: checkMeasurements,
  },
  returnMeasurement: {
    roles: ['administrator', 'inspector'],
    states: ['draft'],
    audit: returnMeasurementLine,
    run: returnMeasurement,
  },

  template: { roles: ['administrator'], run: template },
  exportTable: {
    roles: ['administrator'],
    run: exportTable,
  },
  // Its audit line is written in the import's own transaction (import-table.ts): by it a repeated send is known.
  importTable: { roles: ['administrator'], run: importTable },

  posters: { roles: ['administrator'], run: posters },
})
