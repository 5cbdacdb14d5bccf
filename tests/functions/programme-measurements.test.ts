/** 实测数据 of a draft round: entered with what it rests on, checked by somebody else. */
import type { MeasurementDoc } from '../../cloudfunctions/common/documents'
import type { CallIn } from '../../src/contract'
import { newId } from '../vocabulary/cards'
import type { Day, Person } from '../vocabulary/day'
import { created, docOf, planned, programmeDay, samplePlan } from '../vocabulary/preparing'
import { linesOf } from '../vocabulary/rounds'
import { stored, uploadedPhoto } from '../vocabulary/stored'

type Enter = CallIn<'programme', 'enterMeasurement'>

let today: Day
beforeEach(async () => {
  today = await programmeDay()
  await created(today)
  // C08 is measured, and does not apply to V01.
  const notApplicable = [...today.file.notApplicable, { villageId: 'V01', indicatorId: 'C08' }]
  await planned(today, samplePlan(today, { notApplicable }))
})
afterEach(() => today.stop())

const entering = (more: Partial<Enter> = {}): Enter => ({
  roundId: today.roundId,
  villageId: 'V01',
  indicatorId: 'C03',
  value: 87.5,
  evidence: '镇里 9 月报表第 3 行',
  photos: [],
  revision: null,
  sendId: newId(),
  ...more,
})
const checking = (revision: number, indicatorId = 'C03') => ({
  roundId: today.roundId,
  villageId: 'V01',
  measurements: [{ indicatorId, revision }],
  sendId: newId(),
})
const returning = (revision: number) => ({
  roundId: today.roundId,
  villageId: 'V01',
  indicatorId: 'C03',
  revision,
  reason: '报表上是 78.5',
  sendId: newId(),
})
const enter = (more: Partial<Enter> = {}) => today.officer.does('programme', 'enterMeasurement', entering(more))
const fact = (indicatorId = 'C03') =>
  docOf<MeasurementDoc>(today, 'measurements', `${today.roundId}:V01:${indicatorId}`)
const code = async (person: Person, action: string, payload: unknown) => {
  const answer = await person.sends('programme', { action, payload })
  return answer.ok ? 'ok' : answer.error.code
}
async function photo(): Promise<CallIn<'programme', 'evidencePhoto'>> {
  const photoId = newId()
  const fileId = await uploadedPhoto(today.cloud, today.roundId, photoId)
  return { roundId: today.roundId, villageId: 'V01', photoId, fileId, bytes: 34 }
}

describe('whose village, and whose entry', () => {
  test('an officer for their own village alone; nobody checks their own entry; nobody recused checks', async () => {
    expect(await code(today.officer, 'enterMeasurement', entering({ villageId: 'V02' }))).toBe('outOfScope')
    expect(await code(today.officer, 'evidencePhoto', { ...(await photo()), villageId: 'V02' })).toBe('outOfScope')
    await today.administrator.does('programme', 'enterMeasurement', entering())
    expect(await code(today.administrator, 'checkMeasurements', checking(1))).toBe('ownEntry')
    expect(await code(today.administrator, 'returnMeasurement', returning(1))).toBe('ownEntry')
    expect(await code(today.inspector('I02'), 'checkMeasurements', checking(1))).toBe('recused')
    expect(await code(today.inspector('I02'), 'returnMeasurement', returning(1))).toBe('recused')
    expect(fact()!.checkedBy).toBeNull()
    expect(await code(today.inspector('I01'), 'checkMeasurements', checking(1))).toBe('ok')
    expect(fact()).toMatchObject({ checkedBy: 'I01', checkedByName: '周明远' })
  })
})

