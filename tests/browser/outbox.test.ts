/** The outbox on the web: a photo is made small and kept in the browser, and a queue goes as a file from one person's tab to another phone of theirs. */
import type { FileDoc } from '../../cloudfunctions/common/documents'
import type { Visit } from '../vocabulary/browser'
import { eventually } from '../vocabulary/eventually'
import { ROUND } from '../vocabulary/stages'
import { webCloud } from '../vocabulary/web'

const FIRST = '党支部战斗堡垒作用'
const INSPECTOR = 'I07'

const web = webCloud()
const phone = web.screen()
const other = web.screen()
const files = () => web.docs<FileDoc>('files').filter(({ uploader }) => uploader === INSPECTOR)

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

test('taken without a signal: kept over a reload, handed to another phone as a file, and there once', async () => {
  const tab = await phone.as(INSPECTOR, 'inspect/scorecard/index', { round: ROUND, village: 'V08' })
  await tab.sees(FIRST)
  const picture = await largePicture(tab)
  expect(picture.length).toBeGreaterThan(1_000_000)
  // The pages that will be asked for come from the server: they are looked at while it answers.
  const waiting = await phone.as(INSPECTOR, 'inspect/outbox/index', { round: ROUND })
  await waiting.sees('都已上传')
  await phone.context.route(/\/(call|upload)/, (route) => route.abort())

  await tab.chooses(`${FIRST}，拍照`, { name: 'a.png', mimeType: 'image/jpeg', buffer: picture })
  await tab.sees('照片 1 张')
  await tab.page.reload()
  await tab.page.locator('.photo-strip-one img').first().waitFor()
  await waiting.page.reload()
  await waiting.sees('1 张照片')
  const { bytes } = await waiting.downloads('导出到文件')

  const second = await other.as(INSPECTOR, 'inspect/route/index', { round: ROUND })
  await second.sees('第 2 次拉练')
  await second.page.goto(other.addressFor(INSPECTOR, 'inspect/outbox/index', { round: ROUND }))
  await second.sees('从文件导入')
  const chooser = second.page.waitForEvent('filechooser')
  await second.taps('从文件导入')
  await second.page.getByText('选文件').last().click()
  await (await chooser).setFiles({ name: 'queue.json', mimeType: 'application/json', buffer: Buffer.from(bytes) })
  await eventually(() => expect(files()).toEqual([expect.objectContaining({ villageId: 'V08', of: 'mark' })]))
  await second.sees('都已上传')
  expect(files()[0]!.bytes).toBeLessThanOrEqual(300_000)

  await phone.context.unroute(/\/(call|upload)/)
  await waiting.page.reload()
  await waiting.sees('都已上传')
  expect(files()).toHaveLength(1)
})
