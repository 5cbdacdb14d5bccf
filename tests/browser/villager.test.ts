import { cardId } from '../../cloudfunctions/common/card-codes'
import type { SecretDoc } from '../../cloudfunctions/common/documents'
import { openidOf, reader } from '../../tools/seed/people'
import { PHONE, SMALLEST_PHONE, type Visit } from '../vocabulary/browser'
import { looksRight } from '../vocabulary/looks-right'
import { change } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

const web = webCloud()
const gate = () => web.docs<SecretDoc>('secrets')[0]!
const gateBecomes = (data: Partial<SecretDoc>) => change(web.cloud, 'secrets', gate()._id, data)

// Ten answers of a test take no time at all.
beforeAll(() => nobodyIsTooFast(0))

const nobodyIsTooFast = (minSecondsPerItem: number) => gateBecomes({ survey: { ...gate().survey, minSecondsPerItem } })
const answersHeld = () => web.docs('answers').length

let people = 0
const someone = () => `oVillager${++people}`
const CARD = 'K7MPX4TQ9WEN'
let cards = 0
/** A card's code of V01 that nobody has used. */
async function newCard(): Promise<string> {
  const code = CARD.slice(0, 11) + 'ABCDEFGH'[cards++]
  await web.cloud.seed('cards', [{ _id: cardId(code), roundId: gate()._id, villageId: 'V01', used: false }])
  return code
}

