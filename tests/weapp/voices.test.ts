import { sampleVoices } from '../../tools/seed/voices'
import { villagesOf } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { type Phone, phoneOn, putAway } from '../vocabulary/phone'
import { announced } from '../vocabulary/rounds'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed', settings: { announceTo: ['inspector', 'officer'] } })
  await today.cloud.seed('voices', sampleVoices(today.roundId))
  await announced(today)
})
afterAll(() => today.stop())
afterEach(putAway)

const phoneOf = (person: Person) => phoneOn(today, person, { time: itsTime() })
const textsOf = (villageId: string) =>
  sampleVoices('any')
    .filter((voice) => voice.villageId === villageId)
    .map(({ text }) => text)
const opensVillage = async (phone: Phone, village: string) => {
  await phone.opens('manage/village/index', { round: today.roundId, village })
  await phone.sees('共性目标')
}
const opensVoices = (phone: Phone, village: string) =>
  phone.opens('manage/voices/index', { round: today.roundId, village })
/** In the order they stand in. */
const orderOf = (phone: Phone, villageId: string) =>
  textsOf(villageId).sort((a, b) => phone.shows().indexOf(a) - phone.shows().indexOf(b))

test('from the village’s page: all of them, and whose they are', async () => {
  const phone = phoneOf(today.administrator)
  await opensVillage(phone, 'V01')
  await phone.taps('村民的话')
  await phone.sees('9 条')
  expect(phone.app.route).toBe('manage/voices/index')
  for (const words of ['云溪村', '不记名', '顺序是打乱的', ...textsOf('V01')]) expect(phone.shows()).toContain(words)
})

test('coming back to the page keeps the order one was reading in; opening it anew does not', async () => {
  const phone = phoneOf(today.administrator)
  await opensVoices(phone, 'V05')
  await phone.sees('7 条')
  const order = orderOf(phone, 'V05')
  await phone.background()
  await phone.foreground()
  expect(orderOf(phone, 'V05')).toEqual(order)
  const others = new Set<string>()
  for (let time = 0; time < 4; time++) {
    await opensVoices(phone, 'V05')
    await phone.sees('7 条')
    others.add(orderOf(phone, 'V05').join())
  }
  // Four times the same by chance: once in 5040³.
  expect(others.size).toBeGreaterThan(1)
})

test.each([
  ['V08', '红林村', 3],
  ['V03', '金沙村', 0],
])('%s: fewer than five, or none, are said alike', async (villageId, name, count) => {
  expect(textsOf(villageId)).toHaveLength(count)
  const phone = phoneOf(today.administrator)
  await opensVoices(phone, villageId)
  await phone.sees('少于 5 条不显示，有没有都一样')
  expect(phone.shows().replace(name, '')).not.toMatch(/[0-46-9] 条/)
  for (const text of textsOf(villageId)) expect(phone.shows()).not.toContain(text)
})

describe('who finds the way', () => {
  test('an inspector: where nothing ties them to the village, and not where they are recused', async () => {
    const { mine, recused } = villagesOf(today.file, 'I01')
    const phone = phoneOf(today.inspector('I01'))
    await opensVillage(phone, mine[0]!)
    expect(phone.shows()).toContain('村民的话')
    await opensVillage(phone, recused[0]!)
    expect(phone.shows()).not.toContain('村民的话')
    await opensVoices(phone, recused[0]!)
    await phone.sees('这个村您要回避')
    for (const text of textsOf(recused[0]!)) expect(phone.shows()).not.toContain(text)
  })

  test('neither a leader nor an officer', async () => {
    for (const person of [today.leader, today.officer]) {
      const phone = phoneOf(person)
      await opensVillage(phone, 'V01')
      expect(phone.shows()).not.toContain('村民的话')
      await opensVoices(phone, 'V01')
      await phone.sees('您的身份不能做这件事')
      phone.dies()
    }
  })
})

test('without a signal: what happened, then what was written', async () => {
  const phone = phoneOf(today.administrator)
  await opensVillage(phone, 'V02')
  await phone.losesSignal()
  await phone.taps('村民的话')
  await phone.sees('没有读到')
  await phone.hasSignal()
  await phone.taps('再读一次')
  await phone.sees('希望快递能送到村里。')
})