describe('what is asked for', () => {
  test('every measured indicator that applies, entered or not; what does not apply is not asked', async () => {
    await enter()
    const { measurements, villages, indicators } = await today.officer.does('programme', 'measurements', {
      roundId: today.roundId,
    })
    expect(villages.map(({ id }) => id)).toEqual(['V01'])
    expect(indicators).toHaveLength(13)
    expect(measurements).toHaveLength(12)
    expect(measurements.map(({ indicatorId }) => indicatorId)).not.toContain('C08')
    expect(measurements.find(({ indicatorId }) => indicatorId === 'C03')).toMatchObject({
      value: 87.5,
      state: 'entered',
      enteredBy: '黄德明',
      revision: 1,
      mayCheck: false,
      mayEnter: true,
    })
    expect(measurements.find(({ indicatorId }) => indicatorId === 'C06')).toMatchObject({
      value: null,
      state: 'missing',
      revision: null,
    })
    const forAll = await today.administrator.does('programme', 'measurements', { roundId: today.roundId })
    expect(forAll.measurements).toHaveLength(13 * 8 - 1)
    expect(forAll.measurements.find(({ value }) => value === 87.5)).toMatchObject({ mayCheck: true })
  })

  test('neither a judged indicator nor one that does not apply can be entered, nor a value too fine', async () => {
    expect(await code(today.officer, 'enterMeasurement', entering({ indicatorId: 'C01' }))).toBe('notFound')
    expect(await code(today.officer, 'enterMeasurement', entering({ indicatorId: 'C08' }))).toBe('invalid')
    expect(await code(today.officer, 'enterMeasurement', entering({ value: 1.00001 }))).toBe('invalid')
    expect(today.dump('measurements')).toEqual([])
  })
})

describe('a fact’s way', () => {
  test('entered, returned with a reason, entered again, checked; entered anew it is to be checked again', async () => {
    await enter()
    await today.administrator.does('programme', 'returnMeasurement', returning(1))
    expect(fact()).toMatchObject({ returned: '报表上是 78.5', checkedBy: null, revision: 2 })
    const shown = await today.officer.does('programme', 'measurements', { roundId: today.roundId })
    expect(shown.measurements.find(({ indicatorId }) => indicatorId === 'C03')).toMatchObject({
      state: 'returned',
      reason: '报表上是 78.5',
    })
    await enter({ value: 78.5, revision: 2 })
    await today.administrator.does('programme', 'checkMeasurements', checking(3))
    expect(fact()).toMatchObject({ value: 78.5, returned: null, checkedBy: 'M01', checkedByName: '王敏', revision: 4 })
    await enter({ value: 79, revision: 4 })
    expect(fact()).toMatchObject({ value: 79, checkedBy: null })
    expect(
      linesOf(today, 'enterMeasurement')
        .map(({ after }) => (after as { value: number }).value)
        .sort(),
    ).toEqual([78.5, 79, 87.5])
  })

  test('one village’s at once: all or none', async () => {
    await enter()
    await enter({ indicatorId: 'C06', value: 40 })
    const both = {
      ...checking(1),
      measurements: [
        { indicatorId: 'C03', revision: 1 },
        { indicatorId: 'C06', revision: 9 },
      ],
    }
    expect(await code(today.administrator, 'checkMeasurements', both)).toBe('changed')
    expect(fact()!.checkedBy).toBeNull()
    both.measurements[1]!.revision = 1
    expect(await today.administrator.does('programme', 'checkMeasurements', both)).toEqual({ checked: 2 })
    expect([fact()!.checkedBy, fact('C06')!.checkedBy]).toEqual(['M01', 'M01'])
    expect(await code(today.administrator, 'checkMeasurements', checking(1, 'C09'))).toBe('notFound')
  })

  test('facts entered before there were revisions are at their first', async () => {
    today.cloud.seed('measurements', [
      {
        _id: `${today.roundId}:V01:C03`,
        roundId: today.roundId,
        villageId: 'V01',
        indicatorId: 'C03',
        value: 1,
        enteredBy: 'M05',
        checkedBy: null,
      } as never,
    ])
    await today.administrator.does('programme', 'checkMeasurements', checking(1))
    expect(fact()).toMatchObject({ checkedBy: 'M01', revision: 2 })
  })
})

