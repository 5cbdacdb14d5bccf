/**
 * 实测数据 of a draft round: villages down, measured indicators across, and what each fact rests on in a second sheet of
 * the same form. An empty cell changes nothing; what changes is to be checked by somebody else.
 */
import type { Table } from '../../../src/contract/programme'
import type { MeasuredIndicator } from '../../../src/domain/round-file'
import type { MeasurementDoc, RoundDoc, VillageDoc } from '../../common/documents'
import { measurementKey, revisionOf } from '../../common/repositories/measurements'
import { even } from '../../common/tables/cells'
import type { Book, Column, Importer, Plan, Row, TableKind, TableSheet, Value } from '../../common/tables/table'
import { called, choiceOf, description, difference, type Field, firsts, keptNumber, keptText } from './comparison'
import { draftRound } from './draft-round'

interface State {
  round: RoundDoc
  villages: VillageDoc[]
  indicators: MeasuredIndicator[]
  measurements: MeasurementDoc[]
}

const VALUES = '数值'
const EVIDENCE = '依据'
const NOT_APPLICABLE = '不适用'
const VILLAGE = 'village'
const BILLION = 1_000_000_000

export const measurements: TableKind<Extract<Table, { kind: 'measurements' }>, State> = {
  async load({ roundId }, repos) {
    const round = await draftRound(roundId, repos)
    const [villages, measurements] = await Promise.all([repos.villages.all(), repos.measurements.ofRound(roundId)])
    return {
      round,
      villages: [...villages].sort((a, b) => (a.id < b.id ? -1 : 1)),
      indicators: round.scheme.indicators.filter((one) => one.kind === 'measured'),
      measurements,
    }
  },
  title: ({ round }) => `实测数据-第${round.number}次拉练`,
  sheets: (state, filled) => [valueSheet(state, filled), evidenceSheet(state, filled)],
  plan(book, state, by) {
    const cells = new Map<string, Cell>()
    readSheet(book, VALUES, state, (row, village, indicator) => readValue(row, village, indicator, state, cells))
    readSheet(book, EVIDENCE, state, (row, village, indicator) => readEvidence(row, village, indicator, state, cells))
    return planOf([...cells.values()], state, by)
  },
}

/** One village's fact of one indicator, as the file says it. */
interface Cell {
  village: VillageDoc
  indicator: MeasuredIndicator
  stored: MeasurementDoc | undefined
  value: number | null
  evidence: string
}

function valueSheet(state: State, filled: boolean): TableSheet {
  const columns = state.indicators.map(
    (indicator): Column => ({
      ...headerOf(indicator),
      explain: `${indicator.title}，单位 ${indicator.unit || '无'}，最多四位小数；空着就不改动。`,
      width: 18,
      example: '12.5',
      type: 'number',
      required: false,
    }),
  )
  return {
    name: VALUES,
    explain: '每个村一行，每项实测指标一列。空着的不改动；写着“不适用”的不用填。',
    columns: [villageColumn(state), ...columns],
    rows: matrix(state, ({ stored }) => (filled ? (stored?.value ?? null) : null)),
  }
}

function evidenceSheet(state: State, filled: boolean): TableSheet {
  const columns = state.indicators.map(
    (indicator): Column => ({
      ...headerOf(indicator),
      explain: '数据从哪里来：文件名、台账、部门证明等，最多 300 字；空着就不改动。',
      width: 30,
      example: '2025 年村级财务报表，镇财政所盖章',
      required: false,
    }),
  )
  return {
    name: EVIDENCE,
    explain: '和“数值”同样的行和列，写每个数据的依据。',
    columns: [villageColumn(state), ...columns],
    rows: matrix(state, ({ stored }) => (filled ? stored?.evidence || null : null)),
    optional: true,
  }
}

/** `A1 集体经济收入（万元）`: found again by its id, its title, or both. */
function headerOf({ id, title, unit }: MeasuredIndicator): Pick<Column, 'key' | 'title' | 'aliases'> {
  return { key: `i:${id}`, title: `${id} ${title}${unit ? `（${unit}）` : ''}`, aliases: [id, `${id} ${title}`, title] }
}

function villageColumn({ villages }: State): Column {
  return {
    key: VILLAGE,
    title: '村',
    explain: '从下拉中选，也可以只写编号或村名。',
    width: 20,
    example: 'V01 云溪村',
    required: true,
    choices: villages.map(called),
  }
}

