/** The whole table. Every action of the contract has its row, or its rows; no row is of another. */

import type { FunctionName } from '../../../../src/contract'
import { contract } from '../../../../src/contract'
import type { Row } from '../row'
import { member } from './member'
import { programme } from './programme'
import { ranking } from './ranking'
import { rehearsal } from './rehearsal'
import { round } from './round'
import { scoring } from './scoring'
import { survey } from './survey'

export interface Action {
  fn: string
  action: string
  /** The function and the action, and the way where there are several. */
  name: string
  row: Row
}

type Tables = { [fn: string]: { [action: string]: Row | { [way: string]: Row } } }

const tables = { member, programme, round, scoring, survey, ranking } satisfies Record<FunctionName, unknown>

export const actions: readonly Action[] = [
  ...actionsOf(tables as unknown as Tables),
  ...actionsOf(rehearsal as unknown as Tables).map((action) => ({ ...action, name: `${action.name} in a rehearsal` })),
]

export function actionsOf(of: Tables): Action[] {
  return Object.entries(of).flatMap(([fn, rows]) =>
    Object.entries(rows).flatMap(([action, rowOrWays]) => {
      const ways = 'may' in rowOrWays ? [['', rowOrWays as Row] as const] : Object.entries(rowOrWays)
      return ways.map(([way, row]) => ({ fn, action, name: [`${fn}.${action}`, way].filter(Boolean).join(' '), row }))
    }),
  )
}

/** What the contract has and no row tells of, and the other way round; empty: neither. */
export function unmatched(
  rows: readonly Pick<Action, 'fn' | 'action'>[],
  calls: { [fn: string]: object } = contract,
): string[] {
  const told = new Set(rows.map(({ fn, action }) => `${fn}.${action}`))
  const there = new Set(
    Object.entries(calls).flatMap(([fn, table]) => Object.keys(table).map((name) => `${fn}.${name}`)),
  )
  return [
    ...[...there].filter((name) => !told.has(name)).map((name) => `${name} has no row`),
    ...[...told].filter((name) => !there.has(name)).map((name) => `the row of ${name} is of no action`),
  ]
}
