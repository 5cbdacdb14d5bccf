import { type Day, day } from '../vocabulary/day'
import { change, stored } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running' })
})
afterAll(() => today.stop())

const ask = () => ({ roundId: today.roundId })

describe('scoring.mine: who may not', () => {
  test.each(['administrator', 'leader', 'districtLeader', 'officer', 'reader'] as const)('%s', async (who) => {
    expect(await today[who].asks('scoring', 'mine', ask())).toMatchObject({ error: { code: 'notAllowed' } })
  })
  test('a villager; and nobody asks for another’s', async () => {
    expect(await today.villager(1).asks('scoring', 'mine', ask())).toMatchObject({ error: { code: 'notAllowed' } })
    const payload = { ...ask(), inspectorId: 'I02' }
    expect(await today.inspector('I01').sends('scoring', { action: 'mine', payload })).toMatchObject({
      error: { code: 'invalid' },
    })
  })
})

describe('scoring.mine: my own cards and arrivals', () => {
  test('all of mine with their marks, submitted as they stand, and none of anybody else', async () => {
    const before = stored(today.cloud)
    const { cards, arrivals } = await today.inspector('I01').does('scoring', 'mine', ask())
    const own = today.file.scorecards.filter(({ inspectorId }) => inspectorId === 'I01')
    expect(cards.map(({ villageId, state, submitted }) => ({ villageId, state, marks: submitted!.marks }))).toEqual(
      own.map(({ villageId, marks }) => ({ villageId, state: 'submitted', marks })),
    )
    expect(Object.keys(arrivals).sort()).toEqual(own.map(({ villageId }) => villageId).sort())
    expect(stored(today.cloud)).toEqual(before)
  })

  test('neither phone nor history leaves, nor another inspector’s id', async () => {
    const text = JSON.stringify(await today.inspector('I01').asks('scoring', 'mine', ask()))
    for (const word of ['phone', 'sendId', 'history', 'I02', 'I07']) expect(text).not.toContain(word)
  })

  test('four database requests', async () => {
    expect(await today.cloud.requests.during(() => today.inspector('I01').does('scoring', 'mine', ask()))).toBe(4)
  })

  test.each(['draft', 'ready', 'closed', 'sealing', 'sealed', 'announced', 'archived'])(
    'always: %s too',
    async (state) => {
      await change(today.cloud, 'rounds', today.roundId, { state })
      const { cards } = await today.inspector('I01').does('scoring', 'mine', ask())
      expect(cards.length).toBeGreaterThan(0)
    },
  )
})
