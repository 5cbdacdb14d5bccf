import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import type { AuditEdition } from '../../src/domain/round-file'
import { steps } from '../build'
import { buildEmpty, buildH5 } from '../build-app'
import { startLocalCloud } from '../local-cloud'
import { programme, readSample, seedAll } from '../seed/sample'
import { shanghaiDay } from '../seed/shanghai-time'
import { storedRound } from '../seed/stored-round'
import { type Figure, median } from './figure'
import { packedSite } from './packed-site'
import { buildPeerSurvey } from './peer-survey/build'

const RUNS = 5
const MOST_MS = 3_000
/** A village's edge: 400 kbit/s both ways, 400 ms a request, a processor six times slower than this one. */
const NETWORK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const CPU = 6

/**
 * How long until the first question can be answered, in Chromium under a throttle, in turn with SurveyJS under the same, and
 * with the floor: until an empty Taro app has drawn its empty page.
 */
export async function firstQuestion(): Promise<Figure[]> {
  const { sites, close } = await allSites()
  const first: Times[] = []
  const again: Times[] = []
  for (let run = 0; run < RUNS; run++) {
    const [ours, ourCache] = await twice((time) => sites.ours(`oBench${run}-${time}`))
    const [peer, peerCache] = await twice(() => sites.peer)
    const [floor, floorCache] = await twice(() => sites.floor)
    first.push({ ours, peer, floor })
    again.push({ ours: ourCache, peer: peerCache, floor: floorCache })
  }
  await close()
  return [
    figureOf('first question, nothing on the phone yet', first),
    {
      ...figureOf('first question, files on the phone, as WeChat keeps a package', again),
      reach: `≤ ${MOST_MS / 1000} s`,
      holds: median(again.map(({ ours }) => ours)) <= MOST_MS,
    },
  ]
}

/** Milliseconds of one run, one straight after the other. */
type Times = { ours: number; peer: number; floor: number }
/** Opens its address and answers when the first question stands there; a villager's two taps are made at once. */
type Site = { url: string; untilFirstQuestion(page: Page): Promise<void> }

function figureOf(what: string, times: Times[]): Figure {
  const ours = median(times.map(({ ours }) => ours))
  const peer = median(times.map(({ peer }) => peer))
  const floor = median(times.map(({ floor }) => floor))
  const ratio = median(times.map(({ ours, peer }) => ours / peer))
  return {
    what,
    figure: `${(ours / 1000).toFixed(2)} s (${ratio.toFixed(2)} ×)`,
    beside: `SurveyJS ${(peer / 1000).toFixed(2)} s, empty Taro app ${(floor / 1000).toFixed(2)} s`,
  }
}

/** A browser that has never been there, and the same one once more. */
async function twice(site: (time: number) => Site): Promise<[number, number]> {
  const profile = mkdtempSync(join(tmpdir(), 'lalian-bench-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  const times: number[] = []
  for (const time of [0, 1]) {
    const page = await context.newPage()
    const devTools = await context.newCDPSession(page)
    await devTools.send('Network.enable')
    await devTools.send('Network.emulateNetworkConditions', NETWORK)
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: CPU })
    const { url, untilFirstQuestion } = site(time)
    const start = Date.now()
    await page.goto(url, { waitUntil: 'commit' })
    await untilFirstQuestion(page)
    times.push(Date.now() - start)
    await page.close()
  }
  await context.close()
  rmSync(profile, { recursive: true, force: true })
  return [times[0]!, times[1]!]
}

async function allSites() {
  const file = readSample<AuditEdition>('round-2.json')
  const { title } = file.scheme.survey.items[0]!
  const [web, peerWeb, emptyWeb] = [await buildH5(), await buildPeerSurvey(), await buildEmpty('h5')]
  await steps().functions.run()
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-bench-'))
  const functionsDir = resolve(__dirname, '../../dist/cloudfunctions')
  const cloud = await startLocalCloud({ dataDir, functionsDir, synchronous: 'NORMAL', quiet: true })
  const now = Date.now()
  await seedAll(cloud, programme(now))
  await seedAll(cloud, storedRound(file, { day: shanghaiDay(now), state: 'running', now }))
  const ours = await packedSite(web, cloud.url)
  const peer = await packedSite(peerWeb)
  const empty = await packedSite(emptyWeb)

  const sites = {
    ours: (account: string): Site => ({
      url: `${ours.url}/?as=${account}&scene=1047&code=${encodeURIComponent('v=V01')}#/pages/entry/index`,
      async untilFirstQuestion(page) {
        await page.getByRole('button', { name: '开始答题' }).click()
        await page.getByRole('radio', { name: '不了解' }).waitFor()
      },
    }),
    peer: {
      url: peer.url,
      untilFirstQuestion: (page) => page.getByText(title).first().waitFor(),
    } satisfies Site,
    floor: {
      url: empty.url,
      untilFirstQuestion: (page) => page.locator('taro-view-core').first().waitFor({ state: 'attached' }),
    } satisfies Site,
  }
  return {
    sites,
    async close() {
      ours.close()
      peer.close()
      empty.close()
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
