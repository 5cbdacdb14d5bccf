/** Of a sealed round two files lie in storage, and of an attempt that failed none: the audit edition holds every response. */
import type { SnapshotDoc } from '../../cloudfunctions/common/documents'
import type { HeldRequest } from '../../tools/local-cloud/gate'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { fewAnswers } from '../vocabulary/few-answers'
import { heldWhile } from '../vocabulary/held'
import { agreedToSeal, drive, driveToTheEnd, roundOf, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

let today: Day
beforeEach(async () => {
  today = await day({ state: 'closed', file: fewAnswers() })
  await agreedToSeal(today)
})
afterEach(() => today.stop())

const send = () => ({ roundId: today.roundId, sendId: newId(), drive: true as const })
const slowly = () => today.secondAdministrator.asks('round', 'seal', send())
const editions = () => today.storage().filter((path) => path.startsWith('rounds/'))
const driveTo = async (step: string) => {
  while (roundOf(today).sealing!.step !== step) await drive(today)
}
/** The `nth` request of a kind, from 1. */
function nth(count: number, action: string, collection: string | null) {
  let seen = 0
  return (request: HeldRequest) => request.action === action && request.collection === collection && ++seen === count
}
/** What was agreed to is no longer what is there: found at `freeze`. */
const spoil = () => change(today.cloud, 'measurements', String(today.dump('measurements')[0]!._id), { value: 99 })

function named({ files }: SnapshotDoc): string[] {
  return [files.audit, files.public!].map(({ fileId }) => fileId.slice(fileId.indexOf('/rounds/') + 1)).sort()
}

test('sealed: just the two editions', async () => {
  await driveToTheEnd(today)
  expect(editions()).toEqual(named(snapshotOf(today)))
})

test('one that read the answers as they went, and is only now heard of, keeps nothing', async () => {
  const answer = await heldWhile(today.cloud, slowly, nth(1, 'database.getDocument', 'answers'), () =>
    driveToTheEnd(today),
  )
  expect(answer).toMatchObject({ ok: true, data: { state: 'sealed' } })
  expect(editions()).toEqual(named(snapshotOf(today)))
})

test.each(['storage.getUploadMetadata', 'storage.PUT'])(
  'one that is held at its %s keeps the same file',
  async (action) => {
    await heldWhile(
      today.cloud,
      slowly,
      ({ action: asked }) => asked === action,
      () => driveToTheEnd(today),
    )
    expect(editions()).toEqual(named(snapshotOf(today)))
  },
)

test('killed when the file was kept and before the job could say so; put back, it goes with the rest', async () => {
  // The round is written twice: the path is named, then the job moved on.
  today.cloud.faults.inject({ on: 'database.modifyDocument', collection: 'rounds', what: 'conflict', after: 1 })
  expect(await slowly()).toMatchObject({ ok: false, error: { code: 'tryAgain' } })
  expect(roundOf(today).sealing).toMatchObject({ step: 'freeze', audit: null, auditPath: expect.any(String) })
  expect(editions()).toEqual([roundOf(today).sealing!.auditPath])

  await spoil()
  expect(await slowly()).toMatchObject({ error: { code: 'sealingFailed', details: { step: 'freeze' } } })
  expect(roundOf(today)).toMatchObject({ state: 'closed', sealing: null })
  expect(editions()).toEqual([])
})

test('one that keeps its file when another has put everything back takes it away again', async () => {
  const answer = await heldWhile(
    today.cloud,
    slowly,
    ({ action }) => action === 'storage.getUploadMetadata',
    async () => {
      await spoil()
      await today.administrator.asks('round', 'seal', send())
    },
  )
  expect(answer).toMatchObject({ ok: true, data: { state: 'closed' } })
  expect(editions()).toEqual([])
})

test('one that is heard of when the round is sealed and reopened takes nothing away', async () => {
  await driveTo('readBack')
  const reopened = async () => {
    await driveToTheEnd(today)
    const { roundId } = today
    const { proposal } = await today.administrator.does('round', 'reopen', {
      roundId,
      sendId: newId(),
      reason: '漏了一项',
    })
    await today.secondAdministrator.does('round', 'agree', { roundId, proposalId: proposal.id })
  }
  await heldWhile(today.cloud, slowly, nth(1, 'database.getDocument', 'snapshots'), reopened)
  expect(roundOf(today)).toMatchObject({ state: 'closed', snapshotId: null })
  const [snapshot] = stored(today.cloud).snapshots as SnapshotDoc[]
  expect(editions()).toEqual(named(snapshot!))
})

test('a rehearsal deleted when its file was kept and not named: nothing of it stays', async () => {
  today.cloud.faults.inject({ on: 'database.modifyDocument', collection: 'rounds', what: 'conflict', after: 1 })
  await slowly()
  await change(today.cloud, 'rounds', today.roundId, { rehearsal: true })
  expect(editions()).toHaveLength(1)
  await today.administrator.does('round', 'deleteRehearsal', { roundId: today.roundId, sendId: newId() })
  expect(editions()).toEqual([])
})
