import type { ImportPreview, Table, TableKind } from '../../contract/programme'

type Query = Record<string, string>

/** What a table holds, and what its rows are called. */
export const tableWords: Record<TableKind, { title: string; holds: string }> = {
  villages: { title: '村', holds: '区、村和包联责任' },
  members: { title: '人员', holds: '人员、身份和管到哪里' },
  scheme: { title: '考核方案', holds: '权重、指标、扣分项和测评' },
  goals: { title: '示范目标', holds: '各村的示范目标和难度系数' },
  measurements: { title: '实测数', holds: '各村的实测数和依据' },
}

/** Which table a page was opened for; null: none that there is. */
export function tableOf({ kind, id = '', version = '', round = '' }: Query): Table | null {
  switch (kind) {
    case 'villages':
    case 'members':
      return { kind }
    case 'scheme':
      return { kind, id, version: Number(version) }
    case 'goals':
    case 'measurements':
      return { kind, roundId: round }
    default:
      return null
  }
}

/** So many places an import would write. */
export function placesOf({ added, changed }: ImportPreview): number {
  return added.length + changed.length
}

/** 新增 3 条，改动 2 处，另有 12 条和现在一样 */
export function previewInWords({ added, changed, same }: ImportPreview): string {
  return [
    added.length > 0 && `新增 ${added.length} 条`,
    changed.length > 0 && `改动 ${changed.length} 处`,
    same > 0 && `${added.length + changed.length > 0 ? '另有 ' : ''}${same} 条和现在一样`,
  ]
    .filter(Boolean)
    .join('，')
}

/** Faults sheet by sheet, in the workbook's order. */
export function bySheet(faults: ImportPreview['faults']): { sheet: string; faults: ImportPreview['faults'] }[] {
  const sheets = [...new Set(faults.map(({ sheet }) => sheet))]
  return sheets.map((sheet) => ({ sheet, faults: faults.filter((fault) => fault.sheet === sheet) }))
}