describe.each([
  { screen: '390 × 844', size: PHONE, more: {}, suffix: '' },
  {
    screen: '320 × 568 with the largest type',
    size: SMALLEST_PHONE,
    more: { type: 'large' },
    suffix: '-small',
  },
])('on a screen of $screen', ({ size, more, suffix }) => {
  const phone = web.screen(size)
  const scans = (openid: string, { village = 'V01', scene = 1047 } = {}) =>
    phone.scans(openid, `v=${village}`, { scene, ...more })
  const opens = (openid: string, page = 'pages/home/index') => phone.opens(openid, page, more)
  const looks = (visit: Visit, picture: string, options = {}) =>
    looksRight(visit, `villager-${picture}${suffix}`, options)

  const asked = (visit: Visit, question: number) =>
    visit.sees(suffix ? `${question} / 10` : `第 ${question} 题，共 10 题`)
  async function starts(visit: Visit) {
    await visit.taps('我已满 18 周岁，开始答题')
    await asked(visit, 1)
  }
  async function answers(visit: Visit, level: string) {
    for (let question = 1; question <= 10; question++) {
      await asked(visit, question)
      await visit.taps(level)
    }
    await visit.sees('请看一遍')
  }

  describe('the villager’s minute', () => {
    test('cover, ten taps, check, 已收到; the second visit is blank', async () => {
      const before = answersHeld()
      const openid = someone()
      const visit = await scans(openid)
      await visit.sees('开始答题')
      await looks(visit, '01-cover')
      await starts(visit)
      await looks(visit, '02-question')
      await answers(visit, '满意')
      await looks(visit, '02-check')
      await looks(visit, '02-check-whole', { whole: true })
      await visit.types(gate().survey.openQuestion!, '想在村口到小学那段路装几盏路灯，孩子放学天黑看不清。')
      await looks(visit, '02-voice')
      await visit.taps('提交答卷')
      await visit.sees('已收到')
      await looks(visit, '03-thanks')
      expect(answersHeld()).toBe(before + 1)
      expect(await stored(visit, openid)).toEqual([expect.stringContaining('/survey/key/')])

      await visit.taps('改主意了')
      await visit.sees('重新作答')
      await looks(visit, '01-again')
      await visit.taps('我已满 18 周岁，重新作答')
      await asked(visit, 1)
      expect(await visit.page.locator('[aria-checked="true"]').count()).toBe(0)
    })

    test('all six answers stand on one screen', async () => {
      const visit = await scans(someone())
      await starts(visit)
      await visit.taps('满意')
      await asked(visit, 2)
      await visit.taps('满意')
      await asked(visit, 3)
      await looks(visit, '17-question')
      const unsure = await visit.page.getByRole('radio', { name: '不了解' }).boundingBox()
      expect(unsure!.y + unsure!.height).toBeLessThanOrEqual(size.height)
      const heights = await visit.page.getByRole('radio').evaluateAll((all) => all.map((one) => one.clientHeight + 2))
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(56)
    })

    test('读题, where there is a recording', async () => {
      const { fileID } = await web.cloud
        .sdk()
        .uploadFile({ cloudPath: `audio/Q01${suffix}.wav`, fileContent: silence(120) })
      await gateBecomes({ audio: { Q01: fileID } })
      const visit = await scans(someone())
      await starts(visit)
      await looks(visit, '02-listen')
      await visit.taps('读题')
      await visit.sees('不读了')
      await visit.taps('不读了')
      await visit.sees('读题')
      const unsure = await visit.page.getByRole('radio', { name: '不了解' }).boundingBox()
      expect(unsure!.y + unsure!.height).toBeLessThanOrEqual(size.height)
      await gateBecomes({ audio: { Q01: `${fileID}-gone` } })
    })

    test('no signal at the end: kept, said so, and sent when it is back', async () => {
      const before = answersHeld()
      const visit = await scans(someone())
      await starts(visit)
      await answers(visit, '基本满意')
      await phone.context.setOffline(true)
      await visit.taps('提交答卷')
      await visit.sees('还没有交上，有信号会自动交')
      await looks(visit, '02-waits')
      await phone.context.setOffline(false)
      await visit.sees('已收到')
      expect(answersHeld()).toBe(before + 1)
    })

    test('the page is closed in the middle: the cover offers to go on', async () => {
      const openid = someone()
      const first = await scans(openid)
      await starts(first)
      await first.taps('不满意')
      await asked(first, 2)
      await first.page.close()
      const visit = await scans(openid)
      await visit.sees('继续答题')
      await looks(visit, '01-go-on')
      await visit.taps('继续答题')
      await asked(visit, 2)
    })

    test('closed meanwhile: said, and the way to the cover', async () => {
      const visit = await scans(someone())
      await starts(visit)
      await answers(visit, '满意')
      await gateBecomes({ closedAt: Date.now() })
      await visit.taps('提交答卷')
      await visit.sees('这份没有收下')
      await looks(visit, '02-closed')
      await visit.taps('回到封面')
      await visit.sees('这次测评已经结束')
      await looks(visit, '01-closed')
      await gateBecomes({ closedAt: null })
    })
  })

  describe('read, but not counted', () => {
    test('from a picture: said on the cover and with the receipt', async () => {
      const visit = await scans(someone(), { scene: 1007 })
      await visit.sees('您是从图片打开的')
      await looks(visit, '01-picture')
      await starts(visit)
      await answers(visit, '满意')
      await visit.taps('提交答卷')
      await visit.sees('这一份会看，不计入得分')
      await looks(visit, '03-picture')
    })

    test('too fast; too many 不了解', async () => {
      await nobodyIsTooFast(60)
      const fast = await scans(someone())
      await starts(fast)
      await answers(fast, '满意')
      await fast.taps('提交答卷')
      await fast.sees('答得太快，这一份只看不计分')
      await looks(fast, '03-too-fast')
      await nobodyIsTooFast(0)
      const unsure = await scans(someone())
      await starts(unsure)
      await answers(unsure, '不了解')
      await looks(unsure, '02-too-few')
      await unsure.taps('提交答卷')
      await unsure.sees('不了解的太多，这一份只看不计分')
      await looks(unsure, '03-too-few')
    })
  })

  describe('refusals stand on the cover', () => {
    test('answered on another phone', async () => {
      const openid = someone()
      const visit = await scans(openid)
      await starts(visit)
      await answers(visit, '满意')
      await visit.taps('提交答卷')
      await visit.sees('已收到')
      await visit.page.evaluate(() => localStorage.clear())
      const other = await scans(openid)
      await other.sees('您已经填过了')
      await looks(other, '01-answered')
    })

    test('a member who has another work identity', async () => {
      const visit = await scans(openidOf(reader.memberId), { village: 'V02' })
      await visit.sees('有工作身份，不填这张卷')
      await looks(visit, '01-role')
    })

    test('not open yet, with when', async () => {
      await gateBecomes({ opensAt: Date.UTC(2099, 2, 24, 16) })
      const visit = await scans(someone())
      await visit.sees('3 月 25 日 00:00 开始')
      await looks(visit, '01-not-open')
      await gateBecomes({ opensAt: 0 })
    })

    test('a code nobody knows', async () => {
      const visit = await scans(someone(), { village: 'V99' })
      await visit.sees('这个码不认识')
      await looks(visit, '01-unknown')
    })

    test('no connection: try again', async () => {
      const noAnswer = '**/call/member'
      await phone.context.route(noAnswer, (call) => call.abort())
      const visit = await scans(someone())
      await visit.sees('没连上')
      await looks(visit, '01-no-connection')
      await phone.context.unroute(noAnswer)
      await visit.taps('再试一次')
      await visit.sees('云溪村')
    })
  })

  describe('a household card', () => {
    test('its code, the questions, the next one blank', async () => {
      const code = await newCard()
      const openid = someone()
      const visit = await opens(openid)
      await visit.taps('没有智能手机？凭户码代填')
      await visit.sees('照纸条输入户码')
      await looks(visit, 'card-1-empty')
      for (const letter of code.slice(0, 6)) await visit.taps(letter)
      await looks(visit, 'card-1-half')
      for (const letter of code.slice(6)) await visit.taps(letter)
      await visit.sees('请把手机交给拿纸条的人')
      await looks(visit, 'card-2-good')
      await starts(visit)
      await answers(visit, '满意')
      await visit.taps('提交答卷')
      await visit.sees('填下一张')
      await looks(visit, 'card-3-thanks')
      expect(await stored(visit, openid)).toEqual([])
      await visit.taps('填下一张')
      for (const letter of code) await visit.taps(letter)
      await visit.sees('这个户码已经用过了')
      await looks(visit, 'card-1-used')
      await visit.taps('第 3 组')
      for (const letter of '2222') await visit.taps(letter)
      await visit.sees('没有这个户码')
      await looks(visit, 'card-1-unknown')
    })

    test('left in the middle: nothing of it is shown', async () => {
      const openid = someone()
      const visit = await opens(openid, 'survey/card/index')
      for (const letter of await newCard()) await visit.taps(letter)
      await starts(visit)
      await visit.taps('满意')
      await asked(visit, 2)
      await visit.page.close()
      const again = await opens(openid, 'survey/card/index')
      await again.sees('上一张还没有答完')
      await looks(again, 'card-0-begun')
    })
  })

  describe('opened without a code', () => {
    test('a stranger types the village’s code, as a browser cannot scan', async () => {
      const visit = await opens(someone())
      await visit.sees('扫村里的二维码')
      await looks(visit, 'home-stranger')
      await visit.taps('扫村里的二维码')
      await visit.types('村码', 'V03')
      await looks(visit, 'home-typed')
      await visit.taps('打开这个村')
      await visit.sees('金沙村')
    })

    test.each(['I07', 'M01', 'M03', 'M05'])('%s is at home', async (memberId) => {
      const visit = await opens(openidOf(memberId))
      await visit.page.getByRole('button', { name: '扫村里的二维码' }).waitFor()
      await looks(visit, `home-${memberId}`)
    })
  })
})

/** What an account keeps in the browser. */
const stored = (visit: Visit, openid: string) =>
  visit.page.evaluate(
    (drawer) => Object.keys(localStorage).filter((key) => key.startsWith(drawer)),
    `lalian/${openid}/survey/`,
  )

/** A recording of nothing: so many seconds of it, as a WAV file. */
function silence(seconds: number): Buffer {
  const rate = 8_000
  const samples = Buffer.alloc(rate * seconds, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}
