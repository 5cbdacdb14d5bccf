import type { Visit } from './browser'

/** Where a tap led the page down or up: it goes nowhere for half a second. A click that meets it on its way meets nothing. */
export async function comesToRest({ shown }: Visit): Promise<void> {
  await shown.evaluate(async (box) => {
    let [was, same] = [-1, 0]
    while (same < 10) {
      await new Promise((later) => setTimeout(later, 50))
      same = box.scrollTop === was ? same + 1 : 0
      was = box.scrollTop
    }
  })
}
