/** The evening, lived whole once to know its points, and then killed at each and gone on with. */
import type { RoundDoc, SnapshotDoc } from '../../../cloudfunctions/common/documents'
import type { Answer } from '../../../src/contract/errors'
import { type SealingStep, sealingSteps } from '../../../src/contract/round'
import { MINUTE, type TestClock } from '../../../tests/vocabulary/clock'
import type { LocalCloud } from '../../local-cloud'
import { holds } from '../proof'
import { comparable, difference } from './comparable'
import { type Death, mortalCall } from './mortal-call'
import { type Deed, peopleOn } from './people'
import type { Stage, Stand } from './stage'

/** One call of the evening: how everything stood before it, what it asks for, how it ends if nothing is killed. */
export interface Scene {
  name: string
  deed: Exclude<Deed, 'lookToo'>
  before: Stand
  requests: string[]
  /** Of a job that must fail: how everything stands when the round is `closed` again. */
  failed: Stand | null
  end: Stand
}

export interface Kill {
  scene: Scene
  at: number
  death: Death
  /** Whoever looks next is killed as well, at this request. */
  again?: number
}

export function eveningOn(cloud: LocalCloud, stage: Stage, roundId: string, clock: TestClock) {
  const people = peopleOn(cloud, roundId)
  /** How everything stood between two calls when nothing was killed. */
  const met = new Set<string>()
  return { scenesOfSuccess, scenesOfFailure, killed, holdsCanFail }

  /** Sealed and announced from a closed round: every call a scene. */
  async function scenesOfSuccess(): Promise<Scene[]> {
    const scenes: Omit<Scene, 'end' | 'failed'>[] = []
    const deeds: Scene['deed'][] = ['propose', 'agree', ...sealingSteps.map(() => 'look' as const), 'announce']
    for (const [n, deed] of deeds.entries()) {
      const before = stage.stand()
      const { requests } = await people.does(deed, 1, null)
      scenes.push({ name: deed === 'look' ? sealingSteps[n - 2]! : deed, deed, before, requests })
    }
    const end = stage.stand()
    holds(roundIn(end).state === 'announced', `the evening ended in ${roundIn(end).state}`)
    for (const stand of [...scenes.map(({ before }) => before), end]) met.add(JSON.stringify(comparable(stand)))
    return scenes.map((scene) => ({ ...scene, failed: null, end }))
  }

  /** What cannot be sealed, found at each step before the deletion. */
  async function scenesOfFailure(scenes: readonly Scene[]): Promise<Scene[]> {
    const found: Scene[] = []
    for (const [step, spoil] of Object.entries(spoilt) as [SealingStep, Spoil][]) {
      const before = spoil(scenes.find(({ name }) => name === step)!.before)
      stage.putBack(before)
      const { requests } = await people.does('look', 1, null)
      const failed = stage.stand()
      holds(roundIn(failed).state === 'closed', `${step}: what cannot be sealed is ${roundIn(failed).state}`)
      await sealAnew()
      found.push({ name: `${step}-fails`, deed: 'look', before, requests, failed, end: stage.stand() })
    }
    return found
  }

  /** Answers what does not hold, or null. Every second job that hangs has nobody who looks, only the timer. */
  async function killed({ scene, at, death, again }: Kill): Promise<string | null> {
    stage.putBack(scene.before)
    const { requests, late } = await people.does(scene.deed, 1, { at, death })
    if (requests[at] !== scene.requests[at]) return `the request was another one this time: ${requests[at]}`
    const isLeft = scene.deed === 'look' && again === undefined && at % 2 === 1
    const otherwise =
      betweenOf(stage.stand(), scene) ?? (await (isLeft ? endedByTimer(scene) : goneOnWith(scene, again)))
    if (otherwise || !late) return otherwise
    stage.putBack(scene.end)
    late.release()
    await stage.settled()
    const after = difference(stage.stand(), scene.end)
    return after && `arrived when all was over, ${after}`
  }

  async function goneOnWith(scene: Scene, again: number | undefined): Promise<string | null> {
    if (again !== undefined) await people.does('lookToo', 1, { at: again, death: 'gone' })
    if (scene.failed) {
      const state = await people.look('lookToo')
      return state === 'closed' ? difference(stage.stand(), scene.failed) : `what cannot be sealed is ${state}`
    }
    // The person who heard nothing sends again; where the job has begun meanwhile, somebody has looked.
    if (scene.deed === 'agree') await people.does('lookToo', 1, null)
    if (scene.deed === 'look') await people.does('lookToo', 1, null)
    else await people.until(scene.deed, 1)
    // As it was met before, it leads where it led before.
    if (met.has(JSON.stringify(comparable(stage.stand())))) return null
    if (scene.deed === 'propose') await people.until('agree', 1)
    if (scene.deed !== 'announce') await people.look('lookToo')
    if (scene.deed !== 'announce') await people.until('announce', 1)
    return difference(stage.stand(), scene.end)
  }

  /** Ten minutes later the timer comes, once, and there is nothing left to drive on: sealed, or closed. */
  async function endedByTimer(scene: Scene): Promise<string | null> {
    clock.later(10 * MINUTE)
    const tick = () => cloud.trigger('timer', 'everyTenMinutes')
    const { answer } = await mortalCall(cloud, tick, null)
    clock.reset()
    const told = answer as Answer<Record<string, string>>
    if (!told.ok || told.data.goOnSealing !== 'done') return `the timer answers ${JSON.stringify(told)}`
    const { state } = roundIn(stage.stand())
    if (scene.failed) {
      return state === 'closed'
        ? difference(stage.stand(), scene.failed)
        : `left to the timer, what cannot be sealed is ${state}`
    }
    if (state !== 'sealed') return `left to the timer, the round is ${state}`
    await people.until('announce', 1)
    return difference(stage.stand(), scene.end)
  }

  /** What the proof asks of a stand is not always so: an answer left, one lost in between, a line twice, a job that hangs. */
  function holdsCanFail(scenes: readonly Scene[]): void {
    const first = scenes[0]!
    const before = first.before.documents
    const hanging = scenes.find(({ name }) => name === 'readBack')!
    const left = { answers: before.answers!.slice(0, 1) }
    const twice = { audits: [...first.end.documents.audits!, { ...first.end.documents.audits![0]!, _id: 'again' }] }
    const plants: Stand['documents'][] = [left, twice, { snapshots: [] }, { rounds: hanging.before.documents.rounds! }]
    for (const planted of plants)
      holds(difference(withDocuments(first.end, planted), first.end) !== null, `${Object.keys(planted)} are not seen`)
    const lost = withDocuments(hanging.before, { answers: before.answers!.slice(1) })
    holds(betweenOf(lost, hanging) !== null, 'an answer that is lost before the deletion is not seen')
  }

  async function sealAnew(): Promise<void> {
    await people.until('propose', 2)
    await people.until('agree', 2)
    await people.look('look')
    await people.until('announce', 2)
  }
}

