import { createHash } from 'node:crypto'
import type { SecretDoc } from '../../cloudfunctions/common/documents'
import { hasOnsiteToken, onsiteCodeOf, onsiteToken } from '../../cloudfunctions/common/onsite-token'
import { dayNumber } from '../../src/domain/day-number'
import { isWithin, onsiteScene, onsiteTokenOf, onsiteWindow } from '../../src/domain/onsite-code'
import { overdueDays } from '../../src/domain/overdue-days'
import { shanghaiTime } from '../../src/domain/shanghai-clock'
import { surveyChannel } from '../../src/domain/survey-channel'
import { villageOfCode } from '../../src/domain/village-code'

const TOKEN = 'aZ09-_bY18'

describe('an on-site code: the village and a token, within what getUnlimited takes as scene', () => {
  test.each(['V01', 'village-16-chars', 'a.b_c-d'])('%s and its token come back', (id) => {
    const scene = onsiteScene(id, TOKEN)
    expect(scene).toMatch(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/)
    for (const code of [scene, encodeURIComponent(scene), encodeURIComponent(encodeURIComponent(scene))]) {
      expect(villageOfCode(code)).toBe(id)
      expect(onsiteTokenOf(code)).toBe(TOKEN)
    }
  })

  test.each([
    ['v=V01', 'the notice board’s'],
    ['v=V01&t=', 'no token'],
    ['v=V01&t=short', 'too short'],
    [`v=V01&t=${TOKEN}x`, 'too long'],
    ['v=V01&t=aZ09-_bY1=', 'not base64url'],
    [`v=V01&s=${TOKEN}`, 'under another name'],
  ])('%s: no token (%s)', (code) => expect(onsiteTokenOf(code)).toBeNull())
})

describe('its window: an hour before the planned arrival to an hour after the planned departure, in Shanghai', () => {
  test('08:00–08:45', () => {
    expect(onsiteWindow('2026-11-24', { arrive: '08:00', depart: '08:45', state: 'visited' })).toEqual({
      from: Date.parse('2026-11-24T07:00:00+08:00'),
      until: Date.parse('2026-11-24T09:45:00+08:00'),
    })
  })
  test('past midnight', () => {
    expect(onsiteWindow('2026-12-31', { arrive: '22:30', depart: '23:30', state: 'visited' })?.until).toBe(
      Date.parse('2027-01-01T00:30:00+08:00'),
    )
  })
  test('a skipped stop has none', () => {
    expect(onsiteWindow('2026-11-24', { arrive: '08:00', depart: '08:45', state: 'skipped' })).toBeNull()
  })
  test('both ends are in it', () => {
    expect([9, 10, 20, 21].map((now) => isWithin({ from: 10, until: 20 }, now))).toEqual([false, true, true, false])
  })
})

describe('days are told apart without a clock', () => {
  test('every day from 1999 to 2101, against JavaScript’s own calendar', () => {
    for (let at = Date.UTC(1999, 0, 1); at < Date.UTC(2101, 0, 1); at += 86_400_000)
      expect(dayNumber(new Date(at).toISOString().slice(0, 10))).toBe(at / 86_400_000)
  })
  test('a time of day is Shanghai’s', () => {
    expect(shanghaiTime('2025-03-28', '06:30')).toBe(Date.parse('2025-03-28T06:30:00+08:00'))
  })
  test.each([
    { dueOn: '2025-03-27', days: 1, why: 'yesterday' },
    { dueOn: '2025-03-28', days: 0, why: 'its own day is still in time' },
    { dueOn: '2025-04-30', days: 0, why: 'not due yet' },
    { dueOn: '2024-03-28', days: 365, why: 'a year without a leap day in it' },
    { dueOn: null, days: 0, why: 'no deadline' },
  ])('due on $dueOn: $days ($why)', ({ dueOn, days }) => expect(overdueDays(dueOn, '2025-03-28')).toBe(days))
})

