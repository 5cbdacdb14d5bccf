/** Which item the page below is asked to show when one goes back to it (去补 1 条理由). */
let asked: string | undefined

export function askForItem(itemId: string): void {
  asked = itemId
}

/** Once. */
export function takeAskedItem(): string | undefined {
  const itemId = asked
  asked = undefined
  return itemId
}
