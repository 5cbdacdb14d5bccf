import type { AuditEdition } from '../../src/domain/round-file'
import type { RoundResult } from '../../src/domain/round-result'
import { readSample } from '../../tools/seed/sample'
import { newId, villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { allBut, codeOf, codesOf, someone, type Who } from '../vocabulary/everyone'
import { leavesLines, linesOf, roundOf, sealed, snapshotOf } from '../vocabulary/rounds'
import { announces, round1 } from '../vocabulary/stages'
import { change, stored } from '../vocabulary/stored'

const published = readSample<RoundResult>('round-2.result.json')
const first = readSample<RoundResult>('round-1.result.json')
const members: Who[] = allBut('villager')

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed', settings: { announceTo: ['inspector', 'officer'] } })
  await announces(today.cloud, round1())
})
afterAll(() => today.stop())

const ask = () => ({ roundId: today.roundId })
const askVillage = (villageId = 'V01') => ({ ...ask(), villageId })

describe('sealed: administrators alone', () => {
  beforeAll(async () => {
    await leavesLines(today, 2)
    await sealed(today)
  })

  test('a villager may not, a reader whom the scheme does not name may not, the others wait for the announcement', async () => {
    expect(await codesOf(today, 'ranking', 'board', ask())).toEqual({
      administrator: 'ok',
      secondAdministrator: 'ok',
      leader: 'wrongState',
      districtLeader: 'wrongState',
      officer: 'wrongState',
      inspector: 'wrongState',
      reader: 'notAllowed',
      villager: 'notAllowed',
    })
  })

  test('the board is the frozen ranking, with names as they were and what the last announced round gave', async () => {
    await change(today.cloud, 'villages', 'V08', { name: '改了名的村' })
    const { rows, digest, previousNumber, weights, progress } = await today.administrator.does(
      'ranking',
      'board',
      ask(),
    )
    expect(rows.map(({ rank, village, total }) => ({ rank, villageId: village.id, total }))).toEqual(
      published.ranking.map(({ rank, villageId, total }) => ({ rank, villageId, total })),
    )
    expect(rows[0]!.village.name).toBe('红林村')
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(previousNumber).toBe(1)
    expect(weights).toEqual({ common: 40, demonstration: 30, satisfaction: 30 })
    // 档 run downwards, and a cut stands only where neighbours seldom change places (docs/domain.md, How sure is the order).
    const sure = rows.map(({ certainty }) => certainty!)
    expect(sure[0]!.band).toBe(1)
    for (const [i, { band, swapsWithNext }] of sure.slice(0, -1).entries())
      expect(sure[i + 1]!.band - band).toBe(swapsWithNext! <= 0.2 ? 1 : 0)
    for (const { rank, certainty } of rows) {
      const [best, worst] = certainty!.ranks
      expect(best).toBeLessThanOrEqual(rank!)
      expect(worst).toBeGreaterThanOrEqual(rank!)
    }
    expect(sure.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 6)
    // 进步榜: every ranked village of both rounds, papers that sum to the total, in descending order; 四象限 has the same dots.
    const gains = progress!.rows
    expect(gains.map(({ village }) => village.id).sort()).toEqual(rows.map(({ village }) => village.id).sort())
    for (const { total, common, demonstration, satisfaction } of gains)
      expect((common ?? 0) + (demonstration ?? 0) + (satisfaction ?? 0)).toBe(total)
    expect(gains.map(({ total }) => total)).toEqual(gains.map(({ total }) => total).sort((a, b) => b - a))
    expect(progress!.quadrants!.dots.map(({ villageId }) => villageId)).toEqual(rows.map(({ village }) => village.id))
    // 揭榜's head: whose cards were sealed, and no more responses than the village pages tell.
    const { inspectors, responses, auditLog } = await today.administrator.does('ranking', 'board', ask())
    expect(inspectors).toBe(new Set(today.file.scorecards.map(({ inspectorId }) => inspectorId)).size)
    expect(responses).toBe(published.ranking.reduce((sum, { survey }) => sum + survey.valid, 0))
    expect(auditLog).toEqual(snapshotOf(today).audits)
    for (const { village, previous } of rows) {
      const former = first.ranking.find(({ villageId }) => villageId === village.id)
      expect(previous).toEqual(former?.rank ? { rank: former.rank, total: former.total } : null)
    }
  })

  test('a village: its items against the medians, its survey, its deductions', async () => {
    const result = await today.administrator.does('ranking', 'village', askVillage('V07'))
    const row = published.ranking.find(({ villageId }) => villageId === 'V07')!
    expect(result.row).toMatchObject({ rank: row.rank, total: row.total })
    expect(result).toMatchObject({ villages: 8, inspectors: row.inspectors, plain: row.plain })
    const { received, valid, quota } = row.survey
    expect(result.survey).toEqual({
      received: received - (received % 5),
      valid,
      byCard: expect.any(Number),
      quota,
      quotaReached: valid >= quota,
    })
    const shown = published.shown.find(({ villageId }) => villageId === 'V07')!
    expect(result.shown).toMatchObject({
      coverage: shown.coverage,
      mean: shown.mean,
      meanInterval: shown.meanInterval,
      rate: Math.round(shown.rate! * 100) / 100,
    })
    // C07 and C15 do not apply to V07.
    const indicators = today.file.scheme.indicators.filter(({ id }) => id !== 'C07' && id !== 'C15')
    expect(result.items.map(({ id }) => id)).toEqual([...indicators.map(({ id }) => id), 'V07-G1', 'V07-G2', 'V07-G3'])
    // Kept apart by hand: C01 of V07 over its nine cards.
    const marks = today.file.scorecards.filter(({ villageId }) => villageId === 'V07').map((card) => card.marks.C01!)
    const mean = Math.round((marks.reduce((sum, mark) => sum + mark, 0) / marks.length) * 10_000)
    expect(result.items.find(({ id }) => id === 'C01')).toMatchObject({
      paper: 'common',
      kind: 'judged',
      full: 5,
      mean,
    })
    const measured = result.items.find(({ id }) => id === 'C03')!
    const { value } = today.file.measurements.find((one) => one.villageId === 'V07' && one.indicatorId === 'C03')!
    expect(measured.fact).toBe(`${value} 联户覆盖率 %`)
    expect(result.questions).toHaveLength(10)
    expect(result.questions.every(({ mean }) => mean !== null && mean > 0 && mean < 100)).toBe(true)
    // K09 twice and K03 five times, confirmed; K02 was never confirmed.
    expect(result.deductions.map(({ occurrences }) => occurrences)).toEqual([5, 2])
    expect(result.deductions.reduce((sum, { marks }) => sum + marks, 0)).toBe(row.deductions)
  })

  test('a village that is not of the round', async () => {
    expect(await codeOf(today, 'administrator', 'ranking', 'village', askVillage('V99'))).toBe('notFound')
  })

  test('three database requests, a village three more for the other rounds and for what is on record of it; reading writes nothing', async () => {
    const before = stored(today.cloud)
    const { administrator, cloud } = today
    expect(await cloud.requests.during(() => administrator.does('ranking', 'board', ask()))).toBe(3)
    expect(await cloud.requests.during(() => administrator.does('ranking', 'village', askVillage()))).toBe(6)
    expect(stored(cloud)).toEqual(before)
  })
})

