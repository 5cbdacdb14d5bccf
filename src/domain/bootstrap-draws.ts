/**
 * Draws a round again and again, and ranks each draw: inspectors resampled for the whole round (the same drawn panel
 * everywhere), responses within each village, the adjustment refitted. Deductions are facts and stay.
 */
import type { BootstrapSample, SurveySample } from './bootstrap-sample'
import { drawnPapers } from './drawn-paper'
import { rankDraw } from './drawn-ranks'
import type { Random } from './seeded-generator'

/** `ranks[draw · villages + village]`, and how many draws could not be fitted and were drawn again. */
export type Draws = { ranks: Uint32Array; redrawn: number }

/** Where fewer than one draw in ten can be fitted, those that can are a choice and no sample. */
const MOST_TRIES = 10

/** Null: too few of the drawn panels reach every village and hold together. */
export function bootstrapDraws(sample: BootstrapSample, draws: number, random: Random): Draws | null {
  const villages = sample.villageIds.length
  const inspectors = sample.design.columnCount
  const ranks = new Uint32Array(draws * villages)
  const drawn = new Uint32Array(inspectors)
  const common = new Float64Array(villages)
  const demonstration = new Float64Array(villages)
  const satisfaction = new Float64Array(villages)
  const papers = drawnPapers(sample)
  let redrawn = 0
  for (let draw = 0; draw < draws; draw++) {
    for (drawPanel(); !papers.take(drawn); drawPanel()) {
      redrawn++
      if (redrawn > (MOST_TRIES - 1) * draws) return null
    }
    papers.score(sample.common, common)
    papers.score(sample.demonstration, demonstration)
    drawSatisfaction(sample.survey, random, satisfaction)
    const standing = { common, demonstration, satisfaction, deductions: sample.deductions }
    rankDraw(standing, ranks.subarray(draw * villages, (draw + 1) * villages))
  }
  return { ranks, redrawn }

  function drawPanel(): void {
    drawn.fill(0)
    for (let j = 0; j < inspectors; j++) drawn[random.below(inspectors)]!++
  }
}

/** As many responses as a village had, drawn from them; S and the paper as survey-score.ts has them, in doubles. */
function drawSatisfaction(survey: SurveySample, random: Random, scores: Float64Array): void {
  const { starts, indexes, quotas, passMark, weight } = survey
  for (let village = 0; village < scores.length; village++) {
    const from = starts[village]!
    const n = starts[village + 1]! - from
    let sum = 0
    for (let i = 0; i < n; i++) sum += indexes[from + random.below(n)]!
    const mean = Math.round(sum / n)
    const owed = quotas[village]!
    const filled = n >= owed ? mean : Math.round((sum + (owed - n) * Math.min(passMark, mean)) / owed)
    scores[village] = n === 0 ? 0 : Math.round((filled * weight) / 100)
  }
}
