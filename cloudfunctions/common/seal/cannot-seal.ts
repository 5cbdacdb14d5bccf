/** The inputs cannot be sealed as they are; trying again would end the same. `problem` never names a response. */
export class CannotSeal extends Error {
  constructor(readonly problem: string) {
    super('the round cannot be sealed as it stands')
    this.name = 'CannotSeal'
  }
}
