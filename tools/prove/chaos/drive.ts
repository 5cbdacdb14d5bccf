/** The day, lived: from the departure to the exported files, with the troubles that are given. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { strFromU8, unzipSync } from 'fflate'
import type { MemberDoc } from '../../../cloudfunctions/common/documents'
import { startLocalCloud } from '../../local-cloud'
import { openidOf } from '../../seed/people'
import { programme, seedAll } from '../../seed/sample'
import { shanghaiTime } from '../../seed/shanghai-time'
import { emptyRound } from '../../seed/stored-round'
import { bundledApp, type OpenApp } from '../phone/app-on-a-phone'
import { type Chance, chanceFrom } from '../phone/chance'
import { simulatedTime } from '../phone/simulated-time'
import { holds } from '../proof'
import { type Desk, deskOf } from './desk'
import { holdsBeforeSealing } from './holds'
import { type Inspector, type InspectorApp, inspectorWith } from './inspector'
import { COLLECTIONS, type Gathered, type Lived } from './lived'
import { type Person, personWith } from './person'
import { type Plan, type PlannedDeduction, type PlannedVillager, SHOWS_THE_CODE } from './plan'
import { mortalServer } from './server'
import { helperName, type ServerKill, type Troubles } from './troubles'
import { answersByCards, answersByCode, type VillagerApp } from './villager'
import { type Delivery, weatherOver } from './weather'

export interface Apps {
  inspector: OpenApp<InspectorApp>
  villager: OpenApp<VillagerApp>
}

export interface DriveOptions {
  plan: Plan
  apps: Apps
  seed: number
  troubles: Troubles
  functionsDir?: string
  /** Warm ones of a function; 1 where not given. */
  instances?: number
  /** Told how much of the day is done, 0 to 1. */
  progress?(share: number): void
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** All phones' days of 1 200 villagers have some 60 000. */
const MOST_EVENTS = 1_000_000
/** Villagers stand together at the gate, and scan within so many milliseconds. */
const CROWD = 6 * MINUTE

export async function bundledApps(plugins: readonly Plugin[] = []): Promise<Apps> {
  return {
    inspector: await bundledApp<InspectorApp>(join(__dirname, 'inspector-hands.ts'), plugins),
    villager: await bundledApp<VillagerApp>(join(__dirname, 'villager-hands.ts'), plugins),
  }
}

