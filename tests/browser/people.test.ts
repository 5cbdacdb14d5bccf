/**
 * From nobody to a first administrator and the people they invite: the page of `npm start -- --empty`, a new phone bound
 * by the printed code, 人员 on a phone and on a computer, a code scanned by its owner. Pictures into tests/screenshots.
 */
import type { FrameLocator, Page } from 'playwright-core'
import type { MemberDoc } from '../../cloudfunctions/common/documents'
import { firstCode } from '../../tools/first-code/first-code'
import { administrator, officer, openidOf } from '../../tools/seed/people'
import { seedAll } from '../../tools/seed/sample'
import { isBound } from '../../tools/start/bound-people'
import { demoRoutes } from '../../tools/start/demo-routes'
import { COMPUTER } from '../vocabulary/browser'
import { atRest, looksRight } from '../vocabulary/looks-right'
import { afternoon } from '../vocabulary/stages'
import { webCloud } from '../vocabulary/web'

describe('an empty cloud', () => {
  const { code, documents } = firstCode(Date.now())
  const members = () => web.docs<MemberDoc>('members').filter(isBound)
  const web = webCloud({
    seed: (cloud) => seedAll(cloud, documents),
    extraRoutes: (app) => demoRoutes(app, { kind: 'empty', members }),
  })
  const phone = web.screen()
  const computer = web.screen(COMPUTER)
  let page: Page
  let frame: FrameLocator

  beforeAll(async () => {
    page = await computer.context.newPage()
    await page.goto(web.cloud.url)
    frame = page.frameLocator('#phone')
  })

  const button = (name: string) => frame.getByRole('button', { name }).last()

  test('a new phone is bound by the printed code, and stands in the list by its owner’s name', async () => {
    expect(await page.content()).not.toContain(code)
    await page.screenshot({ path: 'tests/screenshots/people-01-empty-start.png' })
    await page.click('#new-phone')
    await button('有邀请码？在这里绑定').click()
    await frame.getByLabel('邀请码').locator('input').fill(code.toLowerCase())
    await frame.getByLabel('您的姓名').locator('input').fill('王敏')
    await button('绑定这个微信').click()
    await frame.getByText('绑定好了').waitFor()
    await page.locator('#member-first-administrator').waitFor()
    await page.screenshot({ path: 'tests/screenshots/people-02-empty-bound.png' })
    await button('进入我的首页').click()
    await frame.getByText('还没有拉练').waitFor()
    await button('开始筹备').click()
    await frame.getByText('拉练之前要准备的').waitFor()
  })

  test('they register somebody and send a code; whoever scans it needs only their name', async () => {
    await page.click('#member-first-administrator')
    await button('开始筹备').click()
    await frame.getByText('登记、发邀请码').click()
    await button('登记一个人').click()
    await frame.getByLabel('姓名').locator('input').fill('苏梅')
    await frame.getByText('到村打分').click()
    await button('登记苏梅').click()
    await button('发邀请码').click()
    await frame.getByText('本人用自己的微信扫').waitFor()
    const shown = (await frame.locator('.invite-group').allInnerTexts()).map((group) => group.trim())
    await page.screenshot({ path: 'tests/screenshots/people-03-empty-code.png' })
    const scanned = await phone.scans(openidOf('su mei'), `i=${shown.join('')}`)
    await scanned.sees('输入邀请码和您的姓名')
    await looksRight(scanned, 'people-04-scanned')
    await scanned.types('您的姓名', '苏玫')
    await scanned.taps('绑定这个微信')
    await scanned.sees('还能试 4 次')
    await looksRight(scanned, 'people-05-wrong-name')
    await scanned.types('您的姓名', '苏梅')
    await scanned.taps('绑定这个微信')
    await scanned.sees('绑定好了')
    await looksRight(scanned, 'people-06-bound')
    await scanned.taps('进入我的首页')
    await scanned.sees('评委')
  })
})

/** Registered, and not there yet. */
const unbound = ['欧阳建国', '司马秀英', '阿依古丽·买买提', '何小军'].map((name, n) => ({
  _id: `unbound:P0${n}`,
  memberId: `P0${n}`,
  name,
  roles: [{ role: 'officer', scope: `V0${n + 2}` }],
  districtId: 'D-EAST',
  boundAt: null,
  revoked: n === 3,
}))

describe('人员 of a city', () => {
  const web = webCloud({
    async seed(cloud, now) {
      await afternoon(cloud, now)
      cloud.seed('members', unbound)
    },
  })
  const phone = web.screen()
  const computer = web.screen(COMPUTER)

  test('on a phone: found by a word, changed, invited, revoked', async () => {
    const visit = await phone.as(administrator, 'pages/home/index')
    await visit.sees('筹备')
    await looksRight(visit, 'people-10-home')
    await visit.taps('筹备')
    await visit.sees('拉练之前要准备的')
    await looksRight(visit, 'people-11-prepare')
    await visit.taps('人员')
    await visit.sees('登记了 22 人，19 人已绑定微信')
    await looksRight(visit, 'people-12-list')
    await visit.types('找人', '东江区 经办人')
    await visit.noLongerSees('周明远')
    await visit.sees('欧阳建国')
    await looksRight(visit, 'people-13-found')
    await visit.taps('阿依古丽')
    await visit.sees('还没有绑定微信')
    await looksRight(visit, 'people-14-one', { whole: true })
    await visit.taps('再加一个身份')
    await visit.taps('领导')
    await visit.sees('管到哪里')
    await looksRight(visit, 'people-15-scope', { whole: true })
    await visit.taps('西岭区')
    await visit.taps('保存改动')
    await visit.sees('发邀请码')
    await visit.taps('发邀请码')
    await visit.sees('只发给本人')
    await looksRight(visit, 'people-16-code', { whole: true })
    await visit.taps('发好了，回到这个人')
    await visit.sees('前有效')
    await visit.taps('撤销阿依古丽·买买提')
    await visit.page.getByText('他的微信马上进不来').waitFor()
    await atRest(visit)
    await visit.keepPicture('people-17-revoke')
    await visit.saysYes()
    await visit.sees('已经撤销，进不来了')
    await looksRight(visit, 'people-18-revoked', { whole: true })
  })

  test('on a computer, 1280 × 800', async () => {
    const list = await computer.as(administrator, 'prepare/people/index')
    await list.sees('登记了')
    await looksRight(list, 'people-20-wide-list')
    const one = await computer.as(administrator, 'prepare/people/one/index')
    await one.sees('来自哪个区')
    await looksRight(one, 'people-21-wide-new')
    await one.types('姓名', '王敏')
    await one.sees('已经有一位同名的')
    await one.taps('村里的经办人')
    await one.sees('管哪个村')
    await looksRight(one, 'people-22-wide-officer')
  })

  test('我的: who I am here, since when, and what to do when the phone changes', async () => {
    const mine = await phone.as(officer, 'pages/me/index')
    await mine.sees('村里的经办人（云溪村）')
    await mine.sees('换了微信号')
    await looksRight(mine, 'people-30-me', { whole: true })
  })

  test('a stranger’s way in, and a code that is none', async () => {
    const stranger = await phone.opens(openidOf('stranger'))
    await stranger.sees('有邀请码？')
    await looksRight(stranger, 'people-31-stranger')
    await stranger.taps('有邀请码')
    await stranger.types('邀请码', '2222-3333-4444')
    await stranger.types('您的姓名', '张三')
    await stranger.taps('绑定这个微信')
    await stranger.sees('这个邀请码用不了')
    await looksRight(stranger, 'people-32-unknown')
  })
})
