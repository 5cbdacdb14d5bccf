/** The outbox on the web: a photo is made small and kept in the browser, and a queue goes as a file from one person's tab to another phone of theirs. */
import { readFileSync } from 'node:fs'
import { openidOf } from '../../tools/seed/people'
import { type Browser, openBrowser, type Visit } from '../vocabulary/browser'
import { webDay } from '../vocabulary/web-day'

const ROUND = '2024-2'
const FIRST = '党支部战斗堡垒作用'
const INSPECTOR = 'I07'

let browser: Browser
let other: Browser
let today: Awaited<ReturnType<typeof webDay>>
beforeAll(async () => {
  today = await webDay()
  browser = await openBrowser()
  other = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await other?.close()
  await today?.remove()
})

const opens = ({ visit }: Browser, page: string) =>
  visit(`${today.cloud.url}/index.html?as=${openidOf(INSPECTOR)}#/${page}`)
const files = () => today.cloud.dump('files').filter(({ uploader }) => uploader === INSPECTOR)

/** Noise does not compress: as large as a good camera's picture. */
async function largePicture({ page }: Visit): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1800
    const pen = canvas.getContext('2d')!
    const noise = pen.createImageData(2400, 1800)
    for (let n = 0; n < noise.data.length; n++) noise.data[n] = n % 4 === 3 ? 255 : Math.random() * 255
    pen.putImageData(noise, 0, 0)
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]!
  })
  return Buffer.from(base64, 'base64')
}

async function choosesFile(visit: Visit, control: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = visit.page.waitForEvent('filechooser')
  await visit.taps(control)
  await (await chooser).setFiles(file)
}

test('taken without a signal: kept over a reload, handed to another phone as a file, and there once', async () => {
  const tab = await opens(browser, `inspect/scorecard/index?round=${ROUND}&village=V08`)
  await tab.sees(FIRST)
  const picture = await largePicture(tab)
  expect(picture.length).toBeGreaterThan(1_000_000)
  // The pages that will be asked for come from the server: they are looked at while it answers.
  const waiting = await opens(browser, `inspect/outbox/index?round=${ROUND}`)
  await waiting.sees('都已上传')
  await browser.context.route(/\/(call|upload)/, (route) => route.abort())

  await choosesFile(tab, `${FIRST}，拍照`, { name: 'a.png', mimeType: 'image/jpeg', buffer: picture })
  await tab.sees('照片 1 张')
  await tab.page.reload()
  await tab.page.locator('.photo-strip-one img').first().waitFor()
  await waiting.page.reload()
  await waiting.sees('1 张照片')
  const download = waiting.page.waitForEvent('download')
  await waiting.taps('导出到文件')
  const text = readFileSync(await (await download).path())

  const phone = await opens(other, `inspect/route/index?round=${ROUND}`)
  await phone.sees('第 2 次拉练')
  await phone.page.goto(`${today.cloud.url}/index.html?as=${openidOf(INSPECTOR)}#/inspect/outbox/index?round=${ROUND}`)
  await phone.sees('从文件导入')
  const chooser = phone.page.waitForEvent('filechooser')
  await phone.taps('从文件导入')
  await phone.page.getByText('选文件').last().click()
  await (await chooser).setFiles({ name: 'queue.json', mimeType: 'application/json', buffer: text })
  await phone.sees('张照片')
  await phone.sees('都已上传')
  expect(files()).toEqual([expect.objectContaining({ villageId: 'V08', of: 'mark' })])
  expect(files()[0]!.bytes).toBeLessThanOrEqual(300_000)

  await browser.context.unroute(/\/(call|upload)/)
  await waiting.page.reload()
  await waiting.sees('都已上传')
  expect(files()).toHaveLength(1)
}, 90_000)
