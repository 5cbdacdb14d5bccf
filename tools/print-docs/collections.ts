import { type Collection, cloudDatabase, type Index, indexName } from '../../config/cloud-database'
import { code, table } from './markdown'

export function collectionsSection(): string {
  const collections: [string, Collection][] = Object.entries(cloudDatabase)
  const rows = collections.map(([name, { rule, indexes }]) => [
    name,
    code(rule),
    indexes.length === 0 ? 'by `_id` alone' : indexes.map(inWords).join('<br>'),
  ])
  return `## Collections and their indexes\n\nAs they are to be created ([config/cloud-database.ts](../config/cloud-database.ts)); ${rows.length} of them. Indexes ascend; \`_id\` is always one.\n\n${table(['collection', 'rule', 'indexes'], rows)}`
}

function inWords(index: Index): string {
  return `${code(indexName(index))}${index.unique ? ', unique' : ''}`
}
