/** The page of `npm start`: a newcomer chooses whom to be and holds that person's phone; a villager is somebody new each time. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrameLocator, Page } from 'playwright-core'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { demoRoutes } from '../../tools/start/demo-routes'
import { sampleIsFromAnotherDay, writeSampleMark } from '../../tools/start/sample-mark'
import { COMPUTER } from '../vocabulary/browser'
import { sample } from '../vocabulary/stages'
import { webCloud } from '../vocabulary/web'

const A_DAY = 24 * 3_600_000

const web = webCloud({ seed: sample, extraRoutes: demoRoutes })
const computer = web.screen(COMPUTER)
let page: Page
let phone: FrameLocator

beforeAll(async () => {
  page = await computer.context.newPage()
  await page.goto(web.cloud.url)
  phone = page.frameLocator('#phone')
})

/** The frame is that of whoever was chosen last: the one before may see the same words. */
const theirPhone = () =>
  page.waitForFunction(() => {
    const { search } = document.getElementById('alone') as HTMLAnchorElement
    const frame = document.getElementById('phone') as HTMLIFrameElement
    return search !== '' && frame.contentWindow!.location.search === search
  })

test.each([
  { id: 'villager', sees: '我已满 18 周岁，开始答题' },
  { id: 'inspector', sees: '打开今日路线' },
  { id: 'secondInspector', sees: '打开今日路线' },
  { id: 'officer', sees: '看本村扣分' },
  { id: 'leader', sees: '第 2 次拉练' },
  { id: 'administrator', sees: '管理这次拉练' },
  { id: 'secondAdministrator', sees: '管理这次拉练' },
])('$id: chosen, and their phone shows $sees, marked 本地演示', async ({ id, sees }) => {
  await page.click(`#${id}`)
  await theirPhone()
  await phone.getByText(sees).first().waitFor()
  await phone.getByText('本地演示').first().waitFor()
  expect(await page.getAttribute(`#${id}`, 'aria-checked')).toBe('true')
  await page.screenshot({ path: `tests/screenshots/demo-${id}.png` })
})

test('another villager is another account, with the same code to scan', async () => {
  const phoneOf = () => page.getAttribute('#alone', 'href')
  const changesFrom = (before: string | null) =>
    page.waitForFunction((old) => document.getElementById('alone')!.getAttribute('href') !== old, before)
  const before = await phoneOf()
  await page.click('#villager')
  await changesFrom(before)
  const first = await phoneOf()
  await page.click('#again')
  await changesFrom(first)
  const second = await phoneOf()
  await theirPhone()
  await phone.getByText('开始答题').first().waitFor()
  expect(second!.replace(/as=[^&]+/, '')).toBe(first!.replace(/as=[^&]+/, ''))
})

test('an untouched sample is dated anew on a later day; one that somebody worked on is kept', () => {
  const { cloud } = web
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-mark-'))
  const now = Date.now()
  writeSampleMark(cloud, dataDir, shanghaiDay(now))
  expect(sampleIsFromAnotherDay(cloud, dataDir, now)).toBe(false)
  expect(sampleIsFromAnotherDay(cloud, dataDir, now + A_DAY)).toBe(true)
  cloud.seed('late', [{ _id: 'somebody-worked-here' }])
  expect(sampleIsFromAnotherDay(cloud, dataDir, now + A_DAY)).toBe(false)
  rmSync(dataDir, { recursive: true, force: true })
})
