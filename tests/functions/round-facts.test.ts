import type { MeasurementDoc } from '../../cloudfunctions/common/documents'
import { openidOf } from '../../tools/seed/people'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { roundOf } from '../vocabulary/rounds'
import { change } from '../vocabulary/stored'

let today: Day
beforeEach(async () => {
  today = await day({ state: 'closed' })
})
afterEach(() => today.stop())

const ask = (roundId = today.roundId) => ({ roundId })
const facts = async () => (await today.administrator.does('round', 'facts', ask())).villages
const setRound = (data: object) => change(today.cloud, 'rounds', today.roundId, data)
const factsOf = async (villageId: string) => (await facts()).find(({ village }) => village.id === villageId)!
const measured = async (villageId: string, id: string) =>
  (await factsOf(villageId)).measurements.find((one) => one.id === id)!

async function proposes(correction: object): Promise<string> {
  const send = { roundId: today.roundId, sendId: newId(), correction, reason: '村里报表是另一个数，录入时看错了。' }
  const { proposal } = await today.administrator.does('round', 'correct', send as never)
  return proposal.id
}

describe('round.facts: for administrators, while closed', () => {
  test('a round nobody knows; a field that is not asked for', async () => {
    expect(await codeOf(today, 'administrator', 'round', 'facts', ask('nowhere'))).toBe('notFound')
    expect(await codeOf(today, 'administrator', 'round', 'facts', { ...ask(), villageId: 'V01' })).toBe('invalid')
  })
})

describe('round.facts: what is on record', () => {
  test('the villages in the order of the route, without those skipped', async () => {
    const { stops } = roundOf(today)
    const turned = stops.map((stop) => ({
      ...stop,
      order: 9 - stop.order,
      ...(stop.villageId === 'V03' && { state: 'skipped' as const }),
    }))
    await setRound({ stops: turned })
    const ids = (await facts()).map(({ village }) => village.id)
    expect(ids).toEqual(['V08', 'V07', 'V06', 'V05', 'V04', 'V02', 'V01'])
  })

  test('every value as the file has it, in the scheme’s order, with who entered and who checked it', async () => {
    const { scheme, measurements, goals } = today.file
    const told = await facts()
    expect(
      told.flatMap(({ village, measurements }) => measurements.map((one) => [village.id, one.id, one.value])),
    ).toEqual(measurements.map(({ villageId, indicatorId, value }) => [villageId, indicatorId, value]))
    expect(told[0]!.measurements.map(({ id }) => id)).toEqual(
      scheme.indicators.flatMap(({ kind, id }) => (kind === 'measured' ? [id] : [])),
    )
    expect(told[0]!.measurements[0]).toEqual({
      id: 'C03',
      title: '党员联户与先锋模范',
      unit: '联户覆盖率 %',
      value: 87,
      entered: 87,
      enteredBy: '王敏',
      checkedBy: '陈立',
      proposal: null,
    })
    expect(told.flatMap(({ goals }) => goals)).toEqual(
      goals.map(({ id, title, full, difficulty }) => ({ id, title, full, difficulty, proposal: null })),
    )
  })

  test('what does not apply to a village, or was not entered, is not there to be corrected', async () => {
    await setRound({ notApplicable: [...roundOf(today).notApplicable, { villageId: 'V01', indicatorId: 'C03' }] })
    await today.cloud.sdk().database().collection('measurements').doc(`${today.roundId}:V02:C06`).remove()
    const [v01, v02] = [await factsOf('V01'), await factsOf('V02')]
    expect(v01.measurements.map(({ id }) => id)).not.toContain('C03')
    expect(v02.measurements.map(({ id }) => id)).not.toContain('C06')
    expect([v01.measurements.length, v02.measurements.length]).toEqual([12, 12])
  })

  test('who lost their account is still named; whom nobody knows is not guessed', async () => {
    await change(today.cloud, 'members', openidOf('M02'), { revoked: true })
    await change(today.cloud, 'measurements', `${today.roundId}:V01:C03`, { enteredBy: 'M99' })
    expect(await measured('V01', 'C03')).toMatchObject({ enteredBy: '', checkedBy: '陈立' })
  })

  test('no mark, score, rank or effect: the answer is the same whatever was marked, deducted and answered', async () => {
    const before = await facts()
    const marked = JSON.stringify(before)
    for (const word of ['mark', 'score', 'rank', 'mean', 'band', 'total', 'median'])
      expect(marked).not.toMatch(new RegExp(`"[^"]*${word}[^"]*":`, 'i'))
    for (const collection of ['scorecards', 'deductions', 'answers', 'arrivals'])
      for (const { _id } of today.dump(collection))
        await today.cloud.sdk().database().collection(collection).doc(String(_id)).remove()
    expect(today.dump('scorecards')).toEqual([])
    expect(await facts()).toEqual(before)
  })
})