describe('round.announce', () => {
  const send = (sendId = newId()) => ({ ...ask(), sendId })

  test('once, with a line; the same send again is harmless', async () => {
    const sendId = newId()
    const answer = await today.administrator.does('round', 'announce', send(sendId))
    expect(answer.round.state).toBe('announced')
    const before = stored(today.cloud)
    expect(await today.administrator.does('round', 'announce', send(sendId))).toEqual(answer)
    expect(await codeOf(today, 'secondAdministrator', 'round', 'announce', send())).toBe('wrongState')
    expect(stored(today.cloud)).toEqual(before)
    expect(linesOf(today, 'announce').filter(({ roundId }) => roundId === today.roundId)).toEqual([
      expect.objectContaining({ memberId: 'M01', before: 'sealed', after: 'announced' }),
    ])
  })

  test('announced: leaders and whom the scheme names read it; the others do not', async () => {
    const codes = await Promise.all(
      [...members, 'villager' as const].map(
        async (who) => `${who} ${await codeOf(today, who, 'ranking', 'board', ask())}`,
      ),
    )
    expect(codes.filter((line) => !line.endsWith(' ok'))).toEqual(['reader notAllowed', 'villager notAllowed'])
    expect(await codeOf(today, 'inspector', 'ranking', 'village', askVillage())).toBe('ok')
  })

  test('the way to what villagers wrote is told to those alone whom survey.voices answers', async () => {
    const { mine, recused } = villagesOf(today.file, 'I01')
    const told = async (who: Who, villageId: string) =>
      (await someone(today, who).does('ranking', 'village', askVillage(villageId))).mayReadVoices
    for (const who of allBut('reader', 'villager'))
      for (const villageId of [mine[0]!, recused[0]!]) {
        const answers = (await codeOf(today, who, 'survey', 'voices', askVillage(villageId))) === 'ok'
        expect([who, villageId, await told(who, villageId)]).toEqual([who, villageId, answers])
      }
    expect(await told('inspector', mine[0]!)).toBe(true)
    expect(await told('inspector', recused[0]!)).toBe(false)
  })

  test('archived: still read by the same', async () => {
    await change(today.cloud, 'rounds', today.roundId, { state: 'archived' })
    expect(roundOf(today).state).toBe('archived')
    const board = await someone(today, 'leader').does('ranking', 'board', ask())
    expect(board.rows).toHaveLength(8)
  })
})

