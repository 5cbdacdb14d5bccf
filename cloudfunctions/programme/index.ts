import { programme } from '../../src/contract/programme'
import { serve } from '../common/serve'
import { exportTable, template } from './export-table'
import { importTable } from './import-table'
import { overview } from './overview'
import { removeVillage } from './remove-village'
import { saveOverview } from './save-overview'
import { saveVillage } from './save-village'
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

  template: { roles: ['administrator'], run: template },
  exportTable: {
    roles: ['administrator'],
    run: exportTable,
  },
  // Its audit line is written in the import's own transaction (import-table.ts): by it a repeated send is known.
  importTable: { roles: ['administrator'], run: importTable },
})