describe('round.facts: corrections', () => {
  const measurement = { kind: 'measurement', villageId: 'V01', indicatorId: 'C03', value: 78 } as const
  const goal = { kind: 'goal', goalId: 'V01-G2', title: '古祠修缮并每周开放', difficulty: 0.9 } as const

  test('one that waits is told with its fact and no other; withdrawn, it is gone', async () => {
    const id = await proposes(measurement)
    const waiting = (await facts()).flatMap(({ measurements, goals }) =>
      [...measurements, ...goals].filter(({ proposal }) => proposal !== null),
    )
    expect(waiting).toEqual([
      expect.objectContaining({
        id: 'C03',
        value: 87,
        proposal: expect.objectContaining({
          id,
          about: '云溪村 · 党员联户与先锋模范（联户覆盖率 %）：87 改为 78',
          isMine: true,
          mayAgree: false,
        }),
      }),
    ])
    const { villages } = await today.secondAdministrator.does('round', 'facts', ask())
    expect(villages[0]!.measurements[0]!.proposal).toMatchObject({ isMine: false, mayAgree: true })
    await today.administrator.does('round', 'withdraw', { roundId: today.roundId, proposalId: id })
    expect((await measured('V01', 'C03')).proposal).toBeNull()
  })

  test('one that is agreed to stands, and what was entered stands beside it', async () => {
    for (const correction of [measurement, goal])
      await today.secondAdministrator.does('round', 'agree', {
        roundId: today.roundId,
        proposalId: await proposes(correction),
      })
    expect(await measured('V01', 'C03')).toMatchObject({ value: 78, entered: 87, proposal: null })
    expect((await factsOf('V01')).goals[1]).toMatchObject({
      id: 'V01-G2',
      title: '古祠修缮并每周开放',
      full: 10,
      difficulty: 0.9,
      proposal: null,
    })
    expect(await measured('V02', 'C03')).toMatchObject({ value: (await measured('V02', 'C03')).entered })
  })
})

describe('round.facts: five requests, however many villages, values and persons', () => {
  const cost = () => today.cloud.requests.during(() => today.administrator.does('round', 'facts', ask()))

  test('of the sample, and of a round with fifty villages more, each entered by somebody else', async () => {
    expect(await cost()).toBe(5)
    const round = roundOf(today)
    const more = Array.from({ length: 50 }, (_, n) => `X${n}`)
    await setRound({
      villages: [...round.villages, ...more.map((id) => ({ ...round.villages[0]!, id, name: `${id}村` }))],
      stops: [...round.stops, ...more.map((villageId, n) => ({ ...round.stops[0]!, villageId, order: 9 + n }))],
    })
    const ofV01 = (today.dump('measurements') as unknown as MeasurementDoc[]).filter((one) => one.villageId === 'V01')
    await today.cloud.seed(
      'measurements',
      more.flatMap((villageId) =>
        ofV01.map((one) => ({
          ...one,
          _id: `${today.roundId}:${villageId}:${one.indicatorId}`,
          villageId,
          enteredBy: `P-${villageId}`,
        })),
      ),
    )
    const person = today.dump('members')[0]!
    await today.cloud.seed(
      'members',
      more.map((id) => ({ ...person, _id: openidOf(`P-${id}`), memberId: `P-${id}`, name: `${id}的联络员` })),
    )
    expect(await cost()).toBe(5)
    const told = await facts()
    expect(told).toHaveLength(58)
    expect(told.flatMap(({ measurements }) => measurements)).toHaveLength(104 + 650)
    expect(told[57]!.measurements[0]).toMatchObject({ enteredBy: 'X49的联络员', checkedBy: '陈立' })
  })
})
