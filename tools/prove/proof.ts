/** A claim of the project as a program: it tries, says what it tried, and answers with its figure, or throws. */
export interface Proof {
  name: string
  /** One sentence: what holds if it ends well. */
  claim: string
  run(options: ProofOptions): Promise<Figure>
}

/** `short`: what a test can wait for (20 s). `ci`: once a submission. `long`: everything, however long it takes. */
export type Form = 'short' | 'ci' | 'long'

export interface ProofOptions {
  form: Form
  /** Of a proof by chance: only this one. */
  seed?: number
  /** Of a proof by kills: only this one, as its failure names it. */
  point?: string
  say(line: string): void
}

/** The last line: one figure and what it counts. */
export type Figure = string

/** Throws where a part of the claim does not hold. */
export function holds(claim: boolean, otherwise: string): void {
  if (!claim) throw new Error(otherwise)
}
