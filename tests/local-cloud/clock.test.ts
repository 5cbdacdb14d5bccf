/** The clock sets functions going when the platform's would. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startClock, type Trigger, triggersIn } from '../../tools/local-cloud/clock'
import { schedule } from '../../tools/local-cloud/schedule'
import { withLocalCloud } from '../vocabulary/local-cloud'

const at = (shanghai: string) => Date.parse(`${shanghai}+08:00`)

describe('a trigger goes off in the seconds its seven fields name, in Asia/Shanghai', () => {
  test.each([
    { config: '0 */10 * * * * *', on: '2026-11-29T12:10:00', off: '2026-11-29T12:10:01' },
    { config: '0 */10 * * * * *', on: '2026-11-29T00:00:00', off: '2026-11-29T12:15:00' },
    { config: '0 5/20 * * * * *', on: '2026-11-29T12:45:00', off: '2026-11-29T12:00:00' },
    { config: '0 0 3 * * * *', on: '2026-11-29T03:00:00', off: '2026-11-29T11:00:00' },
    { config: '0 0 10,14-16 * * * *', on: '2026-11-29T15:00:00', off: '2026-11-29T11:00:00' },
    { config: '0 0 2 1 * * *', on: '2026-12-01T02:00:00', off: '2026-12-02T02:00:00' },
    { config: '0 0 2 * 6-12/6 * *', on: '2026-12-31T02:00:00', off: '2026-11-30T02:00:00' },
    { config: '0 0 2 * * 0 2026', on: '2026-11-29T02:00:00', off: '2026-11-30T02:00:00' },
  ])('$config: at $on, not at $off', ({ config, on, off }) => {
    expect([schedule(config)(at(on)), schedule(config)(at(off))]).toEqual([true, false])
  })

  test('the timer’s own: 144 times a day', () => {
    const [timer] = triggersIn('cloudfunctions')
    const seconds = Array.from({ length: 86_400 }, (_, n) => at('2026-11-29T00:00:00') + n * 1000)
    expect({ fn: timer!.fn, times: seconds.filter(timer!.goesOff).length }).toEqual({ fn: 'timer', times: 144 })
  })

  test.each([
    '0 0 3 * * *',
    '60 * * * * * *',
    '0 0 0 0 * * *',
    '0 5-1 * * * * *',
    '0 */0 * * * * *',
    '0 0 2 * * MON *',
    '0 0 2 1 * 0 *',
    '',
  ])('refused: %s', (config) => expect(() => schedule(config)).toThrow(/trigger/))
})

describe('the clock', () => {
  test('looks late and leaves no second out, none comes twice', async () => {
    let now = at('2026-11-29T12:00:00')
    const went: string[] = []
    const every: Trigger = { fn: 'f', name: 'every', goesOff: () => true }
    const clock = startClock({
      triggers: [every],
      goOff: (_, time) => went.push(time.toISOString().slice(17, 19)),
      now: () => now,
    })
    try {
      now += 3_400
      while (went.length < 3) await new Promise((resolve) => setTimeout(resolve, 50))
      await new Promise((resolve) => setTimeout(resolve, 600))
      expect(went).toEqual(['01', '02', '03'])
    } finally {
      clock.stop()
    }
  })

  const withFunction = async (config: object, work: (functionsDir: string) => Promise<unknown>) => {
    const functionsDir = mkdtempSync(join(tmpdir(), 'clock-'))
    mkdirSync(join(functionsDir, 'told'))
    writeFileSync(join(functionsDir, 'told/config.json'), JSON.stringify(config))
    const main =
      'exports.main = async (event) => console.log(JSON.stringify({ ...event, source: process.env.TCB_SOURCE, openid: process.env.WX_OPENID }))'
    writeFileSync(join(functionsDir, 'told/index.js'), main)
    try {
      await work(functionsDir)
    } finally {
      rmSync(functionsDir, { recursive: true, force: true })
    }
  }
  const everySecond = { name: 'everySecond', type: 'timer', config: '* * * * * * *' }

  test('sets a function going as the platform does, without an account', () =>
    withFunction({ timeout: 20, triggers: [everySecond] }, async (functionsDir) => {
      const printed: string[] = []
      const untilPrinted = async () => {
        while (printed.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
      }
      await withLocalCloud(untilPrinted, { functionsDir, hasClock: true, print: (line) => printed.push(line) })
      const event = JSON.parse(printed[0]!.slice('[told] '.length)) as object
      expect(event).toEqual({
        Message: '',
        Type: 'Timer',
        TriggerName: 'everySecond',
        Time: expect.stringMatching(/T.*:\d\d\.000Z$/),
        source: 'wx_trigger',
      })
    }))

  test.each([
    ['two triggers', [everySecond, { ...everySecond, name: 'too' }], /platform takes one/],
    ['another kind', [{ ...everySecond, type: 'cos' }], /does not know/],
  ])('a function with %s is refused', (_what, triggers, why) =>
    withFunction({ triggers }, async (functionsDir) => expect(() => triggersIn(functionsDir)).toThrow(why)),
  )
})
