/**
 * The inspector's card in full on the web build: photos, 扣分, 问题 and 亮点, what waits, two phones, and what became of
 * it all after sealing. 彭志强 (I07) at 红林村 (V08), the only village he has not scored. Pictures into tests/screenshots.
 */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  DeductionDoc,
  FindingDoc,
  HighlightDoc,
  ScorecardDoc,
  SnapshotDoc,
} from '../../cloudfunctions/common/documents'
import { openidOf } from '../../tools/seed/people'
import { seal } from '../../tools/seed/sample'
import type { Visit } from '../vocabulary/browser'
import { newId } from '../vocabulary/cards'
import { comesToRest } from '../vocabulary/comes-to-rest'
import { eventually } from '../vocabulary/eventually'
import { picturesOf } from '../vocabulary/looks-right'
import { marksTheRest } from '../vocabulary/marks-the-rest'
import { ROUND } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

const VILLAGE = 'V08'
const FIRST = '党支部战斗堡垒作用'
const SECOND = '镇党委书记、村书记亲自谋划推进'
const WHY = '支部会议记录齐全，随机问了三户都说有事先找支部'
const SLOGAN = '村口文化墙“共同富裕”的“裕”字掉了一半，底色也褪了，从公路上一眼就能看到。'

const web = webCloud()
const phone = web.screen()
let photo: string
beforeAll(async () => {
  photo = await pictureOfAWall()
})
afterEach(() => phone.context.setOffline(false))

const atVillage = { round: ROUND, village: VILLAGE }
const as = (inspector: string, page: string, query: Record<string, string> = atVillage) =>
  phone.as(inspector, `inspect/${page}`, query)
const { docs: stored } = web
const ID = expect.any(String)
const cardOf = (inspector: string) =>
  stored<ScorecardDoc>('scorecards').find(({ _id }) => _id === `${ROUND}:${inspector}:${VILLAGE}`)
const send = () => ({ roundId: ROUND, villageId: VILLAGE, sendId: newId(), phone: newId(), at: Date.now() })
const looksRight = picturesOf('inspector-card')

/** The one button in the dock that is not an outline. */
async function mainActions({ shown }: Visit): Promise<number> {
  return shown.locator('.main-button-accent').count()
}

/** What the phone's camera would give: a painted wall, 1600 × 1200. */
async function pictureOfAWall(): Promise<string> {
  const page = await phone.context.newPage()
  await page.setViewportSize({ width: 800, height: 600 })
  await page.setContent(
    `<body style="margin:0;background:linear-gradient(#9db7c9 0 38%,#c9b79a 38% 40%,#efe7d8 40% 82%,#8d8a80 82%);height:600px;
    font:700 96px 'Noto Sans CJK SC';color:#a33a2c"><div style="position:absolute;top:290px;left:130px;letter-spacing:40px">共同富<span
    style="color:#d9b9a6">裕</span></div></body>`,
  )
  const file = join(tmpdir(), `lalian-wall-${process.pid}.jpg`)
  writeFileSync(file, await page.screenshot({ type: 'jpeg', quality: 92 }))
  await page.close()
  return file
}

