import { programme } from '../../src/contract/programme'
import { serve } from '../common/serve'
import { copyScheme } from './copy-scheme'
import { exportTable, template } from './export-table'
import { importTable } from './import-table'
import { overview } from './overview'
import { publishScheme } from './publish-scheme'
import { removeDraft } from './remove-draft'
import { removeVillage } from './remove-village'
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

  template: { roles: ['administrator'], run: template },
  exportTable: {
    roles: ['administrator'],
    run: exportTable,
  },
  // Its audit line is written in the import's own transaction (import-table.ts): by it a repeated send is known.
  importTable: { roles: ['administrator'], run: importTable },
})
