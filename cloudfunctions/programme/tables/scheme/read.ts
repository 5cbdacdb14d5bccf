/** A filled workbook as a scheme, and for each of its places the cell that said it. */
import { SchemeRules } from '../../../../src/contract/programme'
import { REVITALISATIONS } from '../../../../src/domain/revitalisations'
import { kindInWords } from '../../../../src/domain/scheme-words'
import type { Book, Choice, Row } from '../../../common/tables/table'
import { type Content, type Field, ruleFields, settingFields } from './fields'
import { CellOf } from './places'
import { SHEETS } from './sheets'

export function readScheme(book: Book, present: Content): { content: Content; cells: CellOf } {
  const cells = new CellOf(book)
  const content: Content = {
    rules: { ...structuredClone(present.rules), actions: [], indicators: [], deductionItems: [] },
    settings: structuredClone(present.settings),
  }
  const { rules } = content
  readSingle(book, SHEETS.rules, ruleFields, content, cells)
  rules.actions = readActions(book, cells)
  rules.indicators = readIndicators(book, rules.actions, cells)
  rules.deductionItems = readDeductions(book, cells)
  rules.survey.levels = readLevels(book, cells)
  readItems(book, rules.survey, cells)
  readSingle(book, SHEETS.settings, settingFields, content, cells)
  refuseTooMany(book, rules)
  return { content, cells }
}

function readSingle(book: Book, sheet: string, fields: readonly Field[], content: Content, cells: CellOf): void {
  const seen = new Map<string, Row>()
  for (const row of book.rows(sheet)) {
    const field = row.choice('label', fields.map(labelled), { required: true })
    if (!field) continue
    const before = seen.get(field.label)
    if (before) {
      row.fault('label', `「${field.label}」在第 ${before.number} 行已经有了，请只留一行。`)
      continue
    }
    seen.set(field.label, row)
    cells.at(field.path, row, 'value')
    field.read(row, content)
  }
  const missing = fields.filter(({ label }) => !seen.has(label)).map(({ label }) => `「${label}」`)
  if (missing.length > 0) book.fault(sheet, `少了${missing.join('')}，请保留模板里的每一行。`)
}

function labelled(field: Field): Choice<Field> {
  return { value: field, labels: [field.label, field.label.replace(/（.*）$/, '')] }
}

function readActions(book: Book, cells: CellOf): Content['rules']['actions'] {
  return book.rows(SHEETS.actions).map((row, i) => {
    cells.row(`actions.${i}`, row, { id: 'id', title: 'title' })
    return { id: row.id('id', { most: 32 }) ?? '', title: row.text('title', { most: 40 }) }
  })
}

type Indicator = Content['rules']['indicators'][number]

function readIndicators(book: Book, actions: Content['rules']['actions'], cells: CellOf): Indicator[] {
  const known = actions.map(({ id, title }) => ({ value: id, labels: [`${id} ${title}`, id, title] }))
  const rubric = linesOf(book, SHEETS.rubric, 'judged')
  const bands = linesOf(book, SHEETS.bands, 'measured')
  // What an indicator of no readable kind has on the other two sheets may be right.
  const unclear = new Set<string>()
  const indicators = book.rows(SHEETS.indicators).map((row, i): Indicator => {
    const path = `indicators.${i}`
    cells.row(path, row, INDICATOR_COLUMNS)
    const base = {
      id: row.id('id', { most: 32 }) ?? '',
      title: row.text('title', { most: 80 }),
      actionId: row.choice('action', known, { required: true }) ?? '',
      revitalisation: row.choice('revitalisation', REVITALISATION_CHOICES, { required: true }) ?? '',
      full: row.amount('full', { ...SCALE, required: true }) ?? Number.NaN,
      step: row.amount('step', { ...SCALE, required: true }) ?? Number.NaN,
    }
    const kind = row.choice('kind', KINDS, { required: true })
    if (kind === null) unclear.add(base.id)
    if (kind === 'measured') {
      const mine = bands.of(base.id)
      return {
        ...base,
        kind,
        unit: row.text('unit', { most: 40 }),
        bands: mine.map((line, k) => {
          cells.row(`${path}.bands.${k}`, line, { from: 'from', mark: 'mark' })
          return {
            from: line.amount('from', FROM),
            mark: line.amount('mark', { ...SCALE, required: true }) ?? Number.NaN,
          }
        }),
      }
    }
    if (!row.isEmpty('unit') && kind === 'judged') row.fault('unit', '评判的指标没有单位，请空着，或把方式改成实测。')
    return {
      ...base,
      kind: 'judged',
      rubric: rubric.of(base.id).map((line, k) => {
        cells.row(`${path}.rubric.${k}`, line, { mark: 'mark', text: 'text' })
        return {
          mark: line.amount('mark', { ...SCALE, required: true }) ?? Number.NaN,
          text: line.text('text', { most: 200 }),
        }
      }),
    }
  })
  for (const lines of [rubric, bands]) lines.refuseStrange(indicators, unclear)
  return indicators
}

