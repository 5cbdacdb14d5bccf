import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { phoneWith, through } from '../vocabulary/phone'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

const INSPECTOR = 'I10'
const FINDINGS = 40
/** An answer that takes a second leaves the phone a pause (src/client/spread.ts). */
const QUICK_MS = 900

test('a whole day without a signal, 8 cards and 40 findings: one request each in the evening, and no pause in between where answers are quick', async () => {
  const { openid } = today.inspector(INSPECTOR)
  const send = through(today.cloud.url, openid)
  const sent: { action: string; at: number }[] = []
  // By the phone's clock each answer takes as long, however long it takes; its time goes on only where a pause is planned.
  let answers = 0
  const time = itsTime()
  const phone = phoneWith({
    time,
    callFunction: async (call) => {
      sent.push({ action: call.data.action, at: time.now() })
      const answer = await send(call)
      time.isShownAheadBy(++answers * QUICK_MS)
      return answer
    },
  })
  const opens = () => phone.opens('inspect/scorecard/index', { round: today.roundId, village: 'V01' })
  await opens()
  await phone.sees('下一个未评')
  phone.dies()
  const stops = typedAllDay(phone.storage, time.now())
  sent.length = 0

  await opens()
  const findings = () => today.dump('findings').filter(({ by }) => by === INSPECTOR)
  const waits = () => [...phone.storage.keys()].some((key) => key.startsWith('out/'))
  await phone.app.until(() => findings().length === FINDINGS && !waits())

  const sends = sent.filter(({ action }) => action === 'saveMarks' || action === 'finding')
  expect(sends.length).toBeLessThanOrEqual(1.2 * (stops.length + FINDINGS))
  expect(new Set(sends.map(({ at }) => at)).size).toBe(1)
  const marks = today.dump('scorecards').map((card) => Object.values(card.marks as Record<string, { mark: number }>))
  expect(marks.map((card) => card.length).sort()).toEqual(stops.map(({ items }) => items.length).sort())
  expect(new Set(marks.flat().map(({ mark }) => mark))).toEqual(new Set([1]))
})

type Stop = { village: { id: string }; items: { id: string }[] }

/** As the phone keeps it: every item of every village marked, and findings everywhere. */
function typedAllDay(storage: Map<string, string>, now: number): Stop[] {
  const { roundId } = today
  const stops = JSON.parse(storage.get(`day/${roundId}`)!).stops as Stop[]
  for (const { village, items } of stops) {
    const marks = items.map(({ id }, n) => {
      return [id, { mark: 1, note: '看过', photos: [], base: 0, at: now + n, waits: true, other: null }]
    })
    const blank = { roundId, villageId: village.id, submitted: null, late: null, fromHere: null }
    storage.set(`card/${roundId}/${village.id}`, JSON.stringify({ ...blank, marks: Object.fromEntries(marks) }))
  }
  for (let n = 0; n < FINDINGS; n++) {
    const id = newId()
    const villageId = stops[n % stops.length]!.village.id
    const what = { kind: 'finding', id, roundId, villageId, category: 'environment', text: `问题 ${n}`, photos: [] }
    const unsent = { at: now + n, version: 1, phone: '', sentVersion: 0, late: false }
    storage.set(`rec/${roundId}/${id}`, JSON.stringify({ ...what, ...unsent }))
  }
  return stops
}