describe('the channel: an on-site code scanned by camera, the board’s, anything else', () => {
  test.each([
    [1047, true, 'onsite'],
    [1047, false, 'poster'],
    [1049, true, 'picture'],
    [1007, true, 'picture'],
    [1001, false, 'picture'],
  ])('scene %i, token %s → %s', (scene, token, channel) => expect(surveyChannel(scene, token)).toBe(channel))
})

/** A gate whose facts are all drawn from one number, with one village. */
function drawn(n: number) {
  const from = 1_700_000_000_000 + (hash(`from ${n}`) % 1_000) * 60_000
  const onsite = { from, until: from + 9_900_000 }
  const village = { id: `V${hash(`village ${n}`) % 60}`, name: '村', onsite }
  const secret = createHash('sha256').update(`secret ${n}`).digest('hex')
  const asked = {
    _id: `round-${hash(`round ${n}`) % 50}`,
    secret,
    rehearsal: false,
    closedAt: null,
    villages: [village],
  }
  // Only what a token asks is needed of the gate.
  return { gate: asked as unknown as SecretDoc, village, onsite }
}

function hash(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}

describe('a token is one round’s, one village’s, one window’s', () => {
  const numbers = Array.from({ length: 1_000 }, (_, n) => n)

  test('1 000 drawn ones pass where they were made, in their window', () => {
    for (const n of numbers) {
      const { gate, village, onsite } = drawn(n)
      const { scene } = onsiteCodeOf(gate, village.id)!
      expect(hasOnsiteToken(gate, village.id, scene, onsite.from)).toBe(true)
      expect(hasOnsiteToken(gate, village.id, scene, onsite.until)).toBe(true)
      expect(hasOnsiteToken(gate, village.id, scene, onsite.from - 1)).toBe(false)
      expect(hasOnsiteToken(gate, village.id, scene, onsite.until + 1)).toBe(false)
    }
  })

  test('and never with another secret, round, village or window, one thing changed at a time', () => {
    for (const n of numbers) {
      const { gate, village, onsite } = drawn(n)
      const { scene } = onsiteCodeOf(gate, village.id)!
      const now = onsite.from + 60_000
      const earlier = { ...onsite, from: onsite.from - 60_000 }
      const longer = { ...onsite, until: onsite.until + 60_000 }
      const others: SecretDoc[] = [
        { ...gate, secret: drawn(n + 1).gate.secret },
        { ...gate, _id: `${gate._id}x` },
        { ...gate, villages: [{ ...village, onsite: earlier }] },
        { ...gate, villages: [{ ...village, onsite: longer }] },
      ]
      for (const other of others) expect(hasOnsiteToken(other, village.id, scene, now)).toBe(false)
      const elsewhere = { ...gate, villages: [{ ...village, id: `${village.id}x` }] }
      expect(hasOnsiteToken(elsewhere, `${village.id}x`, scene, now)).toBe(false)
    }
  })

  test('1 000 drawn ones are 1 000 different ones', () => {
    const tokens = numbers.map(drawn).map(({ gate, village, onsite }) => onsiteToken(gate, village.id, onsite))
    expect(new Set(tokens).size).toBe(1_000)
  })

  test('no code for a rehearsal, a closed gate, none, an unknown village or one without a window', () => {
    const { gate, village } = drawn(1)
    const { id } = village
    expect(onsiteCodeOf(gate, id)).not.toBeNull()
    expect(onsiteCodeOf(null, id)).toBeNull()
    expect(onsiteCodeOf({ ...gate, rehearsal: true }, id)).toBeNull()
    expect(onsiteCodeOf({ ...gate, closedAt: 1 }, id)).toBeNull()
    expect(onsiteCodeOf(gate, 'V999')).toBeNull()
    expect(onsiteCodeOf({ ...gate, villages: [{ id, name: '村' }] }, id)).toBeNull()
  })
})