const beforeDeletion: readonly string[] = ['freeze', 'compute', 'draw', 'write', 'readBack']

/** While it hangs: either every answer is there, or the snapshot that was agreed to is. */
function betweenOf(stand: Stand, { before, end }: Scene): string | null {
  const round = roundIn(stand)
  const isWhole = round.state === 'closed' || beforeDeletion.includes(round.sealing?.step ?? '')
  if (isWhole)
    for (const collection of ['answers', 'ballots', 'cards', 'secrets', 'bursts', 'voices'])
      if (JSON.stringify(stand.documents[collection]) !== JSON.stringify(before.documents[collection]))
        return `${round.state}, ${round.sealing?.step}, and ${collection} have changed`
  if (isWhole) return null
  const snapshots = stand.documents.snapshots as unknown as SnapshotDoc[]
  const [sealed] = end.documents.snapshots as unknown as SnapshotDoc[]
  return snapshots.length === 1 && snapshots[0]!.digest === sealed!.digest ? null : 'deleted without its snapshot'
}

function roundIn({ documents }: Stand): RoundDoc {
  return documents.rounds![0] as unknown as RoundDoc
}

function withDocuments(stand: Stand, documents: Stand['documents']): Stand {
  return { ...stand, documents: { ...stand.documents, ...documents } }
}

type Spoil = (stand: Stand) => Stand

/** By the step that finds it. */
const spoilt: Partial<Record<SealingStep, Spoil>> = {
  freeze: (stand) =>
    withDocuments(stand, {
      deductions: stand.documents.deductions!.map((one, n) => (n === 0 ? { ...one, revision: 99 } : one)),
    }),
  compute: (stand) => without(stand, /audit-/),
  draw: (stand) => without(stand, /audit-/),
  write: (stand) => without(stand, /audit-/),
  readBack: (stand) => without(stand, /public-/),
}

function without(stand: Stand, lost: RegExp): Stand {
  return { ...stand, files: Object.fromEntries(Object.entries(stand.files).filter(([path]) => !lost.test(path))) }
}
