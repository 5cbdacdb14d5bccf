/** What the timer removes at night: what nobody asks for any more, and nothing else. */
import type { FileDoc, InviteDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { DAY, MINUTE, type TestClock, testClock } from '../vocabulary/clock'
import { type Day, day } from '../vocabulary/day'
import { bytesOf, edited, previewed } from '../vocabulary/excel'
import { change, stored, uploadedPhoto } from '../vocabulary/stored'

let today: Day
let clock: TestClock
beforeEach(async () => {
  clock = testClock()
  clock.until('12:00')
  today = await day({ state: 'running', now: clock.now })
})
afterEach(() => today.stop())

const tick = () => today.cloud.trigger('timer', 'everyTenMinutes')
const night = { goOnSealing: 'done', removeInvites: 'done', removeUploads: 'done', removeLoosePhotos: 'done' }
const done = { ok: true, data: night }
const idsIn = (collection: string) => today.dump(collection).map(({ _id }) => String(_id))
/** Between three and four, some days on. */
async function nightAfter(days: number): Promise<unknown> {
  clock.later(days * DAY)
  clock.until('03:10')
  return tick()
}

describe('invites are kept thirty days after they expired', () => {
  const invite = (_id: string, expiredAgo: number, takenAt: number | null = null): InviteDoc => ({
    _id,
    memberId: 'M09',
    issuedBy: 'M01',
    issuedByName: '王敏',
    issuedAt: 0,
    expiresAt: clock.now() - expiredAgo,
    wrongNames: 0,
    takenAt,
  })

  test('taken or not; by day none goes', async () => {
    clock.until('03:10')
    const all = [
      invite('old', 30 * DAY + MINUTE),
      invite('old-and-taken', 90 * DAY, 1),
      invite('a-month', 30 * DAY - 60 * MINUTE),
      invite('open', -MINUTE),
    ]
    today.cloud.seed('invites', all)
    clock.later(12 * 60 * MINUTE)
    await tick()
    expect(idsIn('invites')).toHaveLength(4)
    clock.later(-12 * 60 * MINUTE)
    expect(await tick()).toEqual(done)
    expect(idsIn('invites')).toEqual(['a-month', 'open'])
  })

  test('more than one request removes, and cut off in between: the next tick does the rest', async () => {
    today.cloud.seed(
      'invites',
      Array.from({ length: 700 }, (_, n) => invite(`old-${n}`, 31 * DAY)),
    )
    today.cloud.faults.inject({ on: 'database.removeDocument', collection: 'invites', what: 'drop' })
    expect(await nightAfter(0)).toEqual({ ok: true, data: { ...night, removeInvites: 'failed' } })
    expect(idsIn('invites')).toHaveLength(200)
    expect(await tick()).toEqual(done)
    expect(idsIn('invites')).toEqual([])
  })
})

describe('a workbook that was previewed and never written is gone after a day', () => {
  const villages = { kind: 'villages' } as const
  const previewOf = async (households: number | string) => {
    const file = await today.administrator.does('programme', 'exportTable', villages)
    const workbook = edited(bytesOf(file.base64), { sheet: '村', cells: { F2: households } })
    return previewed(today.cloud, today.administrator, villages, workbook)
  }
  const workbooks = () => today.storage().filter((path) => path.startsWith('imports/'))

  test('its file and what named it; one of the same evening stays', async () => {
    clock.until('01:00')
    await previewOf(420)
    clock.until('03:10')
    expect(await tick()).toEqual(done)
    expect(workbooks()).toHaveLength(1)
    clock.until('20:00')
    const { upload } = await previewOf(421)
    expect(await nightAfter(0)).toEqual(done)
    expect({ files: workbooks(), named: idsIn('uploads') }).toEqual({
      files: [`imports/${upload.sendId}.xlsx`],
      named: [upload.sendId],
    })
  })

  test('written, or of no use, nothing is left to remove', async () => {
    const { upload, ...seen } = await previewOf(420)
    if (!seen.ok) throw new Error(seen.error.code)
    await today.administrator.does('programme', 'importTable', { table: villages, ...upload, hash: seen.data.hash })
    const faulty = await previewOf('许多')
    expect(faulty).toMatchObject({ ok: true, data: { faults: [expect.anything()] } })
    expect({ files: workbooks(), named: idsIn('uploads') }).toEqual({ files: [], named: [] })
  })

  test('cut off between the file and what named it: the next tick removes that too', async () => {
    await previewOf(420)
    today.cloud.faults.inject({ on: 'database.removeDocument', collection: 'uploads', what: 'conflict' })
    expect(await nightAfter(2)).toEqual({ ok: true, data: { ...night, removeUploads: 'failed' } })
    expect({ files: workbooks(), named: idsIn('uploads').length }).toEqual({ files: [], named: 1 })
    expect(await tick()).toEqual(done)
    expect(idsIn('uploads')).toEqual([])
  })
})

describe('a photo that no record names is gone after a week', () => {
  const VILLAGE = 'V03'
  const place = () => ({ roundId: today.roundId, villageId: VILLAGE })
  const common = () => ({ ...place(), sendId: newId(), phone: newId(), device: '', at: clock.now(), waiting: 0 })
  const inspector = () => today.inspector('I01')

  async function told(of: FileDoc['of'], photoId = newId()): Promise<string> {
    const fileId = await uploadedPhoto(today.cloud, today.roundId, photoId)
    await inspector().does('scoring', 'photo', { ...place(), photoId, fileId, bytes: 20, of } as never)
    return photoId
  }
  const kept = () => ({
    files: today.storage().flatMap((path) => /^photos\/[^/]+\/(.+)\.jpg$/.exec(path)?.[1] ?? []),
    named: idsIn('files'),
  })
  const both = (...ids: string[]) => ({ files: [...ids].sort(), named: [...ids].sort() })

  test('and not before', async () => {
    const loose = await told('finding')
    expect(await nightAfter(5)).toEqual(done)
    expect(kept()).toEqual(both(loose))
    expect(await nightAfter(1)).toEqual(done)
    expect(kept()).toEqual(both())
  })

  test('one that anything names stays: any record, a former mark, a late send', async () => {
    const loose = await told('mark')
    const finding = await told('finding')
    const highlight = await told('highlight')
    const deduction = await told('deduction')
    const mark = await told('mark')
    const former = await told('mark')
    const fact = await told('finding')
    today.cloud.seed('findings', [{ _id: newId(), ...place(), photos: [{ id: finding, ring: null }], photosAfter: [] }])
    today.cloud.seed('highlights', [{ _id: newId(), ...place(), photos: [highlight] }])
    today.cloud.seed('deductions', [{ _id: newId(), ...place(), photos: [deduction] }])
    today.cloud.seed('measurements', [{ _id: newId(), ...place(), photos: [fact] }])
    await change(today.cloud, 'scorecards', String(today.dump('scorecards')[0]!._id), {
      'marks.C01.photos': [mark],
      history: [{ itemId: 'C01', photos: [former] }],
    })
    const waiting = await told('mark')
    today.cloud.seed('late', [
      { _id: newId(), ...place(), state: 'waiting', payload: { ...common(), changes: [{ photos: [waiting] }] } },
    ])

    expect(kept().named).toContain(loose)
    expect(await nightAfter(8)).toEqual(done)
    expect(kept()).toEqual(both(finding, highlight, deduction, mark, former, fact, waiting))
    // Each is looked at once: the next tick asks for none of them.
    expect(await today.cloud.requests.during(tick)).toBe(4)
  })

  test('another round’s record names nothing here', async () => {
    const loose = await told('finding')
    today.cloud.seed('findings', [{ _id: newId(), roundId: 'other', villageId: VILLAGE, photos: [{ id: loose }] }])
    await nightAfter(8)
    expect(kept()).toEqual(both())
  })

  test('cut off between file and document, and beside itself: all is gone, and what is named stays', async () => {
    const loose = await Promise.all(Array.from({ length: 3 }, () => told('finding')))
    const named = await told('highlight')
    today.cloud.seed('highlights', [{ _id: newId(), ...place(), photos: [named] }])
    today.cloud.faults.inject({ on: 'database.removeDocument', collection: 'files', what: 'conflict' })
    expect(await nightAfter(8)).toEqual({ ok: true, data: { ...night, removeLoosePhotos: 'failed' } })
    expect(kept()).toEqual({ files: [named], named: [...loose, named].sort() })
    expect(await Promise.all([tick(), tick()])).toEqual([done, done])
    expect(kept()).toEqual(both(named))
  })

  test('more than a hundred: all in one night', async () => {
    const at = clock.now() - 8 * DAY
    const loose = Array.from({ length: 230 }, (_, n) => ({
      ...{ _id: `loose-photo-${String(n).padStart(9, '0')}`, ...place(), uploader: 'I01', of: 'finding', bytes: 1, at },
      fileId: `cloud://local-cloud.local/photos/${today.roundId}/${n}.jpg`,
      dueAt: at + 7 * DAY,
    }))
    today.cloud.seed('files', loose)
    expect(await nightAfter(0)).toEqual(done)
    expect(stored(today.cloud).files).toEqual([])
  })
})
