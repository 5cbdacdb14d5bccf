/** How far the sample has come when a test begins: each of these seeds a local cloud, as `webCloud` and others ask it to. */
import type { AuditEdition } from '../../src/domain/round-file'
import type { LocalCloud } from '../../tools/local-cloud'
import { loadSample, programme, readSample, sampleRound2, sealAndAnnounce, seedAll } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { type Documents, storedRound } from '../../tools/seed/stored-round'

/** Puts into an empty cloud what a test needs; `now` is that of the test. */
export type Stage = (cloud: LocalCloud, now: number) => Promise<void>

/** The sample's second round: the one of the day. */
export const ROUND = '2024-2'
export const round1 = () => readSample<AuditEdition>('round-1.json')

/** The afternoon of the second round; the first one is not there. */
export const afternoon: Stage = async (cloud, now) => {
  await seedAll(cloud, programme(now))
  await seedAll(cloud, storedRound(sampleRound2(), { day: shanghaiDay(now), state: 'running', now }))
}

/** The second round closed today, perhaps with another file or other documents; nothing is proposed yet. */
export const evening =
  (file = sampleRound2(), changed = (documents: Documents) => documents): Stage =>
  async (cloud, now) => {
    await seedAll(cloud, programme(now))
    await seedAll(cloud, changed(storedRound(file, { day: shanghaiDay(now), state: 'closed', now })))
  }

/** These rounds, one after the other, each sealed and announced by the real functions on its own day. */
export const announced =
  (...files: AuditEdition[]): Stage =>
  async (cloud, now) => {
    await seedAll(cloud, programme(now))
    for (const file of files) await announces(cloud, file, now)
  }

/** The whole sample, as `npm start` loads it: the first round announced, the second one running. */
export const sample: Stage = (cloud, now) => loadSample(cloud, shanghaiDay(now), now)

/** One more round beside what there is, sealed and announced. */
export async function announces(cloud: LocalCloud, file: AuditEdition, now = Date.now()): Promise<void> {
  await seedAll(cloud, storedRound(file, { day: file.date, state: 'closed', now }))
  await sealAndAnnounce(cloud, file.id)
}