const INDICATOR_COLUMNS = {
  id: 'id',
  title: 'title',
  actionId: 'action',
  revitalisation: 'revitalisation',
  full: 'full',
  step: 'step',
  unit: 'unit',
  bands: 'kind',
  rubric: 'kind',
}
const SCALE = { least: 0, most: 1000, decimals: 4, what: '分值' }
const FROM = { least: -1_000_000_000, most: 1_000_000_000, decimals: 4, what: '起点' }
const REVITALISATION_CHOICES: Choice<string>[] = REVITALISATIONS.map(({ id, title }) => ({
  value: id,
  labels: [title, title.replace('振兴', ''), id],
}))
const KINDS: Choice<Indicator['kind']>[] = [
  { value: 'judged', labels: [kindInWords.judged, 'judged'] },
  { value: 'measured', labels: [kindInWords.measured, 'measured'] },
]

/** Rows of 评分标准 or 分档, found by the indicator they belong to. */
function linesOf(book: Book, sheet: string, kind: Indicator['kind']) {
  const rows = book.rows(sheet).map((row) => ({ row, id: row.id('id', { most: 32 }) }))
  return {
    of: (id: string) => rows.filter((one) => one.id === id && id !== '').map(({ row }) => row),
    refuseStrange(indicators: readonly Indicator[], unclear: ReadonlySet<string>): void {
      const kinds = new Map(indicators.map((one) => [one.id, one.kind]))
      for (const { row, id } of rows) {
        if (id === null || unclear.has(id)) continue
        const found = kinds.get(id)
        if (!found) row.fault('id', `「${SHEETS.indicators}」表里没有编号 ${id}，请先在那里加上，或改这里的编号。`)
        else if (found !== kind) {
          const right = found === 'judged' ? SHEETS.rubric : SHEETS.bands
          row.fault('id', `${id} 是${kindInWords[found]}指标，请写到「${right}」表。`)
        }
      }
    },
  }
}

function readDeductions(book: Book, cells: CellOf): Content['rules']['deductionItems'] {
  return book.rows(SHEETS.deductions).map((row, i) => {
    cells.row(`deductionItems.${i}`, row, { id: 'id', title: 'title', marks: 'marks', cap: 'cap' })
    return {
      id: row.id('id', { most: 32 }) ?? '',
      title: row.text('title', { most: 80 }),
      marks: row.amount('marks', { ...SCALE, required: true }) ?? Number.NaN,
      cap: row.amount('cap', { ...SCALE, required: true }) ?? Number.NaN,
    }
  })
}

function readLevels(book: Book, cells: CellOf): Content['rules']['survey']['levels'] {
  const levels = book.rows(SHEETS.levels).map((row, i) => {
    cells.row(`survey.levels.${i}`, row, { value: 'value', label: 'label', points: 'points' })
    return {
      value: row.amount('value', { least: -1000, most: 1000, decimals: 0, required: true, what: '编号' }) ?? Number.NaN,
      label: row.text('label', { most: 12 }),
      points: row.amount('points', { least: 0, most: 100, decimals: 4, what: '分值' }),
    }
  })
  if (levels.length > 0) cells.sheet('survey.levels', SHEETS.levels)
  return levels
}

function readItems(book: Book, survey: Content['rules']['survey'], cells: CellOf): void {
  let overall: Row | null = null
  survey.overallItem = ''
  survey.items = book.rows(SHEETS.items).map((row, i) => {
    cells.row(`survey.items.${i}`, row, { id: 'id', title: 'title', weight: 'weight' })
    const id = row.id('id', { most: 32 }) ?? ''
    if (row.choice('overall', YES)) {
      if (overall) row.fault('overall', `总体题只能有一题，第 ${(overall as Row).number} 行已经填了“是”。`)
      overall = row
      survey.overallItem = id
    }
    return {
      id,
      title: row.text('title', { most: 80 }),
      weight: row.amount('weight', { ...SCALE, required: true }) ?? Number.NaN,
    }
  })
}

const YES: Choice<boolean>[] = [{ value: true, labels: ['是', '√', '✓', 'yes', 'TRUE', '1'] }]

/** As the contract bounds its lists. */
function refuseTooMany(book: Book, { actions, indicators, deductionItems, survey }: Content['rules']): void {
  const lists: [string, number, number][] = [
    [SHEETS.actions, actions.length, 40],
    [SHEETS.indicators, indicators.length, 120],
    [SHEETS.deductions, deductionItems.length, 60],
    [SHEETS.items, survey.items.length, 30],
    [SHEETS.levels, survey.levels.length, 10],
  ]
  for (const [sheet, count, most] of lists)
    if (count > most) book.fault(sheet, `这里有 ${count} 行，最多 ${most} 行，请删去多余的。`)
  for (const one of indicators) {
    if (one.kind === 'judged' && one.rubric.length > 12)
      book.fault(SHEETS.rubric, `${one.id} 有 ${one.rubric.length} 条标准，最多 12 条。`)
    if (one.kind === 'measured' && one.bands.length > 20)
      book.fault(SHEETS.bands, `${one.id} 有 ${one.bands.length} 档，最多 20 档。`)
  }
}

/** Whatever the rows say, only what the contract takes is stored. */
export function isWhole(content: Content): boolean {
  return SchemeRules.safeParse(content.rules).success
}
