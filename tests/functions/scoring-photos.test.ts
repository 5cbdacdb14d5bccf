/** A photo goes straight to storage; told to scoring.photo, it is no longer missing (docs/decisions/2026-11-24-photos.md). */
import type { CallIn } from '../../src/contract'
import { RoundState } from '../../src/contract/parts'
import type { Fault } from '../../tools/local-cloud/faults'
import { newId, villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { allBut, codeOf } from '../vocabulary/everyone'
import { linesOf } from '../vocabulary/rounds'
import { change, stored, uploadedPhoto } from '../vocabulary/stored'

type Send = CallIn<'scoring', 'photo'>

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(async () => {
  today.cloud.faults.clear()
  await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
})

/** A photo whose upload is over. */
async function uploaded(more: Partial<Send> = {}): Promise<Send> {
  const photoId = more.photoId ?? newId()
  const fileId = await uploadedPhoto(today.cloud, today.roundId, photoId)
  return { roundId: today.roundId, villageId: 'V01', photoId, fileId, bytes: 34, of: 'mark', ...more }
}
const inspector = () => today.inspector('I01')
const file = (photoId: string) => today.dump('files').find(({ _id }) => _id === photoId)

describe('scoring.photo: who may, and when', () => {
  const may: RoundState[] = ['running', 'closed']
  test.each(RoundState.options)('%s: the panel’s inspectors where it is taken, and nobody else ever', async (state) => {
    const send = await uploaded()
    await change(today.cloud, 'rounds', today.roundId, { state })
    const before = stored(today.cloud)
    for (const who of allBut('inspector')) expect(await codeOf(today, who, 'scoring', 'photo', send)).toBe('notAllowed')
    expect(stored(today.cloud)).toEqual(before)
    expect(await codeOf(today, 'inspector', 'scoring', 'photo', send)).toBe(may.includes(state) ? 'ok' : 'wrongState')
  })

  test('of a village where one is recused too: a finding may name it; not of a village off the route', async () => {
    const villageId = villagesOf(today.file, 'I01').recused[0]!
    await inspector().does('scoring', 'photo', await uploaded({ villageId, of: 'finding' }))
    expect(await inspector().asks('scoring', 'photo', await uploaded({ villageId: 'V99' }))).toMatchObject({
      error: { code: 'outOfScope' },
    })
  })
})

describe('scoring.photo: the file is this photo’s, and it is there', () => {
  test('kept with its uploader; the audit names it', async () => {
    const send = await uploaded({ of: 'highlight' })
    expect(await inspector().does('scoring', 'photo', send)).toEqual({ kept: true })
    expect(file(send.photoId)).toMatchObject({
      roundId: today.roundId,
      villageId: 'V01',
      uploader: 'I01',
      of: 'highlight',
      fileId: send.fileId,
      bytes: 34,
    })
    expect(linesOf(today, 'photo').filter(({ _id }) => _id.endsWith(send.photoId))).toEqual([
      expect.objectContaining({ memberId: 'I01', on: 'V01', after: { photoId: send.photoId, of: 'highlight' } }),
    ])
  })

  test('not uploaded yet: not found, and nothing is kept', async () => {
    const photoId = newId()
    const send = await uploaded()
    const fileId = send.fileId.replace(send.photoId, photoId)
    const before = stored(today.cloud)
    expect(await inspector().asks('scoring', 'photo', { ...send, photoId, fileId })).toMatchObject({
      error: { code: 'notFound' },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('another file than this photo’s is refused, however like it the name looks', async () => {
    const send = await uploaded()
    const other = await uploaded()
    const bucket = send.fileId.slice(0, send.fileId.indexOf('/photos/'))
    const before = stored(today.cloud)
    for (const fileId of [
      other.fileId,
      `${bucket}/rounds/2024-2/1/audit-0.json`,
      `${bucket}/photos/2024-1/${send.photoId}.jpg`,
      `${bucket}/photos/${today.roundId}/${send.photoId}.png`,
      `${bucket}/photos/${today.roundId}/x/${send.photoId}.jpg`,
      `${bucket}/x/photos/${today.roundId}/${send.photoId}.jpg`,
      `${bucket}/../photos/${today.roundId}/${send.photoId}.jpg`,
      `${send.fileId}?${send.photoId}.jpg`,
      `cloud://photos/${today.roundId}/${send.photoId}.jpg`.replace('photos/', 'photos'),
    ])
      expect(await inspector().asks('scoring', 'photo', { ...send, fileId })).toMatchObject({
        error: { code: 'invalid', details: { path: 'fileId' } },
      })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a bucket that is not ours holds no photo of ours', async () => {
    const send = await uploaded()
    const fileId = `cloud://elsewhere.bucket/photos/${today.roundId}/${send.photoId}.jpg`
    expect(await inspector().asks('scoring', 'photo', { ...send, fileId })).toMatchObject({
      error: { code: 'notFound' },
    })
    expect(file(send.photoId)).toBeUndefined()
  })

  test('what the schema refuses: two megabytes and a byte, nothing at all, another’s name', async () => {
    const send = await uploaded()
    for (const payload of [
      { ...send, bytes: 2_000_001 },
      { ...send, bytes: 0 },
      { ...send, uploader: 'I02' },
      { ...send, of: 'voice' },
      { ...send, fileId: `https://example.org/photos/${today.roundId}/${send.photoId}.jpg` },
    ])
      expect(await codeOf(today, 'inspector', 'scoring', 'photo', payload)).toBe('invalid')
    expect(file(send.photoId)).toBeUndefined()
  })
})

describe('scoring.photo: twice is once', () => {
  test('again: the same answer, nothing written; five database requests, four again; one look into storage', async () => {
    const send = await uploaded()
    const cost = () => today.cloud.requests.during(() => inspector().does('scoring', 'photo', send))
    expect(await cost()).toBe(5)
    expect(today.cloud.requests.of('storage.batchGetDownloadUrl')).toBe(1)
    const before = stored(today.cloud)
    expect(await cost()).toBe(4)
    expect(today.cloud.requests.of('storage.batchGetDownloadUrl')).toBe(0)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('the person’s two phones at once, one of them with an imported queue: one file, both hear yes', async () => {
    const send = await uploaded()
    const answers = await Promise.all(Array.from({ length: 6 }, () => inspector().asks('scoring', 'photo', send)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(today.dump('files').filter(({ _id }) => _id === send.photoId)).toHaveLength(1)
    expect(linesOf(today, 'photo').filter(({ _id }) => _id.endsWith(send.photoId))).toHaveLength(1)
  })

  test('known of another round: not taken over', async () => {
    const send = await uploaded()
    await inspector().does('scoring', 'photo', send)
    await change(today.cloud, 'files', send.photoId, { roundId: '2024-1' })
    expect(await inspector().asks('scoring', 'photo', send)).toMatchObject({ error: { code: 'outOfScope' } })
  })

  const troubles: Fault[] = (['drop', 'timeout', 'duplicate'] as const).flatMap((what) => [
    { on: 'database.insertDocument', what, collection: 'files' },
    { on: 'database.insertDocument', what, collection: 'audits' },
  ])
  test.each([...troubles, { on: 'storage.batchGetDownloadUrl', what: 'drop' } as Fault])(
    'an answer lost: $on, $what in $collection',
    async (fault) => {
      const send = await uploaded()
      today.cloud.faults.inject(fault)
      let answer = await inspector().asks('scoring', 'photo', send)
      for (let tries = 0; !answer.ok && tries < 3; tries++) {
        expect(answer.error.code).toBe('tryAgain')
        answer = await inspector().asks('scoring', 'photo', send)
      }
      expect(answer).toMatchObject({ ok: true })
      expect(today.dump('files').filter(({ _id }) => _id === send.photoId)).toHaveLength(1)
      expect(linesOf(today, 'photo').filter(({ _id }) => _id.endsWith(send.photoId))).toHaveLength(1)
    },
  )
})
