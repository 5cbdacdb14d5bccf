import type { AnswerDoc } from '../../cloudfunctions/common/documents'
import { storedRound } from '../../tools/seed/stored-round'
import { type Day, day } from '../vocabulary/day'
import { announced, roundOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

let today: Day
const ask = () => ({ roundId: today.roundId })
const setRound = (data: object) => change(today.cloud, 'rounds', today.roundId, data)
const told = async () => (await today.administrator.does('ranking', 'warnings', ask())).warnings
const codesOf = async (village: string) =>
  (await told()).filter(({ villageId }) => villageId === village).map(({ code, excludedFor }) => excludedFor ?? code)

beforeAll(async () => {
  today = await day({ state: 'closed' })
})
afterAll(() => today.stop())

describe('ranking.warnings: what an administrator should look at before sealing', () => {
  test('eight requests for any number of answers; nothing is written', async () => {
    const before = stored(today.cloud)
    expect(await today.cloud.requests.during(told)).toBe(8)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('what was excluded by reason, where there are five; no figure in any word', async () => {
    const warnings = await told()
    const excluded = (villageId: string, reason: 'channel' | 'tooFast') =>
      today.file.responses.filter((one) => {
        const isScored = today.file.scheme.survey.scoredChannels.includes(one.channel)
        return (
          one.villageId === villageId && (reason === 'channel' ? !isScored && !one.tooFast : isScored && one.tooFast)
        )
      }).length
    const expected = today.file.stops.flatMap(({ villageId }) =>
      (['channel', 'tooFast'] as const).flatMap((reason) =>
        excluded(villageId, reason) >= 5 ? [`${villageId} ${reason}`] : [],
      ),
    )
    expect(expected.length).toBeGreaterThan(0)
    const found = warnings.filter(({ code }) => code === 'excluded')
    expect(found.map(({ villageId, excludedFor }) => `${villageId} ${excludedFor}`).sort()).toEqual(expected.sort())
    expect(found.every(({ mayRestore }) => mayRestore)).toBe(true)
    for (const { text } of warnings) expect(text).not.toMatch(/\d/)
  })

  test('a burst, more than the adults, the same answer throughout, a gap between channels, too few', async () => {
    const before = await codesOf('V08')
    const answers = today.dump('answers') as unknown as AnswerDoc[]
    const ofVillage = answers.filter(({ villageId, channel, tooFast, restored }) => {
      const counts = villageId === 'V08' && !tooFast && !restored
      return counts && today.file.scheme.survey.scoredChannels.includes(channel)
    })
    expect(before).not.toContain('burst')
    await change(today.cloud, 'bursts', `${today.roundId}:V08`, { minutes: { '14:05': 15 } })
    await change(today.cloud, 'villages', 'V08', { adults: ofVillage.length - 1 })
    for (const { _id } of ofVillage.filter(({ channel }) => channel === 'poster'))
      await change(today.cloud, 'answers', _id, { index: 200_000, straight: true })
    const raised = await codesOf('V08')
    expect(raised).toEqual(expect.arrayContaining(['channelGap', 'burst', 'straightLining', 'aboveAdults']))
    expect(await codesOf('V07')).not.toContain('burst')

    await setRound({ settings: { ...roundOf(today).settings, burst: 16, straight: { share: 0.99, responses: 10 } } })
    const withOtherSettings = await codesOf('V08')
    expect(withOtherSettings).not.toContain('burst')
    expect(withOtherSettings).not.toContain('straightLining')
  })

  test('a skipped stop has none', async () => {
    const { stops } = roundOf(today)
    await setRound({ stops: stops.map((stop) => (stop.villageId === 'V08' ? { ...stop, state: 'skipped' } : stop)) })
    expect(await codesOf('V08')).toEqual([])
    await setRound({ stops })
  })

  test('sealed and announced: as they stood at sealing, the gap with its means in whole points', async () => {
    const before = await told()
    await announced(today)
    const after = await told()
    const plain = (warnings: typeof before) =>
      warnings.map(({ code, villageId, excludedFor }) => ({ code, villageId, excludedFor }))
    expect(plain(after)).toEqual(plain(before))
    const gap = after.find(({ code, villageId }) => code === 'channelGap' && villageId === 'V08')!
    expect(gap.text).toMatch(/公示栏的码 \d+ 分/)
    expect(after.some(({ mayRestore }) => mayRestore)).toBe(false)
    expect(await today.cloud.requests.during(told)).toBe(3)
  })
})

test('20 000 answers, and no card: eight requests', async () => {
  const { responses } = today.file
  const file = {
    ...today.file,
    id: 'big-round',
    responses: Array.from({ length: 20_000 }, (_, n) => responses[n % responses.length]!),
  }
  const { answers, rounds } = storedRound(file, { day: file.date, state: 'closed', now: Date.now() })
  today.cloud.seed('rounds', rounds!)
  today.cloud.seed('answers', answers!)
  const warnings = () => today.administrator.does('ranking', 'warnings', { roundId: 'big-round' })
  expect(await today.cloud.requests.during(warnings)).toBe(8)
  const { warnings: found } = await warnings()
  expect(found.filter(({ code }) => code === 'aboveAdults')).toHaveLength(file.villages.length)
})

test('proposals are told beside them', async () => {
  const { proposals } = await today.administrator.does('ranking', 'warnings', ask())
  expect(proposals.map(({ kind }) => kind)).toEqual(['seal'])
})