describe('photos of what it rests on', () => {
  test('told once they are uploaded; who checks sees them, those on their way too', async () => {
    const [one, later] = [await photo(), await photo()]
    expect(await today.officer.does('programme', 'evidencePhoto', one)).toEqual({ kept: true })
    await enter({ photos: [one.photoId, later.photoId] })
    const seen = async () => {
      const { measurements } = await today.administrator.does('programme', 'measurements', { roundId: today.roundId })
      return measurements.find(({ indicatorId }) => indicatorId === 'C03')!.photos
    }
    expect(await seen()).toEqual([
      { id: one.photoId, url: expect.stringContaining(`/photos/${today.roundId}/`) },
      { id: later.photoId, url: null },
    ])
    await today.officer.does('programme', 'evidencePhoto', later)
    expect((await seen()).map(({ url }) => url !== null)).toEqual([true, true])
    const before = stored(today.cloud)
    await today.officer.does('programme', 'evidencePhoto', later)
    expect(stored(today.cloud)).toEqual(before)
    expect(docOf(today, 'files', one.photoId)).toMatchObject({ of: 'measurement', uploader: 'M05', villageId: 'V01' })
  })

  test('only the photo’s own file, and only once it is there', async () => {
    const send = await photo()
    expect(await code(today.officer, 'evidencePhoto', { ...send, photoId: newId() })).toBe('invalid')
    const gone = newId()
    const fileId = send.fileId.replace(send.photoId, gone)
    expect(await code(today.officer, 'evidencePhoto', { ...send, photoId: gone, fileId })).toBe('notFound')
    expect(today.dump('files')).toEqual([])
  })
})

describe('sent again, and by two at once', () => {
  test('each send again answers as the first time and writes nothing', async () => {
    const sends: [string, object, Person][] = [
      ['enterMeasurement', entering(), today.officer],
      ['returnMeasurement', returning(1), today.administrator],
      ['enterMeasurement', entering({ revision: 2 }), today.officer],
      ['checkMeasurements', checking(3), today.administrator],
    ]
    for (const [action, payload, person] of sends) {
      const first = await person.sends('programme', { action, payload })
      expect(first.ok).toBe(true)
      const before = stored(today.cloud)
      expect(await person.sends('programme', { action, payload })).toEqual(first)
      expect(stored(today.cloud)).toEqual(before)
    }
  })

  test('two enter one fact: one stands, the other is shown both versions', async () => {
    const answers = await Promise.all([
      today.officer.asks('programme', 'enterMeasurement', entering({ value: 80 })),
      today.administrator.asks('programme', 'enterMeasurement', entering({ value: 90 })),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const { value } = fact()!
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'changed', details: { yours: { value: value === 80 ? 90 : 80 }, now: { value } } },
    })
  })

  test('checked while it is entered anew: never checked what nobody saw', async () => {
    await enter()
    const [check, entry] = await Promise.all([
      today.administrator.asks('programme', 'checkMeasurements', checking(1)),
      today.officer.asks('programme', 'enterMeasurement', entering({ value: 90, revision: 1 })),
    ])
    expect([check.ok, entry.ok].filter(Boolean)).toHaveLength(1)
    expect(fact()).toMatchObject(check.ok ? { value: 87.5, checkedBy: 'M01' } : { value: 90, checkedBy: null })
  })
})

test('requests, the audit’s line included', async () => {
  const cost = (work: () => Promise<unknown>) => today.cloud.requests.during(work)
  expect({
    enter: await cost(() => enter()),
    check: await cost(() => today.administrator.does('programme', 'checkMeasurements', checking(1))),
    read: await cost(() => today.officer.does('programme', 'measurements', { roundId: today.roundId })),
  }).toEqual({ enter: 10, check: 10, read: 4 })
})
