import type { Visit } from './browser'

/** On a scorecard of fifteen of which so many are marked: by the button in the dock, one + at each item it leads to. */
export async function marksTheRest({ shown, taps, sees }: Visit, marked: number): Promise<void> {
  const unmarked = shown.locator('.stepper').filter({ hasText: '–' }).first()
  for (let done = marked + 1; done <= 15; done++) {
    await taps('下一个未评')
    await unmarked.locator('.stepper-key').last().click()
    await sees(`${done}/15`)
  }
}
