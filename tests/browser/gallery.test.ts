import { buildGallery } from '../../tools/build-app'
import { type Browser, openBrowser, serveFolder } from '../vocabulary/browser'
import { eventually } from '../vocabulary/eventually'
import { looksRight } from '../vocabulary/looks-right'

let browser: Browser
let site: Awaited<ReturnType<typeof serveFolder>>
beforeAll(async () => {
  site = await serveFolder(await buildGallery('h5'))
  browser = await openBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  site?.close()
})

describe('every component, arranged as in the mock-ups', () => {
  test.each(['01', '02', '03', '04', '05', '06', '07', '09', '09b', '10', '13', '16a', '16b', '16d'])(
    '%s: nothing keeps anybody out (axe), every control is at least 44 high',
    async (screen) => {
      const visit = await browser.visit(`${site.url}/?m=${screen}`)
      await looksRight(visit, `gallery-${screen}`)
      await visit.page.close()
    },
  )

  test('the keyboard reaches a control and presses it', async () => {
    const visit = await browser.visit(`${site.url}/?m=06`)
    await visit.page.locator('[aria-label="村民议事与“五共”，减 0.5"]').focus()
    await visit.page.keyboard.press('Enter')
    const mark = visit.page.locator('.stepper-mark').first()
    await eventually(async () => expect(await mark.innerText()).toBe('3'))
    await visit.page.close()
  })

  test('a tap finds its control by words or label', async () => {
    const visit = await browser.visit(`${site.url}/?m=02`)
    await visit.taps('不满意')
    const chosen = visit.page.locator('.answer-chosen')
    await eventually(async () => expect(await chosen.innerText()).toBe('不满意'))
    await visit.page.close()
  })

  test('small phone, largest type: all six answers of a question can be reached', async () => {
    const small = await browser.context.newPage()
    await small.setViewportSize({ width: 320, height: 568 })
    await small.goto(`${site.url}/?m=02&type=large`)
    const answers = small.locator('.answer')
    await answers.first().waitFor()
    expect(await answers.count()).toBe(6)
    await answers.last().click()
    await eventually(async () => expect(await answers.last().getAttribute('aria-checked')).toBe('true'))
    await small.close()
  })
})
