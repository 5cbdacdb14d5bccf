/** 一村一码 after announcing: what everybody sees of a village. */
import type { FindingDoc, HighlightDoc, SnapshotDoc } from '../../cloudfunctions/common/documents'
import { RoundState } from '../../src/contract/parts'
import { loadSample } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { type Day, day } from '../vocabulary/day'
import { codeOf, everyone } from '../vocabulary/everyone'
import { change, stored } from '../vocabulary/stored'

/** Round 1 announced, round 2 running: as the sample stands. */
let today: Day
let first: string
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
  for (const collection of Object.keys(stored(today.cloud))) today.cloud.clear(collection)
  const now = Date.now()
  await loadSample(today.cloud, shanghaiDay(now), now)
  first = (today.dump('rounds') as { _id: string; number: number }[]).find(({ number }) => number === 1)!._id
})
afterAll(() => today.stop())

const page = (villageId = 'V01') => today.villager(1).does('survey', 'publicPage', { villageId })
const snapshot = () => today.dump('snapshots')[0] as unknown as SnapshotDoc
const findings = () => today.dump('findings') as unknown as FindingDoc[]

describe('survey.publicPage: for anybody, once it is announced', () => {
  test.each(everyone.flatMap((who) => RoundState.options.map((state) => [who, state] as const)))(
    '%s in %s',
    async (who, state) => {
      await change(today.cloud, 'rounds', first, { state })
      const before = stored(today.cloud)
      const codes: Partial<Record<RoundState, string>> = { announced: 'ok', archived: 'ok', sealed: 'wrongState' }
      expect(await codeOf(today, who, 'survey', 'publicPage', { villageId: 'V01' })).toBe(codes[state] ?? 'notFound')
      expect(stored(today.cloud)).toEqual(before)
      await change(today.cloud, 'rounds', first, { state: 'announced' })
    },
  )

  test('a village that no round had, and a rehearsal', async () => {
    expect(await today.villager(1).asks('survey', 'publicPage', { villageId: 'V99' })).toMatchObject({
      error: { code: 'notFound' },
    })
    await change(today.cloud, 'rounds', first, { rehearsal: true })
    expect(await today.villager(1).asks('survey', 'publicPage', { villageId: 'V01' })).toMatchObject({
      error: { code: 'notFound' },
    })
    await change(today.cloud, 'rounds', first, { rehearsal: false })
  })
})

describe('survey.publicPage: what stands on it', () => {
  test('the announced round, the village’s rank, its survey question by question in whole points', async () => {
    const { details, result } = snapshot()
    const answer = await page()
    expect(answer).toMatchObject({
      round: { id: first, number: 1, state: 'announced' },
      village: { id: 'V01', name: '云溪村' },
      rank: result.ranking.find(({ villageId }) => villageId === 'V01')!.rank,
      villages: 8,
      survey: { valid: 116, satisfiedOf100: 96, satisfiedBound: 'least' },
    })
    const { questions } = details.villages.find(({ villageId }) => villageId === 'V01')!
    const { items } = today.file.scheme.survey
    expect(answer.survey!.items).toEqual(
      questions.map(({ id, mean, answered }) => ({
        id,
        title: items.find((item) => item.id === id)!.title,
        mean,
        unansweredOf100: answered === null ? null : Math.round(((116 - answered) / 116) * 100),
      })),
    )
    // Of the ten, some were left out by fewer than five: their share would tell of them.
    expect(questions.map(({ answered }) => answered !== null)).toEqual(expect.arrayContaining([true, false]))
    for (const { mean } of answer.survey!.items) expect(Number.isInteger(mean)).toBe(true)
  })

  test('nothing of what only members see: no total, no count of who answered a question, no channel', async () => {
    const text = JSON.stringify(await page())
    for (const word of ['total', 'answered', 'received', 'excluded', 'channel', 'coverage', 'inspector', 'digest'])
      expect(text).not.toContain(`"${word}`)
  })

  test('a village with fewer than five valid responses, and a deferred one', async () => {
    const sealed = snapshot()
    const { result } = sealed
    const ranking = result.ranking.map((row) =>
      row.villageId === 'V07' ? { ...row, rank: null, deferred: true, survey: { ...row.survey, valid: 4 } } : row,
    )
    await change(today.cloud, 'snapshots', sealed._id, { result: { ...result, ranking } })
    expect(await page('V07')).toMatchObject({ rank: null, villages: 7, survey: null })
    await change(today.cloud, 'snapshots', sealed._id, { result })
  })

  test('its problems and what became of them, newest first, without a name, a photo or a time', async () => {
    const { findings: shown } = await page()
    const ofVillage = findings().filter(({ villageId }) => villageId === 'V01')
    expect(shown).toEqual(
      ofVillage
        .sort((a, b) => b.at - a.at)
        .map(({ category, text, state, roundNumber, dueOn }) => ({ category, text, state, roundNumber, dueOn })),
    )
    expect(shown.length).toBeGreaterThan(1)
  })

  test('what the round under way finds is told with its result; a rehearsal’s never', async () => {
    const [like] = findings()
    const of = (roundId: string, text: string): FindingDoc => ({
      ...like!,
      _id: text,
      roundId,
      roundNumber: 2,
      villageId: 'V04',
      text,
    })
    await today.cloud.seed('rounds', [
      {
        ...(today.dump('rounds').find(({ _id }) => _id === first) as { _id: string }),
        _id: 'rehearsed',
        rehearsal: true,
      } as never,
    ])
    await today.cloud.seed('findings', [of(today.roundId, '今天才看到的。'), of('rehearsed', '演练时写的。')])
    expect((await page('V04')).findings).toEqual([])
    await change(today.cloud, 'rounds', today.roundId, { state: 'announced', snapshotId: snapshot()._id })
    expect(await page('V04')).toMatchObject({ round: { number: 2 }, findings: [{ text: '今天才看到的。' }] })
    await change(today.cloud, 'rounds', today.roundId, { state: 'running', snapshotId: null })
  })

  test('its highlights of that round, in words alone', async () => {
    const highlight = (roundId: string, text: string): HighlightDoc => ({
      _id: text,
      revision: 1,
      roundId,
      villageId: 'V01',
      itemId: null,
      text,
      photos: ['a-photo-0000000000000'],
      by: 'I06',
      byName: '某某',
      at: 1,
      phone: 'phone',
      sendId: 'send',
      sends: {},
    })
    await today.cloud.seed('highlights', [
      highlight(first, '议事厅每周开门。'),
      highlight(today.roundId, '今天的亮点。'),
    ])
    expect((await page()).highlights).toEqual([{ text: '议事厅每周开门。' }])
  })

  test('eight database requests, none of them an audit line', async () => {
    const lines = today.dump('audits').length
    expect(await today.cloud.requests.during(() => page())).toBeLessThanOrEqual(8)
    expect(today.dump('audits')).toHaveLength(lines)
  })
})
