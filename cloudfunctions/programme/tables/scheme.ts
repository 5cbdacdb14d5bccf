/**
 * 方案 as a workbook. What stands in the file must be right, cell by cell; what is not in it yet the draft may still lack.
 * Only a draft takes an import, and all of it is replaced by the file.
 */
import { failure } from '../../../src/contract/errors'
import type { SchemeRules, Table } from '../../../src/contract/programme'
import { type SchemeDifference, schemeDifferences } from '../../../src/domain/scheme-differences'
import { blockingOf, schemeFaults } from '../../../src/domain/scheme-faults'
import type { SchemeDoc } from '../../common/documents'
import type { Planned, TableKind } from '../../common/tables/table'
import { wholeSettings } from '../scheme-version'
import type { Content } from './scheme/fields'
import { isWhole, readScheme } from './scheme/read'
import { SHEETS, schemeSheets } from './scheme/sheets'

type SchemeTable = Extract<Table, { kind: 'scheme' }>

export const scheme: TableKind<SchemeTable, SchemeDoc> = {
  async load({ id, version }, repos) {
    const stored = await repos.schemes.byVersion(id, version)
    if (!stored) throw failure('notFound')
    return stored
  },
  title: ({ rules, version }) => `方案-${rules.title || rules.id}-第${version}版`,
  sheets: (stored, filled) => schemeSheets(contentOf(stored), filled),
  plan(book, stored, { memberId, name, sendId, now }) {
    if (stored.state === 'published') throw failure('published')
    const present = contentOf(stored)
    const { content, cells } = readScheme(book, present)
    // A cell that could not be read says so itself; what follows from it is not said again.
    const isReadable = book.faults().length === 0
    for (const fault of blockingOf(schemeFaults(content.rules, content.settings))) cells.tell(fault)
    if (isReadable && book.faults().length === 0 && !isWhole(content))
      book.fault(SHEETS.rules, '有的内容超出了范围，请对照「说明」检查一遍。')
    if (book.faults().length > 0) return { planned: [], same: 0 }

    const differences = schemeDifferences(present, content)
    const things = countOf(content.rules)
    if (differences.length === 0) return { planned: [], same: things }
    const changed = new Set(differences.flatMap(({ thing, becomes }) => (thing && becomes !== null ? [thing] : [])))
    const doc: SchemeDoc = {
      ...stored,
      revision: stored.revision + 1,
      rules: content.rules,
      settings: { ...stored.settings, ...content.settings },
      by: memberId,
      byName: name,
      at: now,
      sendId,
    }
    return {
      planned: [
        {
          what: `方案 第 ${stored.version} 版`,
          was: '现在的草稿',
          becomes: `改动 ${differences.length} 处`,
          lines: linesOf(differences),
          collection: 'schemes',
          doc,
        },
      ],
      same: things - changed.size,
    }
  },
}

function contentOf(stored: SchemeDoc): Content {
  // What is stored was the contract's when it came in.
  return { rules: stored.rules as SchemeRules, settings: wholeSettings(stored.settings) }
}

function countOf({ actions, indicators, deductionItems, survey }: Content['rules']): number {
  return actions.length + indicators.length + deductionItems.length + survey.items.length + survey.levels.length
}

/** What a preview lists at most; the rest is counted. */
const MOST_LINES = 290

function linesOf(differences: readonly SchemeDifference[]): NonNullable<Planned['lines']> {
  const lines = differences.map(({ what, was, becomes }) => ({ what, was, becomes: becomes ?? '删掉' }))
  if (lines.length <= MOST_LINES) return lines
  const rest = lines.length - MOST_LINES
  return [...lines.slice(0, MOST_LINES), { what: '其他', was: '没有列出', becomes: `还有 ${rest} 处改动` }]
}