/** In the same tab: on the web a page's own file has to be there before the signal goes. */
async function goesTo({ page }: Visit, to: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/inspect/${to}?round=${ROUND}&village=${VILLAGE}`)
}

const takesPhoto = (visit: Visit, name: string) => visit.chooses(name, photo)

test('a mark keeps its photos; the four segments fit side by side; the dock has one main action in each', async () => {
  const inspector = await as('I07', 'scorecard/index')
  await inspector.sees('0/15')
  await inspector.taps(`${FIRST}，2.5 分`)
  await takesPhoto(inspector, `${FIRST}，拍照`)
  await inspector.sees('照片 1 张')
  await takesPhoto(inspector, `${FIRST}，拍照`)
  await inspector.sees('照片 2 张')
  await inspector.types(`${FIRST}，理由`, WHY)
  // The photos may arrive long before the mark, which waits for the hand to rest.
  await eventually(() => expect(cardOf('I07')!.marks.C01).toMatchObject({ note: WHY, photos: [ID, ID] }))
  await inspector.noLongerSees('待上传')
  await inspector.sees('已上传')
  await looksRight(inspector, '01-common')
  const tabs = inspector.page.locator('.taro_page:visible .segments')
  expect(await tabs.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0)

  await inspector.taps('示范')
  await looksRight(inspector, '02-demonstration')
  expect(await mainActions(inspector)).toBe(1)
  await inspector.taps('扣分')
  await inspector.sees('没有扣分')
  await looksRight(inspector, '03-deductions-empty')
  expect(await mainActions(inspector)).toBe(1)
  await inspector.taps('亮点问题')
  await inspector.sees('还没有记')
  await looksRight(inspector, '04-records-empty')
  expect(await mainActions(inspector)).toBe(1)
})

test('扣分 is proposed without a signal, goes out with it, and the other inspector confirms', async () => {
  const proposer = await as('I07', 'scorecard/index')
  await proposer.taps('扣分')
  await proposer.taps('提出扣分')
  await proposer.sees('标语错误或破损严重')
  await phone.context.setOffline(true)
  await looksRight(proposer, '05-deduction-catalogue')
  await proposer.taps('标语错误或破损严重')
  await proposer.taps('次数，加 1')
  await proposer.types('看到了什么', '村口文化墙和二组路口各一处标语掉字，村里说上月就报了，一直没修。')
  await takesPhoto(proposer, '标语错误或破损严重，拍照')
  await proposer.sees('照片 1 张')
  await looksRight(proposer, '06-deduction-form')
  await proposer.taps('提出红林村扣分')
  await proposer.sees('待上传')
  await looksRight(proposer, '07-deduction-waiting')
  await phone.context.setOffline(false)
  await proposer.sees('等另一位评委确认')
  await looksRight(proposer, '08-deduction-proposed')
  const [deduction] = stored<DeductionDoc>('deductions').filter(({ proposer }) => proposer === 'I07')
  expect(deduction).toMatchObject({ villageId: VILLAGE, itemId: 'K09', occurrences: 2, state: 'proposed' })

  const second = await as('I05', 'deduct/index', { round: ROUND })
  await second.sees('等您确认')
  await looksRight(second, '09-deductions')
  await second.taps('红林村，标语错误或破损严重')
  await second.sees('看到了什么')
  await looksRight(second, '10-confirm')
  await phone.context.setOffline(true)
  await second.taps('我也看到了，确认')
  await second.sees('您已确认，待上传')
  await looksRight(second, '11-confirm-waiting')
  await phone.context.setOffline(false)
  await second.sees('村里可申诉到')
  await looksRight(second, '12-confirmed')
  expect(stored<DeductionDoc>('deductions').find(({ _id }) => _id === deduction!._id)).toMatchObject({
    state: 'confirmed',
    confirmer: 'I05',
  })
})

test('扣分 in every state a village and two persons can bring it to', async () => {
  const { cloud } = web
  const propose = async (itemId: string, text: string, state: object) => {
    const deductionId = newId()
    await web.does('I07', 'scoring', 'deduct', { ...send(), deductionId, itemId, occurrences: 1, text, photos: [] })
    await change(cloud, 'deductions', deductionId, {
      confirmer: 'I05',
      confirmerName: '万里',
      confirmedAt: Date.now() - 7_200_000,
      ...state,
    })
    return deductionId
  }
  // Both are null before: set whole, or the database would look for a field in null.
  const whole = cloud.sdk().database().command.set
  const appeal = whole({ reason: '公示栏当天被雨打湿，第二天就补贴了。', byName: '黄德明', at: Date.now() - 5_400_000 })
  const decided = { byName: '王敏', agreedByName: '陈立', agreedBy: 'M02', at: Date.now() - 3_600_000 }
  const proposed = [
    await propose('K06', '村务公开栏上没有二季度的账', { state: 'appealed', appeal }),
    await propose('K07', '随机走访三户，两户说没有开过会', {
      state: 'upheld',
      appeal,
      decision: whole({ ...decided, reason: '会议记录与走访对不上' }),
    }),
    await propose('K08', '小学上午没有上课', {
      state: 'revoked',
      appeal,
      decision: whole({ ...decided, reason: '当天是全市调休，不是为迎检停课' }),
    }),
  ]
  const inspector = await as('I07', 'deduct/index', { round: ROUND })
  await inspector.sees('已撤销，不扣')
  const words = await inspector.shows()
  for (const each of ['已申诉', '申诉后维持', '已撤销，不扣']) expect(words).toContain(each)
  await looksRight(inspector, '12b-states')
  // They would keep the round from being sealed.
  for (const id of proposed) await cloud.sdk().database().collection('deductions').doc(id).remove()
})

test('a problem with its ring, a highlight, and both again to edit', async () => {
  const inspector = await as('I07', 'scorecard/index')
  await inspector.taps('亮点问题')
  await inspector.taps('记一条')
  await inspector.sees('哪一类')
  await looksRight(inspector, '13-finding-blank')
  await inspector.taps('细节')
  await inspector.types('什么问题', SLOGAN)
  await takesPhoto(inspector, '问题，拍照')
  const large = inspector.shown.locator('.ringed-photo').last()
  // As high as it stays, and clear of the dock.
  await large.locator('img').evaluate((picture: HTMLImageElement) => picture.decode())
  await large.evaluate((each) => each.scrollIntoView({ block: 'center' }))
  const { width, height } = (await large.boundingBox())!
  await large.click({ position: { x: width * 0.77, y: height * 0.66 } })
  await inspector.sees('点别处可以移圈')
  await looksRight(inspector, '14-finding-ring')
  await inspector.taps('记下这条问题')
  await inspector.sees('改到管理员分派为止')
  await inspector.taps('记一条')
  // The page before has a control of which 亮点 is a part.
  await inspector.sees('哪一类')
  await inspector.taps('亮点')
  await inspector.types('好在哪里', '修渠从议到办九天，五步都有记录，村民自己算账、自己验收，别的村可以照着做。')
  await inspector.taps('选一项评分指标')
  await inspector.taps('村民议事与“五共”')
  await looksRight(inspector, '15-highlight')
  await inspector.taps('记下这条亮点')
  await inspector.sees('修渠从议到办九天')
  await inspector.shown.locator('.state-jade').nth(1).waitFor()
  await looksRight(inspector, '16-records')
  const [finding] = stored<FindingDoc>('findings').filter(({ text }) => text === SLOGAN)
  const { ring } = finding!.photos[0]!
  expect(Math.abs(ring!.x - 770)).toBeLessThan(10)
  expect(Math.abs(ring!.y - 660)).toBeLessThan(10)
  expect(stored<HighlightDoc>('highlights')).toHaveLength(1)

  await inspector.taps(SLOGAN)
  await inspector.types('什么问题', `${SLOGAN}二组路口还有一处。`)
  await looksRight(inspector, '17-finding-edit')
  await inspector.taps('改好这条问题')
  await inspector.sees('二组路口还有一处')
  await eventually(() =>
    expect(stored<FindingDoc>('findings').find(({ _id }) => _id === finding!._id)!.text).toContain('二组路口'),
  )
  expect(stored<FindingDoc>('findings').filter(({ text }) => text.startsWith(SLOGAN))).toHaveLength(1)
})

test('待上传: no signal, a busy server, what came back, nothing left', async () => {
  const inspector = await as('I07', 'outbox/index')
  await inspector.sees('都已上传')
  await looksRight(inspector, '18-outbox-empty')
  await goesTo(inspector, 'scorecard/index')
  await inspector.sees('1/15')
  await phone.context.setOffline(true)
  await inspector.taps(`${SECOND}，2.5 分`)
  await takesPhoto(inspector, `${SECOND}，拍照`)
  await inspector.sees('照片 1 张')
  await inspector.sees('离线 · ')
  await looksRight(inspector, '19-offline')
  await inspector.taps('查看')
  await inspector.sees('没有信号')
  await looksRight(inspector, '20-outbox-offline')
  await phone.context.route('**/call/**', (route) => route.abort())
  await phone.context.setOffline(false)
  await inspector.sees('会自己再试')
  await looksRight(inspector, '21-outbox-busy')
  await phone.context.unroute('**/call/**')
  // Nobody taps: it may go by itself before a tap finds the button. The pause has grown as long as the picture took, up to
  // a minute and a half; a signal that comes back ends it.
  await phone.context.setOffline(true)
  await inspector.sees('离线')
  await phone.context.setOffline(false)
  await inspector.sees('都已上传')

  await change(web.cloud, 'rounds', ROUND, { state: 'ready' })
  await goesTo(inspector, 'scorecard/index')
  await inspector.taps(`${SECOND}，加 0.5`)
  await inspector.sees('没有传上去')
  await looksRight(inspector, '22-refused')
  // Shown, the page tries once more by itself: not under way any longer when the round runs again.
  await Promise.all([inspector.page.waitForResponse('**/call/scoring'), inspector.taps('查看')])
  await inspector.sees('被退回')
  await looksRight(inspector, '23-outbox-refused')
  await change(web.cloud, 'rounds', ROUND, { state: 'running' })
  await inspector.taps('立即上传')
  await inspector.sees('都已上传')
})

test('待上传 says what is wrong with the phone: nearly full, and a clock that is wrong', async () => {
  const inspector = await as('I07', 'outbox/index')
  await inspector.page.evaluate((person) => {
    localStorage.setItem('filler', 'x'.repeat(4_750_000))
    localStorage.setItem(`lalian/${person}/clock-ahead`, String(12 * 60_000))
  }, openidOf('I07'))
  await inspector.page.reload()
  await inspector.sees('这部手机快存满了')
  expect(await inspector.shows()).toContain('快约 12 分钟')
  await looksRight(inspector, '23b-phone-warnings')
  await inspector.page.evaluate(() => localStorage.removeItem('filler'))
})

test('two phones: both values with their phones, one is chosen', async () => {
  const inspector = await as('I07', 'scorecard/index')
  await inspector.sees('2/15')
  await phone.context.setOffline(true)
  await inspector.taps(`${SECOND}，加 0.5`)
  await web.does('I07', 'scoring', 'saveMarks', {
    ...send(),
    device: '华为 nova 9',
    waiting: 0,
    changes: [
      {
        itemId: 'C02',
        mark: 4,
        note: '看了路线图，分工到人，每月有进度，书记自己讲得清',
        photos: [newId()],
        base: cardOf('I07')!.marks.C02!.revision,
      },
    ],
  })
  await phone.context.setOffline(false)
  await inspector.sees('两部手机上的得分不一样')
  await inspector.page.locator('.two-values').scrollIntoViewIfNeeded()
  expect(await inspector.shows()).toContain('华为 nova 9')
  await looksRight(inspector, '24-conflict')
  await inspector.taps('华为 nova 9')
  await inspector.taps('采用 4')
  await inspector.noLongerSees('两部手机上的得分不一样')
})

test('核对并提交: what is missing, pressed without a signal, submitted, changed since', async () => {
  const inspector = await as('I07', 'scorecard/index')
  await inspector.sees('2/15')
  await inspector.taps(`${FIRST}，5 分`)
  const began = Date.now()
  await marksTheRest(inspector, 2)
  const marking = (Date.now() - began) / 1000
  await inspector.taps('共性')
  await inspector.types(`${FIRST}，理由`, '')
  await inspector.taps('核对并提交')
  await inspector.sees('还差 1 条理由')
  await looksRight(inspector, '25-submit-missing')
  await inspector.taps('去补 1 条理由')
  await comesToRest(inspector)
  await inspector.types(`${FIRST}，理由`, '支部活动月月有记录，群众叫得响')
  await phone.context.setOffline(true)
  await takesPhoto(inspector, `${FIRST}，拍照`)
  await inspector.sees('照片 3 张')
  await inspector.taps('核对并提交')
  await inspector.taps('提交红林村评分')
  await inspector.sees('等信号上传')
  await looksRight(inspector, '26-submit-waiting')
  await phone.context.setOffline(false)
  await inspector.sees('服务器已收到')
  await looksRight(inspector, '27-submitted')
  expect(cardOf('I07')!.submitted!.marks).toMatchObject({ C01: 5, C02: 4 })
  const [seconds] = Object.values(cardOf('I07')!.durations ?? {})
  expect(seconds).toBeGreaterThanOrEqual(Math.max(1, Math.floor(marking)))
})

test('after sealing: counted as it was, changed on another phone, late, and the alarm', async () => {
  const { cloud } = web
  const tooLate = await as('I06', 'scorecard/index')
  await tooLate.sees('15/15')
  const [deduction] = stored<DeductionDoc>('deductions').filter(({ proposer }) => proposer === 'I07')
  await change(cloud, 'deductions', deduction!._id, { confirmedAt: Date.now() - 2 * 3_600_000 })
  await change(cloud, 'rounds', ROUND, { state: 'closed', closedAt: Date.now() - 61_000 })
  const route = await as('I07', 'route/index')
  await route.sees('已收卷')
  await route.page.close()
  const late = await as('I07', 'scorecard/index')
  await late.taps(`${SECOND}，减 0.5`)
  await late.sees('没有计入')
  await late.page.locator('.card-troubles').evaluate((each) => each.scrollIntoView({ block: 'center' }))
  await looksRight(late, '28-late')
  await late.taps('扣分')
  await looksRight(late, '29-deductions-closed')

  await tooLate.taps(`${SECOND}，2.5 分`)
  await tooLate.sees('没有计入')
  await tooLate.taps('核对并提交')
  await tooLate.taps('重新提交红林村评分')
  await tooLate.sees('回到今日路线')
  await looksRight(tooLate, '30-submitted-late')

  await seal(cloud, ROUND)
  await seesVerdict('I07', '31-as-submitted', '已如实计入')
  await seesVerdict('I06', '32-late-not-admitted', '迟到的改动未被采纳')
  // What became of it otherwise: the snapshot says another thing than this phone submitted last.
  const hash = `sha256:${'5'.repeat(64)}`
  await changeSealed({ hash, phone: newId(), device: '华为 nova 9' })
  await seesVerdict('I07', '33-other-phone', '在另一台手机上改过')
  await changeSealed({ hash, phone: Object.keys(cardOf('I07')!.durations!)[0] })
  await seesVerdict('I07', '34-alarm', '与封存的不一致')
})

/** 彭志强's card in the snapshot. */
async function changeSealed(other: object) {
  const [snapshot] = stored<SnapshotDoc>('snapshots').filter(({ roundId }) => roundId === ROUND)
  const cards = snapshot!.cards!.map((card) =>
    card.inspectorId === 'I07' && card.villageId === VILLAGE ? { ...card, ...other } : card,
  )
  await change(web.cloud, 'snapshots', snapshot!._id, { cards })
}

async function seesVerdict(inspector: string, picture: string, words: string) {
  const route = await as(inspector, 'route/index')
  await route.sees('已封存')
  await route.page.close()
  const sealed = await as(inspector, 'submit/index')
  await sealed.sees(words)
  await looksRight(sealed, picture)
  await sealed.page.close()
}
