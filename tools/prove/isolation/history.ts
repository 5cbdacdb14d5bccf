/** What clients tried, as they saw it. Every value is appended once in a history, so a list says who wrote before whom. */
export type Op =
  | { do: 'append'; key: string; value: number }
  /** What was answered: the whole list, empty where there is none. */
  | { do: 'read'; key: string; list: readonly number[] }

/** One attempt at a transaction; another attempt at the same work is another one, with values of its own. */
export interface Tried {
  /** As a failure names it. */
  name: string
  /** Counts of a clock of the history: began before its first request left, ended after its last answer came. */
  begunAt: number
  endedAt: number
  /** `unknown`: it asked to commit and heard nothing certain; it may have been done. */
  outcome: 'committed' | 'aborted' | 'unknown'
  /** An append is named when it is sent, answered or not. */
  ops: readonly Op[]
}

export type History = readonly Tried[]