export async function drive(options: DriveOptions): Promise<Lived> {
  const { plan, troubles } = options
  const folder = mkdtempSync(join(tmpdir(), 'lalian-chaos-'))
  const { file } = plan
  const dawn = shanghaiTime(file.date, '06:30')
  await seedDay(plan, join(folder, 'data'), dawn)
  const time = simulatedTime(dawn, MOST_EVENTS)
  const chance = chanceFrom(options.seed)
  const dooms = doomsOf(troubles.server)
  const server = await mortalServer({
    folder,
    functionsDir: options.functionsDir ?? 'dist/cloudfunctions',
    instances: options.instances ?? 1,
    time,
    chance: chance.forPart(1),
    doom: () => dooms.next(server.kills()),
  })
  try {
    const living = lived({ ...options, time, chance, dooms, server })
    let isOver = false
    const over = () => {
      isOver = true
    }
    living.then(over, over)
    while (!isOver) {
      await time.pass(time.now() + MINUTE)
      holds(time.now() < dawn + 36 * HOUR, 'somebody never came to the end of their day')
    }
    return await living
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The round is ready in the morning; measured facts were checked before. */
async function seedDay({ file, deductions, entered }: Plan, dataDir: string, now: number): Promise<void> {
  const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', quiet: true })
  await seedAll(cloud, programme(now))
  const officers = deductions.filter(({ revoked }) => revoked).map(({ villageId }) => officerOf(villageId, now))
  await seedAll(cloud, { members: officers })
  await seedAll(cloud, emptyRound({ ...file, measurements: [...entered] }, { day: file.date, state: 'ready', now }))
  await cloud.stop()
}

function officerOf(villageId: string, boundAt: number): MemberDoc {
  const memberId = `officer-${villageId}`
  const roles: MemberDoc['roles'] = [{ role: 'officer', scope: villageId }]
  return { _id: openidOf(memberId), memberId, name: '余国平', districtId: null, roles, boundAt, revoked: false }
}

type Life = DriveOptions & {
  time: ReturnType<typeof simulatedTime>
  chance: Chance
  dooms: ReturnType<typeof doomsOf>
  server: Awaited<ReturnType<typeof mortalServer>>
}

async function lived({ plan, apps, troubles, time, chance, dooms, server, progress = () => {} }: Life): Promise<Lived> {
  const { file } = plan
  const roundId = file.id
  const deliveries: Delivery[] = []
  const pictures = new Map<string, string>()
  const weather = weatherOver({
    server,
    time,
    failing: troubles.failing,
    delivered: (delivery) => deliveries.push(delivery),
    uploaded: (cloudPath, content) => pictures.set(/([^/]+)\.jpg$/.exec(cloudPath)![1]!, content),
  })
  let part = 100
  const people: Person<unknown>[] = []
  const desk = deskFor('M01')
  const second = deskFor('M02')
  let received = 0
  let cardsDone = 0
  const answers = plan.villagers.length + plan.helpers.reduce((sum, { cards }) => sum + cards.length, 0)
  const isOneDone = () => progress((0.9 * (received + cardsDone)) / (answers + plan.cards.length))

  // The morning.
  await desk.call('round', 'start', { roundId, sendId: sendId('start') })
  const inspectors = new Map(file.panel.map(({ id }) => [id, inspector(id)]))
  const cardCodes = await printedCards()
  await Promise.all(
    [...inspectors.values()].map((one) => (one.id === SHOWS_THE_CODE ? one.downloadsDay() : one.readsDay())),
  )

  // The day: each inspector goes on when they are done, the villagers come when the inspectors do.
  const comesAt = new Map(file.stops.map(({ villageId, arrive }) => [villageId, shanghaiTime(file.date, arrive)]))
  await Promise.all([
    ...[...inspectors.values()].map(judgesAll),
    ...plan.deductions.map(async (deduction) => {
      await until(comesAt.get(deduction.villageId)!)
      await inspectors.get(deduction.proposer)!.proposes(deduction)
    }),
    ...plan.villagers.map(comes),
    ...plan.helpers.map(goesRound),
  ])

  // The evening: good signal, and nothing is left on any phone.
  await until(shanghaiTime(file.date, file.stops.at(-1)!.depart))
  await Promise.all(
    plan.deductions
      .filter(({ confirmed }) => confirmed)
      .map((deduction) => inspectors.get(deduction.confirmer)!.confirms(deduction)),
  )
  await Promise.all([...inspectors.values()].map((one) => one.sendsEverything()))
  await really(() => server.isQuiet())
  await really(() => dooms.end('day', server))

  // Closed, reviewed, sealed by two, exported.
  dooms.begin('review')
  await desk.call('round', 'close', { roundId, sendId: sendId('close') })
  await appealsAreDecided()
  await mistypedIsCorrected()
  await desk.call('ranking', 'warnings', { roundId })
  await really(() => server.isQuiet())
  await really(() => dooms.end('review', server))
  const gathered = await really(async () => {
    const dumps = await Promise.all(COLLECTIONS.map((name) => server.dump(name)))
    return Object.fromEntries(COLLECTIONS.map((name, n) => [name, dumps[n]!])) as unknown as Gathered
  })
  const submitted = await shownAsSubmitted()
  holdsBeforeSealing(plan, { gathered, received, submitted, deliveries })
  await desk.wait(62 * MINUTE)
  dooms.begin('sealing')
  await twoPersonsSeal()
  await really(() => dooms.end('sealing', server))
  const audit = await exportedAudit()
  await desk.call('round', 'announce', { roundId, sendId: sendId('announce') })
  const { url } = await desk.call('ranking', 'exportPublic', { roundId })
  const open = await really(() => server.bytesAt(url))
  progress(1)
  const appKills = people.reduce((sum, person) => sum + person.killed(), 0)
  const counts = { weather: weather.counts, appKills, serverKills: server.kills() }
  return { audit, open, gathered, deliveries, pictures, received, submitted, ...counts }

  function until(at: number): Promise<void> {
    return desk.wait(at - time.now())
  }

  /** Time stands still meanwhile. */
  function really<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => void time.after(0, () => work().then(resolve, reject)))
  }

  function deskFor(who: string): Desk {
    const itsChance = chance.forPart(part++)
    return deskOf({ time, chance: itsChance, wire: weather.wireOf(openidOf(who), itsChance.forPart(1)) })
  }

  function phoneFor<A>(who: string, openApp: OpenApp<A>, more: Partial<Parameters<typeof personWith<A>>[0]> = {}) {
    const itsChance = chance.forPart(part++)
    const wire = weather.wireOf(openidOf(who), itsChance.forPart(1))
    const kills = troubles.appKills.get(who) ?? []
    const person = personWith<A>({ openApp, time, wire, chance: itsChance, model: `${who}的手机`, kills, ...more })
    people.push(person as Person<unknown>)
    return person
  }

  function inspector(id: string): Inspector {
    const person = phoneFor(id, apps.inspector, { opens: (app) => app.sendNow() })
    return inspectorWith({ id, person, chance: chance.forPart(part++), roundId, idOf })
  }

  function idOf(deduction: PlannedDeduction): Chance {
    return chanceFrom(file.number).forPart(plan.deductions.indexOf(deduction))
  }

  async function judgesAll(one: Inspector): Promise<void> {
    for (const { villageId } of file.stops) {
      const card = plan.cards.find((each) => each.inspectorId === one.id && each.villageId === villageId)
      if (!card) continue
      await until(comesAt.get(villageId)!)
      await one.judges(card)
      cardsDone++
      isOneDone()
    }
  }

  async function comes(villager: PlannedVillager): Promise<void> {
    const { who, villageId, channel } = villager
    const itsChance = chance.forPart(part++)
    const person = phoneFor(who, apps.villager, { openedBy: () => SCENES[channel]! })
    await until(comesAt.get(villageId)! + itsChance.between(MINUTE, MINUTE + CROWD))
    const onsite = channel === 'onsite'
    const code = onsite ? await inspectors.get(SHOWS_THE_CODE)!.onsiteScene(villageId) : `v=${villageId}`
    await answersByCode(villager, code, person, itsChance)
    received++
    isOneDone()
  }

  async function goesRound(helper: Plan['helpers'][number]): Promise<void> {
    const { villageId } = helper
    const person = phoneFor(helperName(villageId), apps.villager, { openedBy: () => SCENES.card! })
    await until(comesAt.get(villageId)!)
    await answersByCards(helper, cardCodes.get(villageId) ?? [], person, chance.forPart(part++), () => {
      received++
      isOneDone()
    })
  }

  /** By village, read off the sheets. */
  async function printedCards(): Promise<Map<string, string[]>> {
    const codes = new Map<string, string[]>()
    for (const { villageId, cards } of plan.helpers) {
      if (cards.length === 0) continue
      const send = { roundId, villageId, sendId: sendId(`cards-${villageId}`), count: cards.length }
      const { base64 } = await desk.call('round', 'printCards', send)
      const sheet = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))['word/document.xml']!
      codes.set(villageId, strFromU8(sheet).match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/g)!)
    }
    return codes
  }

  async function appealsAreDecided(): Promise<void> {
    for (const { villageId, revoked } of plan.deductions.filter((one) => one.revoked)) {
      const officer = deskFor(`officer-${villageId}`)
      const { deductions } = await officer.call('scoring', 'deductions', { roundId, villageId })
      const { id: deductionId } = deductions[0]!
      const reason = '走访的农户上月刚换户主，资料以新户主为准，附有镇里证明。'
      await officer.call('scoring', 'appeal', { roundId, deductionId, sendId: sendId(`appeal-${villageId}`), reason })
      const outcome = revoked ? 'revoked' : 'upheld'
      const decided = { roundId, deductionId, sendId: sendId(`decide-${villageId}`), outcome, reason } as const
      const { proposal } = await desk.call('scoring', 'decideAppeal', decided)
      await second.call('round', 'agree', { roundId, proposalId: proposal.id })
    }
  }

  async function mistypedIsCorrected(): Promise<void> {
    const reason = '录入时看错了一行，以镇里盖章的报表为准。'
    const correction = { kind: 'measurement', ...file.measurements[0]! } as const
    const { proposal } = await desk.call('round', 'correct', { roundId, sendId: sendId('correct'), correction, reason })
    await second.call('round', 'agree', { roundId, proposalId: proposal.id })
  }

  async function shownAsSubmitted(): Promise<Lived['submitted']> {
    const shown = new Map<string, Record<string, number> | undefined>()
    for (const { inspectorId, villageId } of plan.cards)
      shown.set(`${inspectorId} ${villageId}`, await inspectors.get(inspectorId)!.submitted(villageId))
    return shown
  }

  async function twoPersonsSeal(): Promise<void> {
    const { proposal } = await desk.call('round', 'seal', { roundId, sendId: sendId('seal') })
    await second.call('round', 'agree', { roundId, proposalId: proposal!.id })
    for (let looks = 0; looks < 60; looks++) {
      const drives = { roundId, sendId: sendId(`look-${looks}`), drive: true } as const
      if ((await desk.call('round', 'seal', drives)).state === 'sealed') return
      await desk.wait(2_000)
    }
    throw new Error('sixty looks did not end the sealing')
  }

  async function exportedAudit(): Promise<Uint8Array> {
    const reason = 'to compare it with the day without faults'
    const asked = { roundId, sendId: sendId('export'), reason, proposalId: null }
    const { proposal } = await desk.call('ranking', 'exportAudit', asked)
    await second.call('round', 'agree', { roundId, proposalId: proposal.id })
    const fetched = { ...asked, sendId: sendId('fetch'), proposalId: proposal.id }
    const { file: exported } = await desk.call('ranking', 'exportAudit', fetched)
    return really(() => server.bytesAt(exported!.url))
  }
}

