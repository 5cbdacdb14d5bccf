import { villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { change, restsOnPhotos, stored } from '../vocabulary/stored'

let today: Day
const HERE = 'photo-of-a-ledger-0001'
/** Still on the officer’s phone when the round was made ready. */
const ELSEWHERE = 'photo-of-a-ledger-0002'

beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
  await restsOnPhotos(today.cloud, { roundId: today.roundId, villageId: mine(), indicatorId: 'C03' }, [HERE])
})
afterAll(() => today.stop())

const mine = () => villagesOf(today.file, 'I01').mine[0]!
const ask = (villageId = mine(), photos = [HERE, ELSEWHERE]) => ({ roundId: today.roundId, villageId, photos })
const codeFor = async (id: string, send = ask()) => {
  const answer = await today.inspector(id).asks('round', 'evidencePhotos', send)
  return answer.ok ? 'ok' : answer.error.code
}

describe('round.evidencePhotos: who may not', () => {
  test.each(['administrator', 'leader', 'districtLeader', 'officer', 'reader'] as const)('%s', async (who) => {
    expect(await today[who].asks('round', 'evidencePhotos', ask())).toMatchObject({ error: { code: 'notAllowed' } })
  })
  test('a villager; an inspector where they are recused, or off the route', async () => {
    expect(await today.villager(1).asks('round', 'evidencePhotos', ask())).toMatchObject({
      error: { code: 'notAllowed' },
    })
    const [recused] = villagesOf(today.file, 'I01').recused
    expect(await codeFor('I01', ask(recused))).toBe('recused')
    expect(await codeFor('I01', ask('V99'))).toBe('outOfScope')
  })
})

describe('round.evidencePhotos: what a fact rests on, to be looked at', () => {
  test('addresses of those that were uploaded, in their order; nothing is written', async () => {
    const before = stored(today.cloud)
    const { photos } = await today.inspector('I01').does('round', 'evidencePhotos', ask())
    expect(photos).toEqual([
      { id: HERE, url: expect.stringContaining(`/photos/${today.roundId}/${HERE}.jpg`) },
      { id: ELSEWHERE, url: null },
    ])
    expect(await (await fetch(photos[0]!.url!)).text()).toBe(`a picture ${HERE}`)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('only of this village, only of what was measured: another’s photo has no address here', async () => {
    const [, other] = villagesOf(today.file, 'I01').mine
    const seen = (villageId: string) => today.inspector('I01').does('round', 'evidencePhotos', ask(villageId, [HERE]))
    expect(await seen(other!)).toEqual({ photos: [{ id: HERE, url: null }] })
    await change(today.cloud, 'files', HERE, { of: 'mark' })
    expect(await seen(mine())).toEqual({ photos: [{ id: HERE, url: null }] })
    await change(today.cloud, 'files', HERE, { of: 'measurement' })
  })

  test('a skipped stop is not marked, and not looked into', async () => {
    const { stops } = today.file
    const skipped = stops.map((stop) => (stop.villageId === mine() ? { ...stop, state: 'skipped' as const } : stop))
    await change(today.cloud, 'rounds', today.roundId, { stops: skipped })
    expect(await codeFor('I01')).toBe('wrongState')
    await change(today.cloud, 'rounds', today.roundId, { stops })
  })

  test('as long as a card can be looked at: from ready on', async () => {
    const codes: Record<string, string> = {}
    for (const state of ['draft', 'ready', 'closed', 'sealed', 'archived', 'running']) {
      await change(today.cloud, 'rounds', today.roundId, { state })
      codes[state] = await codeFor('I01')
    }
    const { draft, ...later } = codes
    expect(draft).toBe('wrongState')
    expect(new Set(Object.values(later))).toEqual(new Set(['ok']))
  })

  test('three database requests', async () => {
    const asked = () => today.inspector('I01').does('round', 'evidencePhotos', ask())
    expect(await today.cloud.requests.during(asked)).toBe(3)
  })
})
