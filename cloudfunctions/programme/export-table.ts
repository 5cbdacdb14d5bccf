import type { CallIn, CallOut } from '../../src/contract'
import type { Table } from '../../src/contract/programme'
import type { MemberContext } from '../common/serve'
import { kindOf } from './tables'

type File = CallOut<'programme', 'exportTable'>

/** An empty workbook, explained. */
export async function template(table: CallIn<'programme', 'template'>, context: MemberContext): Promise<File> {
  return workbook(table, false, context)
}

/** What stands now, in the same layout: read again it changes nothing. */
export async function exportTable(table: CallIn<'programme', 'exportTable'>, context: MemberContext): Promise<File> {
  return workbook(table, true, context)
}

async function workbook(table: Table, filled: boolean, { repos }: MemberContext): Promise<File> {
  const kind = kindOf(table)
  const state = await kind.load(table, repos)
  const [{ writeTables }, { title: creator }] = await Promise.all([
    import('../common/tables/write-tables'),
    repos.programme.get(),
  ])
  const title = kind.title(state)
  const bytes = await writeTables(kind.sheets(state, filled), title, creator)
  return { fileName: `${title}${filled ? '' : '-模板'}.xlsx`, base64: Buffer.from(bytes).toString('base64') }
}
