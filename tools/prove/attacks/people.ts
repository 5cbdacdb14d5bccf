/** Who answered what and when: all that the attacker knows of people, and, apart from it, the truth they are after. */

/** An account, or a household card that somebody found in a bin: `card:` and its code. */
export type Subject = string

export function isAccount(subject: Subject): boolean {
  return !subject.startsWith('card:')
}

export interface Call {
  subject: Subject
  /** Milliseconds. */
  at: number
}

/** What the attacker is given: all accounts, those who only could have called too, and who called when, to the ms. */
export interface Known {
  openids: readonly string[]
  /** Every call that was received, in order; who changed their answers stands twice. */
  calls: readonly Call[]
  /** Who wrote something, first time round. */
  spoke: ReadonlySet<Subject>
  /** What a leader's page showed right before and right after one call. */
  watched: readonly Watched[]
}

export interface Watched {
  subject: Subject
  before: unknown
  after: unknown
}

export interface Truth {
  /** What stands in the end. */
  answers: ReadonlyMap<Subject, string>
  voices: ReadonlyMap<Subject, string>
  /** By what somebody wrote: what they answered first, with it. */
  words: ReadonlyMap<string, string>
  /** Of the watched: `counted` or `not`. */
  counted: ReadonlyMap<Subject, string>
  /** Bytes that nobody may find afterwards: what they are, and how they read. */
  secrets: readonly { what: string; value: string }[]
}

/** One response as a text by which it is known again: no two people of the proof answer alike. */
export function signature(answers: unknown): string {
  return Object.entries(answers as Record<string, number>)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, level]) => `${id}${level}`)
    .join('')
}

/** In the order of their last call, and of their first. */
export function callers({ calls }: Known): { last: Subject[]; first: Subject[] } {
  const first = [...new Set(calls.map(({ subject }) => subject))]
  const last = [...new Set([...calls].reverse().map(({ subject }) => subject))].reverse()
  return { last, first }
}