/** The launch scene that makes the channel. */
const SCENES: Partial<Record<PlannedVillager['channel'], number>> = {
  onsite: 1047,
  poster: 1047,
  picture: 1012,
  card: 1089,
}

function sendId(what: string): string {
  return `chaos-${what}`.padEnd(21, '0')
}

/** Each kill at its call; only when one has happened the next is told. */
function doomsOf(kills: readonly ServerKill[]) {
  let part: ServerKill['part'] = 'day'
  let calls = 0
  let told = 0

  return {
    begin(what: ServerKill['part']): void {
      part = what
      calls = 0
    },
    next(happened: number): number | null {
      const next = kills[told]
      if (++calls < (next?.call ?? 0) || next?.part !== part || told > happened) return null
      told++
      return next.passages
    },
    /** What its part of the day did not come to, happens now. */
    async end(what: ServerKill['part'], server: { kills(): number; killNow(): Promise<void> }): Promise<void> {
      while (server.kills() < kills.filter((kill) => isBy(kill.part, what)).length) {
        await server.killNow()
        told = Math.max(told, server.kills())
      }
    },
  }
}

const PARTS: readonly ServerKill['part'][] = ['day', 'review', 'sealing']

function isBy(part: ServerKill['part'], what: ServerKill['part']): boolean {
  return PARTS.indexOf(part) <= PARTS.indexOf(what)
}
