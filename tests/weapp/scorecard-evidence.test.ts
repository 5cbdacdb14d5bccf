/** What a mark is given against: a goal’s promise and what a measured fact rests on, in the production build. */
import type { Today } from '../../src/contract/round'
import { type Day, day } from '../vocabulary/day'
import { type Phone, phoneOn, phoneWith, putAway, through } from '../vocabulary/phone'
import { restsOnPhotos } from '../vocabulary/stored'
import { keepTouch } from '../vocabulary/touches'
import { itsTime } from './engine/its-time'

const WORDS = '云溪村党支部联户台账，云溪镇党建办抽查 20 户，都对得上。'
const LOOK = '党员联户与先锋模范，联户覆盖率 87%，看依据'
const PUT_AWAY = '党员联户与先锋模范，联户覆盖率 87%，收起依据'
const PHOTO = '党员联户与先锋模范的照片，第 1 张，看大图'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
  const fact = { roundId: today.roundId, villageId: 'V01', indicatorId: 'C03' }
  await restsOnPhotos(today.cloud, fact, ['photo-of-a-ledger-0001', 'photo-of-a-ledger-0002'])
})
afterAll(() => today.stop())
afterEach(putAway)

async function opensCard(phone: Phone, village = 'V01'): Promise<void> {
  await phone.opens('inspect/scorecard/index', { round: today.roundId, village })
  await phone.sees('0/15')
}

/** A phone that also tells what it asked. */
function askingPhone(inspectorId: string) {
  const send = through(today.cloud.url, today.inspector(inspectorId).openid)
  const asked: string[] = []
  const phone = phoneWith({
    time: itsTime(),
    callFunction: (call: { name: string; data: { action: string; payload: unknown } }) => {
      asked.push(`${call.name}.${call.data.action}`)
      return send(call)
    },
  })
  return Object.assign(phone, { asked })
}

describe('a goal says from where to where', () => {
  test('figures with their unit, words as they were written; nothing below a title that says it all', async () => {
    const phone = phoneOn(today, today.inspector('I07'), { time: itsTime() })
    await opensCard(phone)
    await phone.taps('示范')
    const promises = () => [...document.querySelectorAll('.promise-line')].map((line) => line.textContent!.trim())
    expect(promises()).toEqual([
      '原来 800 人次→ 承诺 3000 人次',
      '原来屋面漏雨，常年关门→ 承诺修好，每周开放 6 天',
      '原来 0.4 公里→ 承诺 1.5 公里',
    ])
    await opensCard(phone, 'V04')
    await phone.taps('示范')
    expect(phone.shows()).toContain('党员积分与村民积分互通')
    expect(promises()).toHaveLength(2)
  })
})

describe('a measured fact opens what it rests on', () => {
  test('words at once, in one small setData, and nothing is asked where there are no photos', async () => {
    const phone = askingPhone('I07')
    await opensCard(phone)
    const before = phone.asked.length
    phone.app.resetCost()
    await phone.taps('村民就近就业，就近就业劳力占比 40.7%，看依据')
    await phone.sees('劳动力台账和用工企业名册，云溪镇人社所核过。')
    expect(phone.app.cost().count).toBe(1)
    expect(phone.app.cost().bytes).toBeLessThan(2000)
    keepTouch('看依据, its words', phone.app.cost())
    await phone.taps('村民就近就业，就近就业劳力占比 40.7%，收起依据')
    expect(phone.shows()).not.toContain('劳动力台账')
    expect(phone.asked.slice(before)).not.toContain('round.evidencePhotos')
  })

  test('photos are asked for when it is opened, and not before', async () => {
    const phone = askingPhone('I07')
    await opensCard(phone)
    expect(phone.asked).not.toContain('round.evidencePhotos')
    await phone.taps(LOOK)
    await phone.app.until(() => phone.app.controls().some(({ name }) => name === PHOTO))
    expect(phone.shows()).toContain(WORDS)
    expect(phone.asked.filter((call) => call === 'round.evidencePhotos')).toHaveLength(1)
    await phone.taps(PUT_AWAY)
    expect(phone.app.controls().map(({ name }) => name)).not.toContain(PHOTO)
  })

  test('an answer that is lost is said, and read again by a press', async () => {
    const phone = phoneOn(today, today.inspector('I07'), { time: itsTime(), lost: ['evidencePhotos'] })
    await opensCard(phone)
    await phone.taps(LOOK)
    await phone.sees('2 张照片没有读到')
    expect(phone.shows()).toContain(WORDS)
    await phone.taps('党员联户与先锋模范，再读照片')
    await phone.app.until(() => phone.app.controls().some(({ name }) => name === PHOTO))
    expect(phone.shows()).not.toContain('没有读到')
  })

  test('nothing written: it says so, and there is nothing to open', async () => {
    await restsOnPhotos(today.cloud, { roundId: today.roundId, villageId: 'V03', indicatorId: 'C09' }, [])
    const { command } = today.cloud.sdk().database()
    const measurements = today.cloud.sdk().database().collection('measurements')
    await measurements.doc(`${today.roundId}:V03:C09`).update({ data: { evidence: command.remove() } })
    const phone = phoneOn(today, today.inspector('I07'), { time: itsTime() })
    await opensCard(phone, 'V03')
    expect(phone.shows()).toContain('近六个月账目公开次数 5，没有写依据')
    expect(phone.app.controls().filter(({ name }) => name.startsWith('集体资产公开与监督'))).toEqual([])
  })
})

describe('without a signal, on a day that was taken along', () => {
  test('the promise and the words are there after the app was killed; photos say that they need a signal, and come with it', async () => {
    const phone = phoneOn(today, today.inspector('I07'), { time: itsTime() })
    await phone.opens('inspect/route/index', { round: today.roundId })
    await phone.taps('下载今日资料')
    await phone.sees('到云溪村打卡')
    await phone.losesSignal()
    phone.dies()
    await opensCard(phone)
    await phone.taps(LOOK)
    await phone.sees(WORDS)
    await phone.sees('有 2 张照片，有信号时在这里看。')
    await phone.taps('示范')
    expect(phone.shows()).toContain('承诺 3000 人次')
    await phone.taps('共性')
    await phone.taps(LOOK)
    await phone.hasSignal()
    await phone.app.until(() => phone.app.controls().some(({ name }) => name === PHOTO))
    expect(phone.shows()).not.toContain('有信号时在这里看')
  })

  test('a day that a former build kept knows no evidence: it is read anew', async () => {
    const phone = phoneOn(today, today.inspector('I07'), { time: itsTime() })
    await opensCard(phone)
    const key = `day/${today.roundId}`
    const kept = JSON.parse(phone.storage.get(key)!) as Today
    const former = kept.stops.map((stop) => ({
      ...stop,
      facts: stop.facts.map(({ evidence: _e, photos: _p, ...fact }) => fact),
    }))
    phone.dies()
    phone.storage.set(key, JSON.stringify({ ...kept, stops: former }))
    await opensCard(phone)
    await phone.taps(LOOK)
    await phone.sees(WORDS)
  })
})
