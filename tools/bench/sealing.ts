/**
 * Sealing a round of 100 000 responses in 200 villages, after one as large, step by step: every call of the function in a
 * process of its own, as a cold instance takes it on. On the platform a call waits for the database: 30 requests a second
 * is what it allows (docs/platform.md). So a call's time is what the processor was busy, and its requests at that pace;
 * the clock, which a busy machine bends, is told beside it.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Answer } from '../../src/contract/errors'
import type { AuditEdition } from '../../src/domain/round-file'
import { buildFunctions } from '../build-functions'
import { type LocalCloud, startLocalCloud } from '../local-cloud'
import { documentedLimits } from '../local-cloud/limits'
import { sdkEnvironment } from '../local-cloud/sdk'
import { administrator, openidOf, secondAdministrator } from '../seed/people'
import { programme, readSample, sealAndAnnounce, seedAll } from '../seed/sample'
import { storedRound } from '../seed/stored-round'
import { type Figure, kilobytes } from './figure'
import { generatedRound } from './generated-round'

const SIZE = { villages: 200, inspectors: 40, cardsEach: 9, responses: 100_000 }
const REQUESTS_A_SECOND = 30
const BOARD_MOST = 3
const MOST_ATTEMPTS = 5
const root = resolve(__dirname, '../..')
const functionsDir = join(root, 'dist/cloudfunctions')
const given = JSON.parse(readFileSync(join(root, 'cloudfunctions/round/config.json'), 'utf8')) as {
  timeout: number
  memorySize: number
}

export async function sealing(): Promise<Figure[]> {
  await buildFunctions()
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-bench-'))
  const cloud = await startLocalCloud({ dataDir, functionsDir, synchronous: 'NORMAL', quiet: true })
  try {
    const now = Date.now()
    await seedAll(cloud, programme(now))
    const close = (file: AuditEdition) => seedAll(cloud, storedRound(file, { day: file.date, state: 'closed', now }))
    const small = readSample<AuditEdition>('round-1.json')
    await close(small)
    await sealAndAnnounce(cloud, small.id)
    const smallBoard = await boardRequests(cloud, small.id)
    await close(largeRound(2))
    await sealed(cloud, largeRound(2).id)
    await close(largeRound(3))
    const calls = await sealed(cloud, largeRound(3).id)
    const largeBoard = await boardRequests(cloud, largeRound(3).id)
    return [...callFigures(calls), snapshotFigure(cloud), boardFigure(smallBoard, largeBoard)]
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function callFigures(calls: readonly MeasuredCall[]): Figure[] {
  const [slowest] = [...calls].sort((a, b) => secondsOf(b) - secondsOf(a))
  const [largest] = [...calls].sort((a, b) => b.megabytes - a.megabytes)
  const what = `sealing ${SIZE.responses} responses, ${SIZE.villages} villages`
  const mostSeconds = given.timeout / 2
  return [
    {
      what: `${what}: the longest of its calls, ${slowest!.what}`,
      figure: `${secondsOf(slowest!).toFixed(1)} s`,
      beside: `${slowest!.busySeconds.toFixed(1)} s busy, ${slowest!.requests} requests; by the clock here ${slowest!.seconds.toFixed(1)} s`,
      reach: `≤ ${mostSeconds} s, half its time-out`,
      holds: secondsOf(slowest!) <= mostSeconds,
    },
    {
      what: `${what}: the most memory, ${largest!.what}`,
      figure: `${largest!.megabytes.toFixed(0)} MB for the process`,
      beside: `${calls.length} calls, ${calls.reduce((sum, { requests }) => sum + requests, 0)} requests`,
      reach: `≤ ${given.memorySize} MB, its memorySize`,
      holds: largest!.megabytes <= given.memorySize,
    },
  ]
}

function secondsOf({ busySeconds, requests }: MeasuredCall): number {
  return busySeconds + requests / REQUESTS_A_SECOND
}

/** It is one document: the board reads it in one request, and one request may answer so much. */
function snapshotFigure(cloud: LocalCloud): Figure {
  const bytes = Math.max(...cloud.dump('snapshots').map((doc) => Buffer.byteLength(JSON.stringify(doc))))
  const most = documentedLimits.databaseAnswerBytes
  return {
    what: `snapshot of ${SIZE.villages} villages, one document`,
    figure: kilobytes(bytes),
    reach: `≤ ${kilobytes(most)}, what a request may answer`,
    holds: bytes <= most,
  }
}

