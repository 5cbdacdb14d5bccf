/** One line of the bench's table. */
export interface Figure {
  what: string
  figure: string
  /** The floor or peer measured in the same run. */
  beside?: string
  /** What it has to reach; `holds` says whether it does. */
  reach?: string
  holds?: boolean
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}
