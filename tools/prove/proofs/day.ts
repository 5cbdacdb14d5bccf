/**
 * The sample day through the real functions. What a call can do is done by its call, from the person's own account;
 * what no call can bring is written as the documents it would have left, and named in the output: measured facts,
 * deductions, and responses that two persons admitted.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RoundResult } from '../../../src/domain/round-result'
import { buildFunctions } from '../../build-functions'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import { openidOf } from '../../seed/people'
import { programme, readSample, seedAll } from '../../seed/sample'
import { shanghaiDay } from '../../seed/shanghai-time'
import { emptyRound } from '../../seed/stored-round'
import { recomputed, type TheDay, theDay } from '../day/the-day'
import { holds, type Proof } from '../proof'

const ADMINISTRATOR = openidOf('M01')
/** Longer than sealing asks for between closing and proposing. */
const A_MINUTE = 61_000

export const day: Proof = {
  name: 'day',
  claim: 'a day driven through the functions gives, sealed, exported and recomputed, the published ranking',
  async run({ form, say }) {
    const long = form === 'long'
    const dataDir = mkdtempSync(join(tmpdir(), 'lalian-prove-'))
    await buildFunctions()
    const cloud = await startLocalCloud({ dataDir, synchronous: long ? 'FULL' : 'NORMAL' })
    try {
      return await drive(cloud, long, say)
    } finally {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

async function drive(cloud: LocalCloud, long: boolean, say: (line: string) => void): Promise<string> {
  const now = Date.now()
  const today = theDay(cloud, { day: shanghaiDay(now), now: Date.now })
  const { file } = today
  await prepare(cloud, today, now)
  say(`${file.villages.length} villages, ${file.panel.length} inspectors; nothing has come in`)

  await today.as(ADMINISTRATOR, 'round', 'start')
  const marks = await today.inspectorsScore(long)
  say(
    `${file.scorecards.length} scorecards of ${marks} marks: arrived, saved ${long ? 'mark by mark' : 'card by card'}, submitted`,
  )

  const { called, written } = await today.villagersAnswer()
  say(
    `${called} responses: by the notice board’s code, by the one on an inspector’s phone, by a picture, by household cards printed and read off their sheet, too fast ones among them`,
  )
  const others = written === 0 ? '' : `, ${written} responses admitted by two persons or entered from paper`
  say(`written as documents: ${file.measurements.length} measured facts, ${file.deductions.length} deductions${others}`)

  await today.as(ADMINISTRATOR, 'round', 'close')
  await aMinutePasses(cloud, file.id, long)
  const steps = await today.twoPersonsSeal()
  await today.as(ADMINISTRATOR, 'round', 'announce')
  say(`closed, ${long ? 'waited a minute' : 'set back a minute'}, sealed by two persons in ${steps} calls, announced`)

  const audit = recomputed(await today.exportedAudit())
  const published = readSample<RoundResult>('round-2.result.json')
  holds(same(audit.ranking, published.ranking), 'the audit edition gives another ranking than the published one')
  const board = await today.as(openidOf('M03'), 'ranking', 'board')
  holds(board.digest === audit.digest, 'the leader’s board shows another digest than the exported file gives')
  const open = recomputed(await today.exportedPublic())
  holds(same(open.ranking, published.ranking), 'the public edition gives another ranking than the published one')
  say(`recomputed from the exported files: ${audit.digest}`)
  return `${published.ranking.length} of ${published.ranking.length} villages ranked as published, to the unit, in both editions`
}

/** The empty sample round, today. */
async function prepare(cloud: LocalCloud, today: TheDay, now: number): Promise<void> {
  const { file } = today
  await seedAll(cloud, programme(now))
  await seedAll(cloud, emptyRound(file, { day: shanghaiDay(now), state: 'ready', now }))
  await today.writesDeductions()
  // The plan's hours are not the hour at which this runs.
  const onsite = { from: now - 3_600_000, until: now + 3_600_000 }
  const villages = file.villages.map(({ id, name }) => ({ id, name, onsite }))
  await cloud.sdk().database().collection('secrets').doc(file.id).update({ data: { villages } })
}

/** Waited for, or the closing set back: the functions read the platform's clock. */
async function aMinutePasses(cloud: LocalCloud, roundId: string, really: boolean): Promise<void> {
  if (really) return new Promise((resolve) => setTimeout(resolve, A_MINUTE))
  const rounds = cloud.sdk().database().collection('rounds')
  await rounds.doc(roundId).update({ data: { closedAt: Date.now() - A_MINUTE } })
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