function boardFigure(small: number, large: number): Figure {
  return {
    what: `database requests: ranking.board, ${SIZE.villages} villages sealed`,
    figure: String(large),
    beside: `with 8 villages ${small}`,
    reach: `≤ ${BOARD_MOST}, the same`,
    holds: large <= BOARD_MOST && large === small,
  }
}

function boardRequests(cloud: LocalCloud, roundId: string): Promise<number> {
  return cloud.requests.during(async () => {
    const event = { action: 'board', payload: { roundId } }
    const answer = (await cloud.call('ranking', event, openidOf(administrator.memberId))) as Answer
    if (!answer.ok) throw new Error(`board: ${JSON.stringify(answer.error)}`)
  })
}

function largeRound(number: number): AuditEdition {
  const like = readSample<AuditEdition>('round-2.json')
  return { ...generatedRound(like, { ...SIZE, seed: number }), id: `large-${number}`, number }
}

type OwnProcess = { answer: Answer<unknown>; seconds: number; busySeconds: number; megabytes: number }
type MeasuredCall = Omit<OwnProcess, 'answer'> & { what: string; requests: number }
type Looked = { state: string; step: string | null; proposal: { id: string } | null }

/** Proposed, agreed to, looked at until it is sealed, announced. */
async function sealed(cloud: LocalCloud, roundId: string): Promise<MeasuredCall[]> {
  const calls: MeasuredCall[] = []
  const sendId = (what: string) => `bench-${what}`.padEnd(21, '0')
  const { proposal } = await ask<Looked>('propose', 'seal', { sendId: sendId('seal') })
  await ask('agree', 'agree', { proposalId: proposal!.id }, secondAdministrator)
  for (let step = 'freeze'; step !== 'sealed'; ) {
    const looked = await ask<Looked>(step, 'seal', { sendId: sendId('look'), drive: true })
    step = looked.state === 'sealing' ? looked.step! : looked.state
  }
  await ask('announce', 'announce', { sendId: sendId('announce') })
  return calls

  async function ask<Out>(what: string, action: string, payload: object, who = administrator): Promise<Out> {
    const event = { action, payload: { roundId, ...payload } }
    for (let attempt = 1; ; attempt++) {
      cloud.requests.reset()
      const { answer, ...measured } = await inItsOwnProcess(cloud, event, openidOf(who.memberId))
      if (answer.ok) {
        calls.push({ what, requests: cloud.requests.database(), ...measured })
        return answer.data as Out
      }
      // On a busy machine the local cloud may keep the SDK waiting beyond its 15 s; whoever looks calls again.
      if (answer.error.code !== 'tryAgain' || attempt === MOST_ATTEMPTS)
        throw new Error(`${what}: ${JSON.stringify(answer.error)}`)
    }
  }
}

/** The cloud it speaks to is in this process, so this one must not wait for it standing still. */
function inItsOwnProcess(cloud: LocalCloud, event: object, openid: string): Promise<OwnProcess> {
  const words = [join(__dirname, 'function-call.cjs'), join(functionsDir, 'round/index.js'), JSON.stringify(event)]
  const child = spawn(process.execPath, words, {
    env: { ...sdkEnvironment(cloud.url), WX_OPENID: openid, TCB_SOURCE: 'wx_client' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let told = ''
  child.stdout.on('data', (text) => {
    told += text
  })
  return new Promise((done, failed) =>
    child.on('close', (code) => (code === 0 ? done(JSON.parse(told)) : failed(new Error(`ended with ${code}`)))),
  )
}
