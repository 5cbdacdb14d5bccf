import type { Visit } from './browser'
import { comesToRest } from './comes-to-rest'

/**
 * On a scorecard of fifteen of which so many are marked: one + at each item without a mark, and the button in the dock
 * where a paper has none left.
 */
export async function marksTheRest(visit: Visit, marked: number): Promise<void> {
  const { shown, taps, sees } = visit
  const unmarked = shown.locator('.stepper').filter({ hasText: '–' }).first()
  for (let done = marked + 1; done <= 15; done++) {
    if (!(await unmarked.isVisible())) {
      await taps('下一个未评')
      await unmarked.waitFor()
      await comesToRest(visit)
    }
    await unmarked.locator('.stepper-plus').click()
    await sees(`${done}/15`)
  }
}