describe('no breakdown below 5 responses', () => {
  test('a village with four valid responses shows neither mean nor questions', async () => {
    const file = readSample<AuditEdition>('round-2.json')
    const kept = file.responses.filter(({ villageId }) => villageId !== 'V03')
    const four = file.responses
      .filter(({ villageId, channel, tooFast }) => villageId === 'V03' && channel === 'card' && !tooFast)
      .slice(0, 4)
    const other = await day({ state: 'closed', file: { ...file, responses: [...kept, ...four] } })
    try {
      await sealed(other)
      // The board's sum leaves them out too: else it would say how many by what the other pages leave over.
      const { responses } = await other.administrator.does('ranking', 'board', { roundId: other.roundId })
      const others = published.ranking.filter(({ villageId }) => villageId !== 'V03')
      expect(responses).toBe(others.reduce((sum, { survey }) => sum + survey.valid, 0))
      const result = await other.administrator.does('ranking', 'village', { roundId: other.roundId, villageId: 'V03' })
      expect(result.row.deferred).toBe(true)
      expect(result.comparison).toBeNull()
      expect(result.survey).toMatchObject({ received: 0, valid: null, quotaReached: false })
      expect(result.shown).toEqual({
        coverage: null,
        mean: null,
        meanInterval: null,
        rate: null,
        rateBound: null,
        rateInterval: null,
      })
      expect(result.questions).toEqual([])
      expect(result.items.filter(({ kind, mean }) => kind !== 'measured' && mean !== null)).toEqual([])
    } finally {
      await other.stop()
    }
  })
})

describe('size', () => {
  test('200 villages: the same three requests, and a tenth of the megabyte that an answer holds', async () => {
    const snapshot = snapshotOf(today)
    const { certainty, result } = snapshot
    if (certainty?.outcome !== 'drawn') throw new Error('nothing was drawn')
    const copies = Array.from({ length: 25 }, (_, n) => n)
    const renamed = <T extends { villageId: string }>(rows: T[]) =>
      copies.flatMap((n) => rows.map((row) => ({ ...row, villageId: `${row.villageId}-${n}` })))
    const { villages } = roundOf(today)
    await change(today.cloud, 'rounds', today.roundId, {
      villages: copies.flatMap((n) => villages.map((village) => ({ ...village, id: `${village.id}-${n}` }))),
    })
    await change(today.cloud, 'snapshots', snapshot._id, {
      result: { ...result, ranking: renamed(result.ranking) },
      certainty: { ...certainty, villages: renamed(certainty.villages) },
      progress: null,
    })
    const { administrator, cloud } = today
    expect(await cloud.requests.during(() => administrator.does('ranking', 'board', ask()))).toBe(3)
    const board = await administrator.does('ranking', 'board', ask())
    expect(board.rows).toHaveLength(200)
    expect(board.rows[199]!.certainty).not.toBeNull()
    expect(Buffer.byteLength(JSON.stringify(board))).toBeLessThan(105_000)
  })
})
