/** The local cloud: the examples, every row of docs/platform.md, and what is on no list. */
import { documentedLimits } from '../../local-cloud/limits'
import { operations } from '../../local-cloud/operations'
import { wireFields } from '../../local-cloud/wire-fields'
import type { Case } from '../case'
import { cases } from '../cases'
import { mongodbNames } from '../mongodb-names'
import { rows } from '../platform'
import { documentedRows, unmatched } from '../platform/document'
import { onGround } from '../platform/ground'
import { limitCases, otherLimits } from '../platform/limits'
import type { Ground, Row, Table } from '../platform/row'
import { type Asked, allowed, askActions, askFields, askUnlisted, type Position, unlisted } from '../refusals'
import { type Difference, type Report, reportOf, together } from '../report'
import { runCases } from '../run'

export interface Suite {
  cases: readonly Case[]
  rows: readonly Row[]
}

export async function askLocal(suite: Suite = { cases, rows }): Promise<Report> {
  const reports: Report[] = [gaps(suite)]
  await onGround({}, async (ground) => {
    reports.push(await askRows(ground, suite.rows))
    reports.push(reportOf(await runCases(suite.cases, ground.on, true)))
    reports.push(await askUnlistedNames(ground))
  })
  return together(reports)
}

const positions = Object.keys(mongodbNames) as Position[]

/** What the suite itself lacks: a name on a list without an example, a row that nobody tries, a limit, an operation. */
export function gaps({ cases, rows }: Suite): Report {
  const subjects = new Set<string>(cases.map(({ of }) => of))
  const missing: string[] = positions.flatMap((position) => [
    ...[...allowed[position]]
      .filter((name) => !subjects.has(`${position} ${name}`))
      .map((name) => `${position} ${name} is allowed and has no example`),
    ...[...allowed[position]]
      .filter((name) => !mongodbNames[position].includes(name))
      .map((name) => `${position} ${name} is allowed and MongoDB has none`),
  ])
  for (const { of } of cases) {
    const [position, name] = of.split(' ') as [Position, string]
    if (!allowed[position]?.has(name)) missing.push(`${of} has an example and is not allowed`)
  }
  for (const limit of Object.keys(documentedLimits))
    if (!Object.hasOwn(limitCases, limit)) missing.push(`the limit ${limit} is tried by nothing`)
  for (const action of Object.keys(operations))
    if (!Object.hasOwn(wireFields, action)) missing.push(`${action} has no list of fields`)
  const counted = positions.map((position) => `${[...allowed[position]].length} ${position}`)
  return {
    asked: 0,
    lines: [`allowed, each with an example: ${counted.join(', ')}`],
    differences: [...missing, ...unmatched(rows)].map((what) => ({ what, expected: 'tried', got: 'not tried' })),
    deviations: [],
  }
}

async function askRows(ground: Ground, rows: readonly Row[]): Promise<Report> {
  const differences: Difference[] = []
  const attempt = async (what: string, holds: () => Promise<void>) => {
    for (const name of ['things', 'others', 'phones']) ground.cloud.clear(name)
    await holds().catch((error) =>
      differences.push({ what, expected: 'holds', got: String(error?.message ?? error?.errMsg ?? error) }),
    )
  }
  for (const row of rows) await attempt(`${row.table}: ${row.row}`, () => row.holds(ground))
  for (const name of otherLimits) await attempt(`limits: ${name}`, () => limitCases[name](ground))
  const documented = documentedRows()
  const counted = (Object.keys(documented) as Table[]).map((table) => {
    const tried = documented[table].filter((said) =>
      rows.some((row) => row.table === table && said.startsWith(row.row)),
    )
    return `${table} ${tried.length} of ${documented[table].length}`
  })
  return {
    asked: rows.length + otherLimits.length,
    lines: [
      `rows of docs/platform.md: ${counted.join(', ')}`,
      `limits: ${Object.keys(limitCases).length} of ${Object.keys(documentedLimits).length} enforced`,
    ],
    differences,
    deviations: [],
  }
}

async function askUnlistedNames({ cloud }: Ground): Promise<Report> {
  cloud.clear('things')
  cloud.seed('things', [{ _id: 'a', n: 1, list: [1, 2] }])
  const asked: Asked[] = []
  for (const position of positions) asked.push(await askUnlisted(cloud.url, position))
  const names = positions.map(
    (position) => `${unlisted[position].length} of ${mongodbNames[position].length} ${position}`,
  )
  const [actions, fields] = [await askActions(cloud.url), await askFields(cloud.url)]
  return {
    asked: [...asked, actions, fields].reduce((sum, { requests }) => sum + requests, 0),
    lines: [
      `not allowed, in ${asked.reduce((sum, { requests }) => sum + requests, 0)} requests: ${names.join(', ')}`,
      `${actions.requests} strange actions, ${fields.requests} strange fields of ${Object.keys(operations).length} actions`,
    ],
    differences: [...asked, actions, fields].flatMap(({ taken }) =>
      taken.map((what) => ({ what, expected: 'refused by its name', got: 'see there' })),
    ),
    deviations: [],
  }
}
