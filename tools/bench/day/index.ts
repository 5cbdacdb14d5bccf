/** A full day against the free tier's quota: how many reads and writes, and what the busiest seconds ask for. */

import type { FindingDoc } from '../../../cloudfunctions/common/documents'
import { cloudDatabase } from '../../../config/cloud-database'
import type { AuditEdition } from '../../../src/domain/round-file'
import { buildFunctions } from '../../build-functions'
import type { Doc } from '../../local-cloud/ejson'
import { dailyQuota } from '../../local-cloud/limits'
import { callAs } from '../../prove/load/calls'
import { type Cost, type Costs, costsBeside, NIGHT_TICK, TICK, TO_THE_END } from '../../prove/load/costs'
import { onStore } from '../../prove/load/store'
import type { Objects } from '../../prove/matrix/objects'
import { readSample } from '../../seed/sample'
import type { Figure } from '../figure'
import { course, type Doing } from './course'
import { type CostsOfCrowds, peaks } from './peaks'

const READS = ['getDocument', 'calculateDocument', 'aggregateDocuments']

export async function day(): Promise<Figure[]> {
  await buildFunctions()
  const file = readSample<AuditEdition>('round-2.json')
  const doings = course(file)
  const costs = await onStore(cloudDatabase, (store) => {
    const asked = doings.flatMap(({ calls }) => calls.map((call) => callAs(...call, store.objects)))
    const once = new Map(asked.map((call) => [`${call.name} ${call.moment}`, call]))
    return costsBeside(
      store,
      [...once.values()].map((call) => ({ ...call, name: `${call.name} ${call.moment}` })),
      dayOf(store.objects),
    )
  })
  const rows = [...doings.map((doing) => ({ ...doing, ...asks(doing, costs) })), sealing(file, costs), timer(costs)]
  return [...rows.map(figureOf), ...whole(rows), ...peaks(costsOfCrowds(costs))]
}

/** Findings with photos, which the small round has none of: what is read of them counts. */
function dayOf({ roundId, villageId, now }: Objects): Record<string, Doc[]> {
  const photo = (n: number) => `bench-photo-${String(n).padStart(9, '0')}`
  const files = Array.from({ length: 264 }, (_, n) => ({
    ...{ _id: photo(n), roundId, villageId, uploader: 'I06', of: 'finding', at: now, bytes: 1000 },
    fileId: `cloud://local-cloud.local/photos/${photo(n)}.jpg`,
    dueAt: n < 20 ? now : null,
  }))
  const finding = (n: number): FindingDoc => ({
    _id: `bench-finding-${String(n).padStart(7, '0')}`,
    revision: 1,
    roundId,
    roundNumber: 2,
    villageId,
    source: 'round',
    category: 'detail',
    text: '标语褪色',
    photos: [{ id: photo(n), ring: null }],
    photosAfter: [],
    state: 'reported',
    dueOn: null,
    by: 'I06',
    byName: '成员 I06',
    at: now,
    phone: 'bench-phone-000000000',
    sendId: 'bench-send-0000000000',
    sends: {},
    history: [],
  })
  const findings = Array.from({ length: 20 }, (_, n) => finding(n))
  return { files, findings } as unknown as Record<string, Doc[]>
}

interface Asked {
  reads: number
  writes: number
}

function asks({ calls, times }: Doing, costs: Costs): Asked {
  const each = calls.map(([name, who, moment]) => split(costs.get(`${name} by ${who} ${moment}`)!))
  return { reads: times * sum(each, 'reads'), writes: times * sum(each, 'writes') }
}

/** Proposed and agreed to, and driven to its end by who looks: the small round's, and what the sample's responses are more. */
function sealing({ responses }: AuditEdition, costs: Costs) {
  const { reads, writes } = split(costs.get(TO_THE_END)!)
  const more = 2 * Math.ceil(responses.length / 500)
  return { what: 'sealed, step by step', times: 1, reads: reads + more, writes: writes + more }
}

/** Six ticks an hour. At night photos are due that were handed in a week before, at each of its six ticks. */
function timer(costs: Costs) {
  const [byDay, atNight] = [TICK, NIGHT_TICK].map(([name]) => split(costs.get(name)!)) as [Asked, Asked]
  const of = (kind: keyof Asked) => 138 * byDay[kind] + 6 * atNight[kind]
  return { what: 'the timer, every ten minutes', times: 144, reads: of('reads'), writes: of('writes') }
}

/** What begins, ends or gives up a transaction counts as a write: the platform does not say, and this is the dearer. */
function split({ requests }: Cost): Asked {
  const entries = Object.entries(requests)
  const isRead = (action: string) => READS.includes(action.replace('database.', ''))
  const count = (wanted: boolean) =>
    entries.reduce((all, [action, n]) => (isRead(action) === wanted ? all + n : all), 0)
  return { reads: count(true), writes: count(false) }
}

function figureOf({ what, times, reads, writes }: Asked & { what: string; times: number }): Figure {
  return { what: `a day: ${what}`, figure: `${reads} reads, ${writes} writes`, beside: `${times} times` }
}

function whole(rows: readonly Asked[]): Figure[] {
  return [
    within('reads', sum(rows, 'reads'), dailyQuota.reads / 2),
    within('writes', sum(rows, 'writes'), dailyQuota.writes / 2),
  ]
}

function within(what: string, count: number, most: number): Figure {
  return {
    what: `a full day’s database ${what}`,
    figure: String(count),
    reach: `≤ ${most}, half of the free tier’s`,
    holds: count <= most,
  }
}

function costsOfCrowds(costs: Costs): CostsOfCrowds {
  const of = (name: string) => {
    const { reads, writes } = split(costs.get(name)!)
    return reads + writes
  }
  return {
    enter: of('member.enter by villager running'),
    answer: of('survey.answer by villager running'),
    save: of('scoring.saveMarks by inspector running'),
    submit: of('scoring.submit by inspector running'),
    finding: of('scoring.finding by inspector running'),
    photo: of('scoring.photo by inspector running'),
    board: of('member.me by cityLeader announced') + of('ranking.board by cityLeader announced'),
    progress: of('member.me by cityLeader running') + of('ranking.progressOfDay by cityLeader running'),
  }
}

function sum(rows: readonly Asked[], of: keyof Asked): number {
  return rows.reduce((all, row) => all + row[of], 0)
}
