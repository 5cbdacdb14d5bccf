import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import type { SecretDoc } from '../../cloudfunctions/common/documents'
import { shanghaiTime } from '../../src/domain/shanghai-clock'
import { villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { linesOf, roundOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'
import { weChatFor } from '../vocabulary/we-chat'

let today: Day
const weChat = weChatFor('wxacode.getUnlimited')

beforeAll(async () => {
  today = await day({ state: 'running', empty: true, openApi: weChat.openApi })
})
afterAll(() => today.stop())

const mine = () => villagesOf(today.file, 'I01').mine[0]!
const ask = (villageId = mine()) => ({ roundId: today.roundId, villageId })
const codeFor = (id: string, villageId = mine()) => today.inspector(id).does('round', 'onsiteCode', ask(villageId))
const codeOrRefusal = (villageId: string) => today.inspector('I01').asks('round', 'onsiteCode', ask(villageId))
const gate = () => today.dump('secrets')[0] as unknown as SecretDoc

describe('round.onsiteCode: where', () => {
  test('not where one is recused, nor a village that is not on the route', async () => {
    expect(await codeOrRefusal(villagesOf(today.file, 'I01').recused[0]!)).toMatchObject({ error: { code: 'recused' } })
    expect(await codeOrRefusal('V99')).toMatchObject({ error: { code: 'outOfScope' } })
    expect(weChat.asked).toEqual([])
  })
  test('a skipped stop has none: nobody shows a code there', async () => {
    const stops = today.file.stops.map((stop) =>
      stop.villageId === mine() ? { ...stop, state: 'skipped' as const } : stop,
    )
    await change(today.cloud, 'rounds', today.roundId, { stops })
    expect(await codeOrRefusal(mine())).toMatchObject({ error: { code: 'wrongState', details: { stop: 'skipped' } } })
    await change(today.cloud, 'rounds', today.roundId, { stops: today.file.stops })
  })
})

describe('round.onsiteCode: a picture of the code that today names, for the planned stop and an hour around', () => {
  test('scene, window and the picture that says the scene', async () => {
    const answer = await codeFor('I01')
    const stop = today.file.stops.find(({ villageId }) => villageId === mine())!
    const { day: on } = roundOf(today)
    const scene = `v=${mine()}&t=`
    expect(answer).toEqual({
      scene: expect.stringMatching(new RegExp(`^${scene}[A-Za-z0-9_-]{10}$`)),
      from: shanghaiTime(on, stop.arrive) - 3_600_000,
      until: shanghaiTime(on, stop.depart) + 3_600_000,
      contentType: 'image/png',
      base64: expect.any(String),
    })
    expect(textOf(Buffer.from(answer.base64, 'base64'))).toBe(answer.scene)

    const { stops } = await today.inspector('I01').does('round', 'today', { roundId: today.roundId })
    const { contentType, base64, ...code } = answer
    expect(stops.find(({ village }) => village.id === mine())!.onsite).toEqual(code)
  })

  test('WeChat is asked for the entry page, unpublished or not, and for the released version', async () => {
    const { scene } = await codeFor('I01')
    expect(weChat.asked).toEqual([
      [
        'wxacode.getUnlimited',
        { scene, page: 'pages/entry/index', check_path: false, width: 430, env_version: 'release' },
      ],
    ])
  })

  test('every inspector gets the same, each village another', async () => {
    const { scene } = await codeFor('I06')
    expect((await codeFor('I07')).scene).toBe(scene)
    expect((await codeFor('I06', 'V08')).scene.split('&t=')[1]).not.toBe(scene.split('&t=')[1])
  })

  test('three database requests, nothing written, no line: it is a read', async () => {
    const before = stored(today.cloud)
    expect(await today.cloud.requests.during(() => codeFor('I01'))).toBe(3)
    expect(stored(today.cloud)).toEqual(before)
    expect(linesOf(today, 'onsiteCode')).toEqual([])
  })

  test('the secret does not leave', async () => {
    expect(JSON.stringify(await codeFor('I01'))).not.toContain(gate().secret)
  })
})

describe('round.onsiteCode: whatever goes wrong at WeChat may be tried again', () => {
  test.each([
    ['refused: too often', () => ({ json: { errcode: 45009, errmsg: 'reach max api daily quota limit' } })],
    ['no picture', () => ({ json: { errcode: 0, errmsg: 'ok' } })],
    ['a page instead of a picture', () => ({ contentType: 'text/html', bytes: Buffer.from('<html>') })],
    ['more than an answer can carry', () => ({ contentType: 'image/jpeg', bytes: Buffer.alloc(800_000) })],
  ])('%s', async (_why, answers) => {
    weChat.answers = answers
    expect(await codeOrRefusal(mine())).toMatchObject({ error: { code: 'tryAgain' } })
    weChat.answers = weChat.standIn
    expect(await codeOrRefusal(mine())).toMatchObject({ ok: true })
  })

  test('as large as pictures get, it stays under the platform’s megabyte', async () => {
    weChat.answers = () => ({ contentType: 'image/jpeg', bytes: Buffer.alloc(700_000) })
    expect(Buffer.byteLength(JSON.stringify(await codeFor('I01')))).toBeLessThan(1_000_000)
  })
})

describe('round.onsiteCode: where there is nothing to answer there is no code', () => {
  const noCode = async () => {
    expect(await codeOrRefusal(mine())).toMatchObject({ error: { code: 'notFound' } })
    const { stops } = await today.inspector('I01').does('round', 'today', { roundId: today.roundId })
    expect(stops.find(({ village }) => village.id === mine())!.onsite).toBeNull()
  }
  test('a rehearsal’s gate', async () => {
    await change(today.cloud, 'secrets', today.roundId, { rehearsal: true })
    await noCode()
    await change(today.cloud, 'secrets', today.roundId, { rehearsal: false })
  })
  test('a closed gate', async () => {
    await change(today.cloud, 'secrets', today.roundId, { closedAt: Date.now() })
    await noCode()
    await change(today.cloud, 'secrets', today.roundId, { closedAt: null })
  })
  test('a gate from before windows were kept', async () => {
    const { villages } = gate()
    await change(today.cloud, 'secrets', today.roundId, {
      villages: villages.map(({ id, name }) => ({ id, name, onsite: null })),
    })
    await noCode()
    await change(today.cloud, 'secrets', today.roundId, { villages })
  })
  test('no gate', async () => {
    await today.cloud.sdk().database().collection('secrets').doc(today.roundId).remove()
    await noCode()
  })
})

/** What a camera reads in a picture of the stand-in's. */
function textOf(png: Buffer): string | undefined {
  const size = png.readUInt32BE(16)
  const data = png.indexOf('IDAT')
  const raw = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))
  const rows = Array.from({ length: size }, (_, y) => [...raw.subarray(y * (size + 1) + 1, (y + 1) * (size + 1))])
  const rgba = Uint8ClampedArray.from(rows.flat().flatMap((grey) => [grey, grey, grey, 255]))
  return jsQR(rgba, size, size)?.data
}
