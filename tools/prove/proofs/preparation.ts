/**
 * From an empty cloud to the sample's second round, sealed: everything a city hands over comes by its own call, villages,
 * people, scheme, goals and measured facts out of workbooks; then the day is driven as `prove day` drives it, at the
 * sample's own hours, for the functions are told what time it is. Only deductions are written as documents: their ids
 * are the sample's.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudDatabase } from '../../../config/cloud-database'
import { canonicalJson } from '../../../src/domain/digest'
import type { RoundResult } from '../../../src/domain/round-result'
import { buildFunctions } from '../../build-functions'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import { openidOf } from '../../seed/people'
import { readSample } from '../../seed/sample'
import { recomputed, theDay } from '../day/the-day'
import { type Calendar, calendar } from '../preparation/calendar'
import { readBack } from '../preparation/read-back'
import { sampleCells } from '../preparation/sample-cells'
import { type TheCity, theCity } from '../preparation/the-city'
import { kinds, sampleWorkbooks, type TableKind, type Workbooks } from '../preparation/workbooks'
import { holds, type Proof } from '../proof'

type Say = (line: string) => void

const ADMINISTRATOR = openidOf('M01')
/** What the sample's own panel and times are warned of. */
const EARNED = ['unevenDistricts', 'drive']
/** The weeks before the sample's day. */
const SETTING_UP = '2025-03-03'
const PLANNING = '2025-03-10'
const DECIDING = '2025-03-18'

