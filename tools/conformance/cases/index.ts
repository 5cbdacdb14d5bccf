import type { Case } from '../case'
import { accumulators } from './accumulators'
import { arithmetic } from './arithmetic'
import { arrays } from './arrays'
import { dates } from './dates'
import { decisions } from './decisions'
import { projections, queries } from './queries'
import { stages } from './stages'
import { texts } from './texts'
import { updates } from './updates'

/** Every documented example. A family is a file here and a line in this list. */
export const cases: readonly Case[] = [
  ...queries,
  ...projections,
  ...updates,
  ...stages,
  ...accumulators,
  ...arithmetic,
  ...arrays,
  ...decisions,
  ...dates,
  ...texts,
]
