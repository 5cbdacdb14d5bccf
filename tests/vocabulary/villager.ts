/**
 * A villager's minute in the production build: `const { phoneOf, someone } = villagersOf(today)`, then
 * `await scans(phone); await starts(phone); await answers(phone, '满意'); await submits(phone)`.
 */
import type { Day } from './day'
import { phoneWith, through } from './phone'
import { change } from './stored'

/** A mini-program code scanned by camera, or opened from a chat, or from the list of mini-programs used last. */
export const CAMERA = 1047
export const CHAT = 1007
export const RECENT = 1089

export type Phone = ReturnType<typeof phoneWith>
export type Habits = NonNullable<Parameters<typeof phoneWith>[0]>

let people = 100
/** Somebody nobody has met. */
export const someone = () => `villager ${++people}`

/** A phone of theirs. */
export function phoneOf(today: Day, openid = someone(), habits: Habits = {}): Phone {
  return phoneWith({ callFunction: through(today.cloud.url, openid), ...habits })
}

export const scans = (phone: Phone, village = 'V01', scene = CAMERA) =>
  phone.opens('pages/entry/index', { scene: encodeURIComponent(`v=${village}`) }, scene)

export async function starts(phone: Phone) {
  await phone.sees('开始答题')
  await phone.taps('我已满 18 周岁，开始答题')
  await phone.sees('第 1 题，共 10 题')
}

export async function answers(phone: Phone, level: string, from = 1, to = 10) {
  for (let question = from; question <= to; question++) {
    await phone.sees(`第 ${question} 题，共 10 题`)
    await phone.taps(level)
  }
  await phone.sees(to === 10 ? '请看一遍' : `第 ${to + 1} 题`)
}

export async function submits(phone: Phone) {
  await phone.taps('提交答卷')
  await phone.sees('已收到')
}

/** A test's ten answers take no time at all: the survey asks for none, unless the test is about that. */
export async function nobodyIsTooFast(today: Day, minSecondsPerItem = 0) {
  const gate = today.dump('secrets')[0] as { survey: object }
  await change(today.cloud, 'secrets', today.roundId, { survey: { ...gate.survey, minSecondsPerItem } })
}
