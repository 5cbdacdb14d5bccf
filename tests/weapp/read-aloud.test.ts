import { type Day, day } from '../vocabulary/day'
import { change } from '../vocabulary/stored'
import { type Phone, phoneOf, scans, someone, starts } from '../vocabulary/villager'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
  const upload = (id: string) =>
    today.cloud.sdk().uploadFile({ cloudPath: `audio/${id}.mp3`, fileContent: Buffer.from(`aloud: ${id}`) })
  const [first, second] = await Promise.all([upload('Q01'), upload('Q02')])
  await change(today.cloud, 'secrets', today.roundId, { audio: { Q01: first!.fileID, Q02: second!.fileID } })
})
afterAll(() => today.stop())

let downloads: string[]
beforeEach(() => {
  downloads = []
})
const listener = () =>
  phoneOf(today, someone(), {
    time: itsTime(),
    downloadFile: async (url) => {
      downloads.push(url)
      return new Uint8Array(await (await fetch(url)).arrayBuffer())
    },
  })
const hears = (phone: Phone, words: string) => phone.app.until(() => phone.app.phone.playing?.text === words)
const isSilent = (phone: Phone) => phone.app.until(() => phone.app.phone.playing === undefined)

describe('读题, where the scheme names a recording', () => {
  test('a tap reads this question; a second one, its end, or the next question is silence', async () => {
    const phone = listener()
    await scans(phone)
    await starts(phone)
    expect(downloads).toEqual([])
    await phone.taps('读题，念给您听')
    await hears(phone, 'aloud: Q01')
    await phone.taps('不读了')
    await isSilent(phone)
    await phone.taps('读题，念给您听')
    await hears(phone, 'aloud: Q01')
    phone.app.phone.playing!.ends()
    await phone.sees('读题')
    await phone.taps('读题，念给您听')
    await hears(phone, 'aloud: Q01')
    await phone.taps('满意')
    await phone.sees('第 2 题')
    await isSilent(phone)
  })

  test('a question without one has no button', async () => {
    const phone = listener()
    await scans(phone)
    await starts(phone)
    await phone.taps('满意')
    await phone.sees('第 2 题')
    await phone.taps('满意')
    await phone.sees('第 3 题')
    expect(phone.app.controls().map(({ name }) => name)).not.toContain('读题，念给您听')
  })

  test('once the first was asked for, the others are on the phone too: read without a signal, downloaded once', async () => {
    const phone = listener()
    await scans(phone)
    await starts(phone)
    await phone.taps('读题，念给您听')
    await hears(phone, 'aloud: Q01')
    await phone.app.until(() => phone.files.size === 2)
    await phone.losesSignal()
    await phone.taps('不满意')
    await phone.sees('第 2 题')
    await phone.taps('读题，念给您听')
    await hears(phone, 'aloud: Q02')
    expect(downloads).toHaveLength(2)
    phone.dies()
    await phone.hasSignal()
    await scans(phone)
    await phone.sees('继续答题')
    await phone.taps('继续答题')
    await phone.sees('第 2 题')
    await phone.taps('读题，念给您听')
    await hears(phone, 'aloud: Q02')
    expect(downloads).toHaveLength(2)
  })

  test('no signal and not on the phone: said, and tried again by a tap', async () => {
    const phone = listener()
    await scans(phone)
    await starts(phone)
    await phone.losesSignal()
    await phone.taps('读题，念给您听')
    await phone.sees('没读成，再试')
    await phone.hasSignal()
    await phone.taps('没读成，再试')
    await hears(phone, 'aloud: Q01')
  })
})
