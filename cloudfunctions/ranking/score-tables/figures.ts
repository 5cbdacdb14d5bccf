import { cents } from '../../../src/domain/cents-text'
import type { Units } from '../../../src/domain/units'
import type { SheetColumn } from '../../common/workbook'

/** As rankings compare them: rounded to a hundredth. Null where there is none. */
export function marks(units: Units | null): number | null {
  return units === null ? null : cents(units) / 100
}

/** A column of marks. */
export function marksColumn(title: string, width = 10): SheetColumn {
  return { title, width, decimals: 2 }
}

export const villageColumn: SheetColumn = { title: '试点村', width: 14 }
