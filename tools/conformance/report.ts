/** What a target was asked, and where it answered otherwise than is documented. */
import type { Outcome } from './run'

export interface Difference {
  what: string
  expected: string
  got: string
}

export interface Report {
  /** How many questions. */
  asked: number
  /** What was asked, a line each. */
  lines: string[]
  differences: Difference[]
  /** Where the local cloud answers otherwise and means to: listed, no fault. */
  deviations: { what: string; why: string }[]
}

export function reportOf(outcomes: readonly Outcome[]): Report {
  return {
    asked: outcomes.length,
    lines: [`${outcomes.length} documented examples`],
    differences: outcomes
      .filter(({ differs }) => differs)
      .map(({ one, nth, expected, got }) => ({
        what: nameOf(one.of, nth),
        expected: shown(expected),
        got: shown(got),
      })),
    deviations: outcomes.flatMap(({ one, nth, deviation }) =>
      deviation === undefined ? [] : [{ what: nameOf(one.of, nth), why: deviation }],
    ),
  }
}

export function together(reports: readonly Report[]): Report {
  return {
    asked: reports.reduce((sum, { asked }) => sum + asked, 0),
    lines: reports.flatMap(({ lines }) => lines),
    differences: reports.flatMap(({ differences }) => differences),
    deviations: reports.flatMap(({ deviations }) => deviations),
  }
}

const nameOf = (of: string, nth: number) => `${of}, example ${nth}`

export function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')
}
