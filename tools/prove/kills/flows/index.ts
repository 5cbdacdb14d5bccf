import type { Flow } from '../flow'
import { deduction } from './deduction'
import { finding } from './finding'
import { photo } from './photo'
import { scorecard } from './scorecard'

export const flows: readonly Flow[] = [scorecard, deduction, finding, photo]
