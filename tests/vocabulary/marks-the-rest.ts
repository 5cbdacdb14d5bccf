import type { Visit } from './browser'

/**
 * On a scorecard of fifteen of which so many are marked: one + at each item without a mark, and the button in the dock
 * where a paper has none left. Not before each one: a click that meets the page on its way there meets nothing.
 */
export async function marksTheRest({ shown, taps, sees }: Visit, marked: number): Promise<void> {
  const unmarked = shown.locator('.stepper').filter({ hasText: '–' }).first()
  for (let done = marked + 1; done <= 15; done++) {
    if (!(await unmarked.isVisible())) {
      await taps('下一个未评')
      await unmarked.waitFor()
      await shown.evaluate(hasComeToRest)
    }
    await unmarked.locator('.stepper-plus').click()
    await sees(`${done}/15`)
  }
}

/** In the page: it goes nowhere for half a second. */
async function hasComeToRest(box: Element): Promise<void> {
  let [was, same] = [-1, 0]
  while (same < 10) {
    await new Promise((later) => setTimeout(later, 50))
    same = box.scrollTop === was ? same + 1 : 0
    was = box.scrollTop
  }
}
