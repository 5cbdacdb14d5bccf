import type { Visit } from './browser'

/** Nothing keeps anybody out, nothing broke, nothing is wider than the screen, every control takes a thumb; and a picture to look at. */
export async function looksRight(visit: Visit, picture: string, { whole = false } = {}): Promise<void> {
  await visit.page.waitForTimeout(300)
  await visit.keepPicture(`villager-${picture}`, { whole })
  expect(await visit.barriers()).toEqual([])
  expect(visit.complaints.splice(0)).toEqual([])
  const { scrollWidth, clientWidth } = await visit.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(scrollWidth).toBe(clientWidth)
  expect(await tooSmall(visit)).toEqual([])
}

/** Controls that a thumb misses: under 44 px in either direction. */
function tooSmall(visit: Visit): Promise<string[]> {
  return visit.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[tabindex="0"], input, textarea')]
      .filter((control) => control.getClientRects().length > 0)
      .flatMap((control) => {
        const { width, height } = control.getBoundingClientRect()
        const name = control.getAttribute('aria-label') ?? control.innerText
        return width < 44 || height < 44 ? [`${name}: ${Math.round(width)} × ${Math.round(height)}`] : []
      }),
  )
}
