/** What an explanation lists beside its sentences. Marks in whole units. */
import type { Paper } from './round-file'
import type { RankedVillage } from './round-result'
import type { Units } from './units'

/** One inspector's score: plain + correction + clamped = adjusted. */
export type CardLine = {
  inspector: string
  /** 36 + 44.5 = 80.5; 80.5 ÷ 93 × 40 ≈ 34.6237. */
  working: string[]
  plain: Units
  /** 校正: below 0 for a lenient inspector. */
  correction: Units
  /** What the bounds, 0 and the paper's weight, then added or took. */
  clamped: Units
  adjusted: Units
  /** Left out of the mean. */
  dropped: 'highest' | 'lowest' | null
}

/** A measured fact with its mark, or a goal with its difficulty (its marks stand in the inspectors' workings). */
export type ItemLine = { id: string; title: string; detail: string; mark: Units | null; full: Units }

/** marks · occurrences, at most the cap. */
export type DeductionLine = {
  itemId: string
  title: string
  occurrences: number
  each: Units
  cap: Units
  marks: Units
}

/** The head of the sheet, each rounded to 0.01; `rounding` is what the total differs by from the sum of the others. */
export type ShownSum = Record<Paper | 'deductions' | 'total' | 'rounding', Units>

/** A village with figures. */
export type RankedRow = { [Name in keyof RankedVillage]: NonNullable<RankedVillage[Name]> }

/** As an inspector is named to whoever reads: 评委 F, or by name. */
export type NameOf = (inspectorId: string) => string
