/** An old phone must carry the largest card: elements, depth and what a touch sends to the screen, in the production build. */
import { type Day, day } from '../vocabulary/day'
import { phoneOn, putAway } from '../vocabulary/phone'
import { keepTouch } from '../vocabulary/touches'
import { itsTime } from './engine/its-time'
import type { Control } from './engine/rendered'

/** docs/screens.md's patience and WeChat's own advice (1 000 nodes, depth 30), halved. */
const MOST_ELEMENTS = 500
const MOST_DEPTH = 20
const MOST_BYTES = 8 * 1024
const FIRST = '党支部战斗堡垒作用'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(putAway)

function phoneOf(inspectorId: string) {
  return phoneOn(today, today.inspector(inspectorId), {
    time: itsTime(),
    takesPhoto: () => new Uint8Array(60_000).map((_, n) => n % 251),
  })
}

const elements = () => [...document.body.querySelectorAll('*')].filter(({ tagName }) => tagName.startsWith('WX-'))

function depthOf(element: Element): number {
  let depth = 0
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) depth++
  return depth
}

function expectLight() {
  const all = elements()
  expect(all.length).toBeLessThanOrEqual(MOST_ELEMENTS)
  expect(Math.max(...all.map(depthOf))).toBeLessThan(MOST_DEPTH)
}

const isPlus = ({ name, disabled }: Control) => !disabled && name.includes('，加 ')

test('25 indicators, all marked, noted, and with photos: at most 500 elements, less than 20 deep; a tap is one setData', async () => {
  const phone = phoneOf('I07')
  await phone.opens('inspect/scorecard/index', { round: today.roundId, village: 'V01' })
  await phone.sees('0/15')
  expectLight()
  const bytes: number[] = []
  const measured = async (name: string) => {
    phone.app.resetCost()
    await phone.taps(name)
    expect(phone.app.cost().count).toBe(1)
    bytes.push(phone.app.cost().bytes)
  }
  const items = phone.app.controls().filter(isPlus)
  for (const { name } of items) {
    const title = name.split('，加')[0]!
    await measured(name)
    await measured(name)
    await measured(`${title}，减 0.5`)
    await measured(`${title}，撤销`)
    await phone.types(`${title}，理由`, '看了台账，也问了三户，说的和写的一致')
  }
  for (const { name } of items.slice(0, 6)) {
    const title = name.split('，加')[0]!
    await phone.taps(`${title}，拍照`)
    await phone.taps(`${title}，拍照`)
  }
  await phone.sees('照片 2 张')
  expectLight()
  for (const { name } of items) await measured(name)
  bytes.sort((a, b) => a - b)
  const p95 = bytes[Math.ceil(bytes.length * 0.95) - 1]!
  keepTouch('a mark on the largest card, 95 of 100 taps', { count: 1, bytes: p95 })
  expect(p95).toBeLessThanOrEqual(MOST_BYTES)
  expect(Math.max(...bytes)).toBeLessThanOrEqual(MOST_BYTES)

  for (const segment of ['示范', '扣分', '亮点问题']) {
    await phone.taps(segment)
    expectLight()
  }
  expect(phone.app.control('记一条').disabled).toBe(false)
  await phone.taps('共性')
  expect(phone.shows()).toContain(FIRST)
})
