/** Words about a round's life: what stands in its document, its audit, and driving it to its seal. */
import type { AuditDoc, RoundDoc, SnapshotDoc } from '../../cloudfunctions/common/documents'
import type { CallOut } from '../../src/contract'
import { newId } from './cards'
import type { Day, Person } from './day'
import { change } from './stored'

export function roundOf(today: Day): RoundDoc {
  return one<RoundDoc>(today, 'rounds', today.roundId)
}

export function snapshotOf(today: Day): SnapshotDoc {
  return one<SnapshotDoc>(today, 'snapshots', roundOf(today).snapshotId!)
}

/** Lines of one action, in the order of their ids. */
export function linesOf(today: Day, action: string): AuditDoc[] {
  return (today.dump('audits') as unknown as AuditDoc[]).filter((line) => line.action === action)
}

/** Lines from an hour ago: sealing chains what is older than a minute, a test's own deeds are not. */
export async function leavesLines({ cloud, roundId }: Day, count: number): Promise<void> {
  const line = (n: number): AuditDoc => ({
    _id: `${roundId}:an-hour-ago-${n}`,
    roundId,
    memberId: 'I01',
    action: 'submit',
    on: `${roundId}:I01:V01`,
    before: null,
    after: { items: n },
    reason: '',
    at: Date.now() - 3_600_000,
  })
  await cloud.seed('audits', Array.from({ length: count }, (_, n) => line(n)) as unknown as { _id: string }[])
}

/** The administrator proposes, the second one agrees: the round is `sealing`. */
export async function agreedToSeal(today: Day): Promise<void> {
  const { roundId } = today
  const { proposal } = await today.administrator.does('round', 'seal', { roundId, sendId: newId() })
  await today.secondAdministrator.does('round', 'agree', { roundId, proposalId: proposal!.id })
}

/** One call of whoever drives the job. */
export function drive(today: Day, person: Person = today.administrator): Promise<CallOut<'round', 'seal'>> {
  return person.does('round', 'seal', { roundId: today.roundId, sendId: newId() })
}

export async function driveToTheEnd(today: Day): Promise<void> {
  for (let calls = 0; calls < 10; calls++) if ((await drive(today)).state === 'sealed') return
  throw new Error('ten calls did not end the sealing')
}

export async function sealed(today: Day): Promise<void> {
  await agreedToSeal(today)
  await driveToTheEnd(today)
}

export async function announced(today: Day): Promise<void> {
  await sealed(today)
  await today.administrator.does('round', 'announce', { roundId: today.roundId, sendId: newId() })
}

/** The sealed round with every village 25 times over: 200 of them, as many as a city has. */
export async function manyVillages(today: Day): Promise<void> {
  const { villages } = roundOf(today)
  const { _id, result, details, certainty } = snapshotOf(today)
  if (certainty?.outcome !== 'drawn') throw new Error('nothing was drawn')
  const copies = Array.from({ length: 25 }, (_, n) => n)
  const renamed = <T extends { villageId: string }>(rows: T[]) =>
    copies.flatMap((n) => rows.map((row) => ({ ...row, villageId: `${row.villageId}-${n}` })))
  await change(today.cloud, 'rounds', today.roundId, {
    villages: copies.flatMap((n) => villages.map((village) => ({ ...village, id: `${village.id}-${n}` }))),
  })
  await change(today.cloud, 'snapshots', _id, {
    result: { ...result, ranking: renamed(result.ranking) },
    details: { ...details, villages: renamed(details.villages) },
    certainty: { ...certainty, villages: renamed(certainty.villages) },
  })
}

function one<T>(today: Day, collection: string, id: string): T {
  const found = today.dump(collection).find((doc) => doc._id === id)
  if (!found) throw new Error(`${collection} holds no ${id}`)
  return found as unknown as T
}
