import { resolve } from 'node:path'
import { villagersDownload } from '../../tools/bench/bytes'
import { type Day, day } from '../vocabulary/day'
import { through } from '../vocabulary/phone'
import { answers, phoneOf, scans, someone, starts, submits } from '../vocabulary/villager'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

describe('a villager’s minute on a cheap phone and a weak network', () => {
  test('ten questions: two calls, twelve taps, 2 KB sent', async () => {
    const call = through(today.cloud.url, someone())
    const sent: { call: string; bytes: number }[] = []
    const phone = phoneOf(today, someone(), {
      time: itsTime(),
      callFunction: async (asked) => {
        sent.push({ call: `${asked.name}.${asked.data.action}`, bytes: Buffer.byteLength(JSON.stringify(asked)) })
        return call(asked)
      },
    })
    let taps = 0
    const taken = phone.taps
    phone.taps = (name: string) => {
      taps++
      return taken(name)
    }
    await scans(phone)
    await starts(phone)
    await answers(phone, '基本满意')
    await submits(phone)
    expect(sent.map(({ call }) => call)).toEqual(['member.enter', 'survey.answer'])
    expect(taps).toBeLessThanOrEqual(12)
    expect(sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(2048)
  })

  test('what is downloaded: 200 KB packed, 700 KB raw at most', () => {
    const { gzip, raw } = villagersDownload(resolve('dist/weapp'))
    expect(gzip).toBeLessThanOrEqual(200_000)
    expect(raw).toBeLessThanOrEqual(700_000)
  })
})
