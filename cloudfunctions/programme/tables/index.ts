/** The kinds of tables that can be had as Excel and handed over in it: one file a kind. */
import type { Table } from '../../../src/contract/programme'
import type { TableKind } from '../../common/tables/table'
import { goals } from './goals'
import { measurements } from './measurements'
import { members } from './members'
import { scheme } from './scheme'
import { villages } from './villages'

const kinds = { villages, members, scheme, goals, measurements }

export function kindOf(table: Table): TableKind {
  // Typed kind by kind; here, where any may be meant, it is read as one of them.
  return kinds[table.kind] as unknown as TableKind
}
