/**
 * The marked papers as a drawn panel would have scored them: docs/round-file.md, steps 4 and 5, in doubles, an inspector
 * drawn twice counting twice.
 */
import { type AdditiveFit, additiveFit, residuals } from './additive-fit'
import type { BootstrapSample, PaperSample } from './bootstrap-sample'
import { drawnOutliers } from './drawn-outliers'

export type DrawnPapers = {
  /** Takes a panel, `drawn[j]` saying how often inspector j was drawn; false: with it there is no ranking. */
  take(drawn: Uint32Array): boolean
  /** Writes the villages' scores on one paper, in whole units. */
  score(paper: PaperSample, scores: Float64Array): void
}

export function drawnPapers(sample: BootstrapSample): DrawnPapers {
  const { design, common, demonstration, placesById, trimFrom, outlierCut } = sample
  const { starts, columns, columnCount } = design
  const fit = additiveFit(design)
  const fitOfRest = additiveFit(design)
  const isFitted = common.isAdjusted || demonstration.isAdjusted
  const terms = new Float64Array(columnCount)
  const rest = new Float64Array(columns.length)
  const left = new Uint8Array(columns.length)
  let panel: Uint32Array
  return { take, score }

  function take(drawn: Uint32Array): boolean {
    panel = drawn
    return reachesEveryVillage() && (!isFitted || fit.prepare(panel) === 1)
  }

  /** A village that nobody scored at all asks for nobody. */
  function reachesEveryVillage(): boolean {
    for (let village = 0; village + 1 < starts.length; village++) {
      const end = starts[village + 1]!
      let c = starts[village]!
      if (c === end) continue
      while (c < end && panel[columns[c]!] === 0) c++
      if (c === end) return false
    }
    return true
  }

  function score(paper: PaperSample, scores: Float64Array): void {
    if (paper.isAdjusted) severityTerms(paper.scores)
    else terms.fill(0)
    for (let village = 0; village + 1 < starts.length; village++) {
      scores[village] = trimmedMean(paper, starts[village]!, starts[village + 1]!)
    }
  }

  /** Into `terms`, in whole units: the fit, once more without its outliers. */
  function severityTerms(y: Float64Array): void {
    fit.terms(y, terms)
    if (outlierCut !== null) {
      residuals(design, y, { terms, weights: panel }, rest)
      const refit = fitWithoutOutliers(outlierCut)
      if (refit) refit.terms(y, terms)
    }
    for (let j = 0; j < columnCount; j++) terms[j] = Math.round(terms[j]!)
  }

  /**
   * Undefined where no cell lies beyond the cut. An outlying cell is left out with all its copies; where not all can go
   * without the rest falling apart, one at a time, the farthest first.
   */
  function fitWithoutOutliers(cut: number): AdditiveFit | undefined {
    const outliers = drawnOutliers(rest, columns, panel, cut)
    if (outliers.length === 0) return
    left.fill(0)
    for (const cell of outliers) left[cell] = 1
    if (fitOfRest.prepare(panel, left) === 1) return fitOfRest
    left.fill(0)
    outliers.sort((a, b) => distance(rest[b]!) - distance(rest[a]!) || placesById[a]! - placesById[b]!)
    for (const cell of outliers) {
      left[cell] = 1
      if (fitOfRest.prepare(panel, left) !== 1) left[cell] = 0
    }
    fitOfRest.prepare(panel, left)
    return fitOfRest
  }

  function trimmedMean({ scores, full }: PaperSample, from: number, to: number): number {
    let n = 0
    let sum = 0
    let least = full
    let most = 0
    for (let c = from; c < to; c++) {
      const copies = panel[columns[c]!]!
      if (copies === 0) continue
      const score = Math.min(Math.max(scores[c]! - terms[columns[c]!]!, 0), full)
      n += copies
      sum += copies * score
      if (score < least) least = score
      if (score > most) most = score
    }
    if (n === 0) return 0
    return Math.round(n >= trimFrom && n >= 3 ? (sum - least - most) / (n - 2) : sum / n)
  }
}

/** In 1/1000 unit: the two residuals of whoever scored two villages are opposite and equal, save for rounding. */
function distance(residual: number): number {
  return Math.round(Math.abs(residual) * 1000)
}
