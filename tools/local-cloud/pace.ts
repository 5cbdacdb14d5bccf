/**
 * So many requests a second and no more, whichever second is looked at; what comes beyond is refused before anything is
 * done, as EXCEED_REQUEST_LIMIT says on the platform. Whether a refused one counts there is not documented: here it does not.
 */
const SECOND_MS = 1000

export class Pace {
  /** When the last ones passed, the oldest first: never more than a second's. */
  private passed: number[] = []
  refused = 0

  constructor(
    private readonly aSecond: number,
    private readonly now: () => number = Date.now,
  ) {}

  passes(): boolean {
    const now = this.now()
    this.passed = this.passed.filter((at) => at > now - SECOND_MS)
    const isFree = this.passed.length < this.aSecond
    if (isFree) this.passed.push(now)
    else this.refused += 1
    return isFree
  }
}
