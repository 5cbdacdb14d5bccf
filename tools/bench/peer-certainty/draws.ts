/**
 * The peer of src/domain/bootstrap-draws.ts: the same draws of the same round, as one would write them down at first, dense
 * arrays and plain loops in one function, nothing shared with the product but the arrays it begins from. It must come to
 * the same ranks, draw by draw. Where not all outlying cells can be left out, it leaves none out.
 */
import type { BootstrapSample } from '../../../src/domain/bootstrap-sample'

export function peerDraws(sample: BootstrapSample, draws: number, state: Int32Array): Uint32Array {
  const V = sample.villageIds.length
  const J = sample.design.columnCount
  const { starts, columns } = sample.design
  const { survey, outlierCut, trimFrom } = sample
  const papers = [sample.common, sample.demonstration]
  const ranks = new Uint32Array(draws * V)
  const m = new Float64Array(J)
  const A = new Float64Array(J * J)
  const b = new Float64Array(J)
  const r = new Float64Array(J)
  const e = new Float64Array(columns.length)
  const sizes = new Float64Array(columns.length * J)
  const keep = new Uint8Array(columns.length)
  const score = [new Float64Array(V), new Float64Array(V), new Float64Array(V), new Float64Array(V)]
  const cents = [new Float64Array(V), new Float64Array(V), new Float64Array(V), new Float64Array(V)]
  let [s01 = 0, s00 = 0, s11 = 0, s10 = 0] = state

  for (let draw = 0; draw < draws; draw++) {
    do {
      m.fill(0)
      for (let j = 0; j < J; j++) m[below(J)]!++
      keep.fill(1)
    } while (!coversAll() || !solves(sample.common.scores))

    for (let paper = 0; paper < 2; paper++) {
      const y = papers[paper]!.scores
      r.fill(0)
      if (papers[paper]!.isAdjusted) {
        keep.fill(1)
        solves(y)
        if (outlierCut !== null) {
          let size = 0
          for (let i = 0; i < V; i++) {
            let sum = 0
            let n = 0
            for (let c = starts[i]!; c < starts[i + 1]!; c++) {
              e[c] = y[c]! - r[columns[c]!]!
              sum += m[columns[c]!]! * e[c]!
              n += m[columns[c]!]!
            }
            for (let c = starts[i]!; c < starts[i + 1]!; c++) {
              e[c] = Math.abs(e[c]! - sum / n)
              for (let k = 0; k < m[columns[c]!]!; k++) sizes[size++] = e[c]!
            }
          }
          const sorted = sizes.subarray(0, size).sort()
          const half = sorted.length >> 1
          const median = sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
          let some = false
          for (let c = 0; c < e.length; c++) {
            if (median > 0 && m[columns[c]!]! > 0 && e[c]! > outlierCut * 1.4826 * median) {
              keep[c] = 0
              some = true
            }
          }
          if (some && !solves(y)) {
            keep.fill(1)
            solves(y)
          }
        }
      }
      for (let i = 0; i < V; i++) {
        let n = 0
        let sum = 0
        let low = Infinity
        let high = 0
        for (let c = starts[i]!; c < starts[i + 1]!; c++) {
          const j = columns[c]!
          if (m[j] === 0) continue
          const value = Math.min(Math.max(y[c]! - Math.round(r[j]!), 0), papers[paper]!.full)
          n += m[j]!
          sum += m[j]! * value
          low = Math.min(low, value)
          high = Math.max(high, value)
        }
        score[paper]![i] = n === 0 ? 0 : Math.round(n >= trimFrom ? (sum - low - high) / (n - 2) : sum / n)
      }
    }

    for (let i = 0; i < V; i++) {
      const from = survey.starts[i]!
      const n = survey.starts[i + 1]! - from
      let sum = 0
      for (let k = 0; k < n; k++) sum += survey.indexes[from + below(n)]!
      const q = survey.quotas[i]!
      const mean = Math.round(sum / n)
      const S = n >= q ? mean : Math.round((sum + (q - n) * Math.min(survey.passMark, mean)) / q)
      score[2]![i] = n === 0 ? 0 : Math.round((S * survey.weight) / 100)
      score[3]![i] = Math.max(0, score[0]![i]! + score[1]![i]! + score[2]![i]! - sample.deductions[i]!)
    }
    for (let i = 0; i < V; i++) {
      cents[0]![i] = Math.round(sample.deductions[i]! / 100)
      for (let key = 1; key < 4; key++) cents[key]![i] = Math.round(score[key]![i]! / 100)
    }
    for (let i = 0; i < V; i++) {
      let above = 0
      for (let k = 0; k < V; k++) if (isAbove(k, i)) above++
      ranks[draw * V + i] = above + 1
    }
  }
  return ranks

  function below(n: number): number {
    const out = ((s00 + s10) | 0) >>> 0
    const a0 = s10 ^ s00
    const a1 = s11 ^ s01
    const old = s00
    s00 = (s00 << 24) ^ (s01 >>> 8) ^ a0 ^ (a0 << 16)
    s01 = (s01 << 24) ^ (old >>> 8) ^ a1 ^ ((a1 << 16) | (a0 >>> 16))
    s10 = (a1 << 5) ^ (a0 >>> 27)
    s11 = (a0 << 5) ^ (a1 >>> 27)
    return Math.floor((out * n) / 2 ** 32)
  }

  function coversAll(): boolean {
    for (let i = 0; i < V; i++) {
      let n = 0
      for (let c = starts[i]!; c < starts[i + 1]!; c++) n += m[columns[c]!]!
      if (n === 0 && starts[i + 1]! > starts[i]!) return false
    }
    return true
  }

  /** Normal equations of the kept cells by Gauss; the first drawn column is pinned to 0, then all are centred. */
  function solves(y: Float64Array): boolean {
    A.fill(0)
    b.fill(0)
    r.fill(0)
    for (let i = 0; i < V; i++) {
      let n = 0
      let sum = 0
      for (let c = starts[i]!; c < starts[i + 1]!; c++) {
        n += keep[c]! * m[columns[c]!]!
        sum += keep[c]! * m[columns[c]!]! * y[c]!
      }
      if (n === 0) return false
      for (let c = starts[i]!; c < starts[i + 1]!; c++) {
        const w = keep[c]! * m[columns[c]!]!
        A[columns[c]! * J + columns[c]!]! += w
        b[columns[c]!]! += w * (y[c]! - sum / n)
        for (let d = starts[i]!; d < starts[i + 1]!; d++) {
          A[columns[c]! * J + columns[d]!]! -= (w * keep[d]! * m[columns[d]!]!) / n
        }
      }
    }
    const pinned = m.findIndex((weight) => weight > 0)
    for (let j = 0; j < J; j++) {
      if (m[j]! > 0 && j !== pinned) continue
      for (let k = 0; k < J; k++) A[j * J + k] = A[k * J + j] = 0
      A[j * J + j] = 1
      b[j] = 0
    }
    for (let k = 0; k < J; k++) {
      if (A[k * J + k]! < 1e-9) return false
      for (let i = k + 1; i < J; i++) {
        const f = A[i * J + k]! / A[k * J + k]!
        for (let j = k; j < J; j++) A[i * J + j]! -= f * A[k * J + j]!
        b[i]! -= f * b[k]!
      }
    }
    let centre = 0
    let weights = 0
    for (let k = J - 1; k >= 0; k--) {
      let value = b[k]!
      for (let j = k + 1; j < J; j++) value -= A[k * J + j]! * r[j]!
      r[k] = value / A[k * J + k]!
      centre += m[k]! * r[k]!
      weights += m[k]!
    }
    for (let j = 0; j < J; j++) r[j]! -= centre / weights
    return true
  }

  function isAbove(a: number, c: number): boolean {
    for (const key of [3, 2, 1]) if (cents[key]![a] !== cents[key]![c]) return cents[key]![a]! > cents[key]![c]!
    return cents[0]![a]! < cents[0]![c]!
  }
}
