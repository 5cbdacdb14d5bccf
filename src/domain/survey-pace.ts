/** Whether answers came faster than a question can be read: under the scheme's seconds for each item answered. */
export function isTooFast(seconds: number, answered: number, minSecondsPerItem: number): boolean {
  return seconds < minSecondsPerItem * answered
}