export const preparation: Proof = {
  name: 'preparation',
  claim:
    'from an empty cloud, invites, workbooks, plan and ready-check lead to the sample’s round, byte for byte in its sealed exports',
  async run({ say }) {
    await buildFunctions()
    const workbooks = await sampleWorkbooks()
    const cells = await cellsAreTheSample(workbooks, say)
    const dataDir = mkdtempSync(join(tmpdir(), 'lalian-prove-'))
    const time = calendar(SETTING_UP, '09:00')
    const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', now: time.now })
    try {
      const city = theCity(cloud, workbooks, time.now)
      const counts = await prepare({ cloud, city, time, say })
      const importsLeft = join(dataDir, 'storage/imports')
      holds(!existsSync(importsLeft) || readdirSync(importsLeft).length === 0, 'an uploaded workbook was left behind')
      const bytes = await live(cloud, time, say)
      return `${counts}; ${cells} cells read back; the sealed exports are the sample’s, the same ${bytes} bytes for two persons and the public edition too`
    } finally {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

async function cellsAreTheSample(workbooks: Workbooks, say: Say): Promise<number> {
  const expected = sampleCells()
  let cells = 0
  for (const kind of kinds) cells += await readBack(workbooks[kind], expected[kind])
  say(`five workbooks of the sample by the programme’s own export; ${cells} cells as another library reads them`)
  return cells
}

interface Preparing {
  cloud: LocalCloud
  city: TheCity
  time: Calendar
  say: Say
}

async function prepare({ cloud, city, time, say }: Preparing): Promise<string> {
  await city.firstAdministratorBinds()
  await city.namesTheProgramme()
  const { added: villages } = await city.importsAsFirst('villages')
  const { added: named } = await city.importsAsFirst('members')
  const people = await city.everybodyBinds()
  holds(named.length === people, `${named.length} people were imported, ${people} were invited`)
  await city.firstAdministratorLeaves()
  say(`the first administrator by the one-time code; ${villages.length} villages, ${people} people invited and bound`)

  await city.beginsScheme()
  await city.imports('scheme')
  await changesNothing(cloud, city, ['scheme'])
  await city.publishesScheme()
  say('the scheme out of its workbook, published')

  time.onTo(PLANNING, '09:00')
  await city.createsRound()
  await city.plans()
  const { added: goals } = await city.imports('goals')
  const { added: facts } = await city.imports('measurements')
  await city.officerDeclares()
  say(`${goals.length} goals and ${facts.length} measured facts for the planned round; one goal by a village’s officer`)

  time.onTo(DECIDING, '09:00')
  const approved = await city.goalsAreApproved()
  const checked = await city.factsAreChecked()
  await changesNothing(cloud, city, ['villages', 'members', 'goals', 'measurements'])
  say(`${approved} approved, ${checked} checked by another person each; every workbook again: 0 changes`)

  const { checklist } = await city.preparation()
  const open = checklist.filter(({ state, code }) => state !== 'done' && !EARNED.includes(code))
  holds(open.length === 0, `the ready-check names ${JSON.stringify(open)}`)
  await city.makesReady()
  const warnings = checklist.filter(({ state }) => state === 'warning').map(({ text }) => text)
  say(
    `ready: ${checklist.length - warnings.length} lines done, warnings that the sample’s panel and times earn: ${warnings}`,
  )
  const told = await city.inspectorsAreTold()
  say(
    `an inspector’s day tells ${told.promises} promises and what ${told.evidence} facts rest on, as they were handed in`,
  )
  return `${villages.length} villages, ${people} people, ${approved} goals, ${facts.length} facts`
}

/** Preview and write; nothing stored differs but the audit’s line of it. */
async function changesNothing(cloud: LocalCloud, city: TheCity, again: readonly TableKind[]): Promise<void> {
  const before = stored(cloud)
  for (const kind of again) {
    const { added, changed, same } = await city.imports(kind)
    holds(added.length + changed.length === 0, `${kind} again changes ${JSON.stringify([...added, ...changed])}`)
    holds(same > 0, `${kind} again found nothing of itself`)
  }
  holds(stored(cloud) === before, `${again} again changed what is stored`)
}

function stored(cloud: LocalCloud): string {
  const collections = Object.keys(cloudDatabase).filter((name) => name !== 'audits')
  return JSON.stringify(collections.map((name) => [name, cloud.dump(name)]))
}

/** The sample's day, stop by stop; answers the bytes of its audit edition. */
async function live(cloud: LocalCloud, time: Calendar, say: Say): Promise<number> {
  const published = readSample<RoundResult>('round-2.result.json')
  const day = readSample<{ date: string }>('round-2.json').date
  const today = theDay(cloud, { day, now: time.now })
  const { file } = today
  time.onTo(day, '07:30')
  await today.as(ADMINISTRATOR, 'round', 'start')
  let [marks, responses] = [0, 0]
  for (const { villageId, arrive } of file.stops) {
    time.onTo(day, arrive, 5)
    marks += await today.inspectorsScore(false, [villageId])
    responses += (await today.villagersAnswer([villageId])).called
  }
  await today.writesDeductions()
  say(`${day}, stop by stop: ${file.scorecards.length} scorecards of ${marks} marks, ${responses} responses`)

  time.onTo(day, '17:10')
  await today.as(ADMINISTRATOR, 'round', 'close')
  time.onTo(day, '19:00')
  await today.twoPersonsSeal()
  await today.as(ADMINISTRATOR, 'round', 'announce')
  const audit = await today.exportedAudit()
  isSample(audit, 'round-2.json')
  isSample(await today.exportedPublic(), 'round-2-public.json')
  const { digest } = recomputed(audit)
  holds(digest === published.digest, `recomputed to ${digest}, published as ${published.digest}`)
  say(`closed, sealed and exported by two persons, recomputed: ${digest}, as published`)
  return audit.byteLength
}

/** Byte for byte: the sample's file as an exporter must write it. */
function isSample(exported: Uint8Array, name: string): void {
  const expected = Buffer.from(canonicalJson(readSample(name)))
  holds(expected.equals(exported), `the export is not ${name}: ${firstDifference(exported, expected)}`)
}

function firstDifference(found: Uint8Array, expected: Uint8Array): string {
  const at = expected.findIndex((byte, n) => byte !== found[n])
  const words = (bytes: Uint8Array) => Buffer.from(bytes.slice(Math.max(0, at - 80), at + 80)).toString('utf8')
  return `at byte ${at}: …${words(found)}… instead of …${words(expected)}…`
}