/** A row for each village on the route; while there is no route, for every village. */
function matrix(
  state: State,
  shownIn: (cell: { stored: MeasurementDoc | undefined }) => Value,
): Record<string, Value>[] {
  const { round, villages, indicators } = state
  const onRoute = round.stops.flatMap(({ villageId }) => villages.filter(({ id }) => id === villageId))
  const measured = villages.filter(({ id }) => state.measurements.some(({ villageId }) => villageId === id))
  const shown = onRoute.length > 0 ? [...new Set([...onRoute, ...measured])] : villages
  return shown.map((village) => {
    const cells = indicators.map((indicator): [string, Value] => [
      headerOf(indicator).key,
      isNotApplicable(village, indicator, state)
        ? NOT_APPLICABLE
        : shownIn({ stored: storedOf(village, indicator, state) }),
    ])
    return { [VILLAGE]: called(village), ...Object.fromEntries(cells) }
  })
}

function isNotApplicable(village: VillageDoc, indicator: MeasuredIndicator, { round }: State): boolean {
  return round.notApplicable.some((one) => one.villageId === village.id && one.indicatorId === indicator.id)
}

function storedOf(
  village: VillageDoc,
  indicator: MeasuredIndicator,
  { measurements }: State,
): MeasurementDoc | undefined {
  return measurements.find((one) => one.villageId === village.id && one.indicatorId === indicator.id)
}

/** Looks at every filled cell where a fact may stand. */
function readSheet(
  book: Book,
  sheet: string,
  state: State,
  look: (row: Row, village: VillageDoc, indicator: MeasuredIndicator) => void,
): void {
  const isFirst = firsts()
  for (const row of book.rows(sheet)) {
    const village = row.choice(VILLAGE, state.villages.map(choiceOf), { required: true })
    if (!village || !isFirst(row, VILLAGE, village.id, `「${village.name}」`)) continue
    for (const indicator of state.indicators) {
      const { key } = headerOf(indicator)
      if (row.isEmpty(key)) continue
      const said = row.text(key, { most: 300 })
      const saysNot = even(said) === NOT_APPLICABLE
      if (!isNotApplicable(village, indicator, state)) {
        if (saysNot) row.fault(key, '这一项没有定为不适用。要不适用，请先在拉练计划里定，再导入。')
        else look(row, village, indicator)
      } else if (!saysNot) row.fault(key, `这一项对「${village.name}」定为不适用，请清空这一格，或写“不适用”。`)
    }
  }
}

function readValue(
  row: Row,
  village: VillageDoc,
  indicator: MeasuredIndicator,
  state: State,
  cells: Map<string, Cell>,
): void {
  const stored = storedOf(village, indicator, state)
  const value = row.amount(headerOf(indicator).key, {
    least: -BILLION,
    most: BILLION,
    decimals: 4,
    percent: /[%％]|百分/.test(indicator.unit),
    what: indicator.unit ? `${indicator.title}（${indicator.unit}）` : indicator.title,
  })
  if (value === null) return
  cells.set(`${village.id} ${indicator.id}`, {
    village,
    indicator,
    stored,
    value: keptNumber(stored?.value, value),
    evidence: stored?.evidence ?? '',
  })
}

function readEvidence(
  row: Row,
  village: VillageDoc,
  indicator: MeasuredIndicator,
  state: State,
  cells: Map<string, Cell>,
): void {
  const { key } = headerOf(indicator)
  const stored = storedOf(village, indicator, state)
  const place = `${village.id} ${indicator.id}`
  const cell = cells.get(place) ?? { village, indicator, stored, value: stored?.value ?? null, evidence: '' }
  cells.set(place, { ...cell, evidence: keptText(stored?.evidence, row.text(key, { most: 300 })) })
  if (cell.value === null) row.fault(key, `这里写了依据，但“${VALUES}”里「${village.name}」的这一项没有数。请先填数。`)
}

const fields: Field<{ value: number | null; evidence?: string }>[] = [
  { title: '数值', shown: ({ value }) => String(value ?? '') },
  { title: '依据', shown: ({ evidence = '' }) => evidence },
]

function planOf(cells: readonly Cell[], { round }: State, by: Importer): Plan {
  const plan: Plan = { planned: [], same: 0 }
  for (const cell of cells) {
    const { village, indicator, stored } = cell
    const change = stored ? difference(fields, stored, cell) : { was: null, becomes: description(fields, cell) }
    const what = `${village.name} ${indicator.id} ${indicator.title}`
    if (!change) plan.same++
    else plan.planned.push({ what, ...change, collection: 'measurements', doc: entered(cell, round, by) })
  }
  return plan
}

function entered(
  { village, indicator, stored, value, evidence }: Cell,
  { _id: roundId }: RoundDoc,
  by: Importer,
): MeasurementDoc {
  return {
    _id: measurementKey({ roundId, villageId: village.id, indicatorId: indicator.id }),
    revision: stored ? revisionOf(stored) + 1 : 1,
    roundId,
    villageId: village.id,
    indicatorId: indicator.id,
    value: value ?? 0,
    evidence,
    photos: stored?.photos ?? [],
    enteredBy: by.memberId,
    enteredByName: by.name,
    checkedBy: null,
    checkedByName: null,
    returned: null,
    at: by.now,
    sendId: by.sendId,
  }
}
