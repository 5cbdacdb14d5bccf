/**
 * A survey of many people through the real functions, one call after the other: the best an attacker could wish for.
 * Some change their answers, some lose an answer's receipt and send again, some write something, some come with a
 * household card on a neighbour's phone; the database makes trouble, so that functions have something to print.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cardId, printedCode } from '../../../cloudfunctions/common/card-codes'
import type { RoundDoc, SecretDoc } from '../../../cloudfunctions/common/documents'
import { answerId, ballotId } from '../../../cloudfunctions/common/envelopes'
import type { ActionName, CallIn, CallOut, FunctionName } from '../../../src/contract'
import type { Answer } from '../../../src/contract/errors'
import { groupedCode } from '../../../src/domain/readable-code'
import type { AuditEdition } from '../../../src/domain/round-file'
import { buildFunctions } from '../../build-functions'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import { openidOf } from '../../seed/people'
import { programme, readSample, seal, seedAll } from '../../seed/sample'
import { shanghaiDay } from '../../seed/shanghai-time'
import { storedRound } from '../../seed/stored-round'
import { type Evidence, evidenceOf, together } from './evidence'
import { type Known, type Subject, signature, type Truth, type Watched } from './people'

export interface AttackedRound {
  known: Known
  truth: Truth
  /** As many as were watched, with exact counts instead of what a page shows: what the weakened store adds. */
  exactlyWatched: Watched[]
  before: Evidence
  after: Evidence
}

const ADMINISTRATOR = openidOf('M01')
const LEADER = openidOf('M03')
/** Whom no recusal keeps from any village. */
const INSPECTOR = openidOf('I06')

export async function attackedRound(people: number): Promise<AttackedRound> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-attacks-'))
  const logs: string[] = []
  await buildFunctions()
  const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', print: (line) => void logs.push(line) })
  try {
    const survey = await surveyOf(cloud)
    const { known, truth, exactlyWatched } = await survey.everybodyAnswers(people)
    const before = evidenceOf(dataDir, logs)
    const secrets = [...truth.secrets, ...secretsIn(cloud)]

    const outputs = await survey.sealsAndExports()
    await new Promise((later) => setTimeout(later, QUIET))
    // As it runs, its log beside it, and once more when it has stopped.
    const running = evidenceOf(dataDir, logs, outputs)
    await cloud.stop()
    const after = together(running, evidenceOf(dataDir, []))
    return { known, truth: { ...truth, secrets }, exactlyWatched, before, after }
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function surveyOf(cloud: LocalCloud) {
  const file = { ...readSample<AuditEdition>('round-2.json'), responses: [] }
  const roundId = file.id
  const villageId = file.stops[0]!.villageId
  const now = Date.now()
  await seedAll(cloud, programme(now))
  await seedAll(cloud, storedRound(file, { day: shanghaiDay(now), state: 'running', now }))
  await onsiteCodesAreGoodNow()
  const onsite = (await call(INSPECTOR, 'round', 'onsiteCode', { roundId, villageId })).scene

  return { everybodyAnswers, sealsAndExports }

  async function everybodyAnswers(people: number) {
    const slips = await printedSlips(Math.floor(people / 12))
    const answers = new Map<Subject, string>()
    const voices = new Map<Subject, string>()
    const calls: Known['calls'][number][] = []
    const watched: Watched[] = []
    const exactlyWatched: Watched[] = []
    const counted = new Map<Subject, string>()
    const secrets: Truth['secrets'][number][] = []
    const answered: { send: Sent; openid: string }[] = []
    const sums = { received: 0, counting: 0 }
    const used = new Set<string>()
    const accounts = Array.from({ length: people - slips.length }, accountOf)
    const bystanders = Array.from({ length: people }, accountOf)
    const gate = cloud.dump('secrets')[0] as unknown as SecretDoc

    for (let n = 0; n < people; n++) {
      // Who changes their mind does it some time later, in between the others.
      if (answered.length > 10 && randomInt(8) === 0) await changesAnswers(answered[randomInt(answered.length)]!)
      const slip = n % 12 === 11 ? slips[(n - 11) / 12] : undefined
      const openid = accounts.pop() ?? accountOf()
      const subject = slip ? `card:${slip}` : openid
      const send = sendOf(n)
      secrets.push({ what: 'answer key', value: send.key }, { what: 'answer id', value: answerId(roundId, send.key) })
      if (!slip) secrets.push({ what: 'ballot', value: ballotId(gate.secret, openid) })
      // The neighbour's account stands behind a card's call: it is nobody's response.
      secrets.push({ what: 'account', value: openid })

      const isWatched = !slip && n % watchedOf(people) === 0
      const seen = isWatched ? await leadersPage() : null
      const exact = { ...sums }
      if (n % 25 === 24) cloud.faults.inject({ on: 'database.commitTransaction', what: 'timeout' })
      await sends(openid, send, slip)
      if (randomInt(20) === 0) await sends(openid, send, slip)
      if (!slip && randomInt(20) === 0) await isRefused(openid)
      cloud.faults.clear()

      const counts = send.channel !== 'picture' && send.seconds > 20
      sums.received += 1
      sums.counting += counts ? 1 : 0
      if (isWatched) {
        watched.push({ subject, before: seen, after: await leadersPage() })
        exactlyWatched.push({ subject, before: exact, after: { ...sums } })
        counted.set(subject, counts ? 'counted' : 'not')
      }
      stands(subject, send)
      if (send.voice !== undefined) voices.set(subject, send.voice)
      if (!slip) answered.push({ send, openid })
    }

    const known: Known = {
      openids: [...answered.map(({ openid }) => openid), ...bystanders].sort(),
      calls,
      spoke: new Set(voices.keys()),
      watched,
    }
    const words = new Map([...voices].map(([subject, voice]) => [voice, answers.get(subject)!]))
    return { known, truth: { answers, voices, words, counted, secrets }, exactlyWatched }

    /** Scans again, and has lost the phone's key: told that it is answered already. */
    async function isRefused(openid: string): Promise<void> {
      await call(openid, 'member', 'enter', { code: `v=${villageId}`, scene: 1047 })
      const again = { ...sendOf(0), voice: undefined }
      const { key, answers, seconds } = again
      secrets.push({ what: 'answer key', value: key }, { what: 'answer id', value: answerId(roundId, key) })
      const send = {
        roundId,
        villageId,
        scene: 1047,
        code: `v=${villageId}`,
        key,
        answers,
        seconds,
        adult: true as const,
      }
      const answer = await ask(openid, 'survey', 'answer', send)
      if (answer.ok) throw new Error('one account answered twice')
    }

    /** Last in order: the map is in the order of the last calls. */
    function stands(subject: Subject, { answers: given }: Sent): void {
      calls.push({ subject, at: Date.now() })
      answers.delete(subject)
      answers.set(subject, signature(given))
    }

    async function changesAnswers(one: { send: Sent; openid: string }): Promise<void> {
      const { voice: _, ...send } = { ...one.send, answers: unlikeAnyOther() }
      await sends(one.openid, send, undefined)
      one.send = send
      stands(one.openid, send)
    }

    function sendOf(n: number): Sent {
      const channel = n % 20 < 7 ? 'picture' : n % 2 === 0 ? 'poster' : 'onsite'
      return {
        key: randomBytes(16).toString('hex'),
        channel,
        answers: unlikeAnyOther(),
        seconds: n % 20 === 19 ? 2 : 60,
        ...(n % 3 === 0 && { voice: `希望先办好第 ${randomBytes(6).toString('hex')} 件事` }),
      }
    }

    function unlikeAnyOther(): Record<string, number> {
      for (;;) {
        const answers = Object.fromEntries(file.scheme.survey.items.map(({ id }) => [id, 1 + randomInt(5)]))
        const text = signature(answers)
        if (used.has(text)) continue
        used.add(text)
        return answers
      }
    }

    async function printedSlips(count: number): Promise<string[]> {
      const sendId = randomBytes(16).toString('base64url').slice(0, 21)
      await call(ADMINISTRATOR, 'round', 'printCards', { roundId, villageId, sendId, count })
      const [secret] = cloud.dump('secrets') as unknown as SecretDoc[]
      return Array.from({ length: count }, (_, n) => printedCode(secret!, villageId, sendId, n))
    }
  }

  async function sends(openid: string, { key, channel, answers, seconds, voice }: Sent, slip: string | undefined) {
    const filled = { key, answers, seconds, adult: true as const, ...(voice !== undefined && { voice }) }
    const scene = channel === 'picture' ? 1012 : 1047
    const code = channel === 'onsite' ? onsite : `v=${villageId}`
    for (let tries = 0; tries < 5; tries++) {
      const answer = slip
        ? await ask(openid, 'survey', 'answerByCard', { ...filled, code: groupedCode(slip) })
        : await ask(openid, 'survey', 'answer', { ...filled, roundId, villageId, scene, code })
      if (answer.ok) return
      if (answer.error.code !== 'tryAgain') throw new Error(`survey was refused: ${JSON.stringify(answer.error)}`)
    }
    throw new Error('five tries brought no receipt')
  }

  async function leadersPage(): Promise<unknown> {
    const { stops } = await call(LEADER, 'ranking', 'progressOfDay', { roundId })
    return stops.find(({ village }) => village.id === villageId)
  }

  /** Closed, sealed by two, announced; everything that anybody is then given. */
  async function sealsAndExports(): Promise<Record<string, Buffer>> {
    await call(ADMINISTRATOR, 'round', 'close', { roundId, sendId: newId() })
    const rounds = cloud.sdk().database().collection('rounds')
    await rounds.doc(roundId).update({ data: { closedAt: Date.now() - 61_000, appealsUntil: 0 } })
    const warnings = await call(ADMINISTRATOR, 'ranking', 'warnings', { roundId })
    await seal(cloud, roundId)
    await call(ADMINISTRATOR, 'round', 'announce', { roundId, sendId: newId() })

    const send = { roundId, reason: 'to see what it gives away' }
    const { proposal } = await call(ADMINISTRATOR, 'ranking', 'exportAudit', {
      ...send,
      sendId: newId(),
      proposalId: null,
    })
    await call(INSPECTOR, 'round', 'agree', { roundId, proposalId: proposal.id })
    const audit = await call(ADMINISTRATOR, 'ranking', 'exportAudit', {
      ...send,
      sendId: newId(),
      proposalId: proposal.id,
    })
    const open = await call(openidOf('anybody'), 'ranking', 'exportPublic', { roundId })
    const json = (value: unknown) => Buffer.from(JSON.stringify(value))
    return {
      'exports/audit.json': await bytesAt(audit.file!.url),
      'exports/public.json': await bytesAt(open.url),
      'outputs/warnings.json': json(warnings),
      'outputs/board.json': json(await call(LEADER, 'ranking', 'board', { roundId })),
      'outputs/village.json': json(await call(LEADER, 'ranking', 'village', { roundId, villageId })),
      'outputs/page.json': json(await call(openidOf('anybody'), 'survey', 'publicPage', { villageId })),
      'outputs/voices.json': json(await call(ADMINISTRATOR, 'survey', 'voices', { roundId, villageId })),
    }
  }

  async function onsiteCodesAreGoodNow(): Promise<void> {
    const window = { from: now - 3_600_000, until: now + 8 * 3_600_000 }
    const villages = file.villages.map(({ id, name }) => ({ id, name, onsite: window }))
    await cloud.sdk().database().collection('secrets').doc(roundId).update({ data: { villages } })
  }

  async function call<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    fn: F,
    action: A,
    payload: CallIn<F, A>,
  ): Promise<CallOut<F, A>> {
    const answer = await ask(openid, fn, action, payload)
    if (!answer.ok) throw new Error(`${fn}.${action} was refused: ${JSON.stringify(answer.error)}`)
    return answer.data
  }

  async function ask<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    fn: F,
    action: A,
    payload: CallIn<F, A>,
  ): Promise<Answer<CallOut<F, A>>> {
    return (await cloud.call(fn, { action, payload }, openid)) as Answer<CallOut<F, A>>
  }
}

type Sent = {
  key: string
  channel: 'onsite' | 'poster' | 'picture'
  answers: Record<string, number>
  seconds: number
  voice?: string
}

/** Enough of them to tell a coin from knowledge. */
function watchedOf(people: number): number {
  return Math.max(2, Math.floor(people / 125))
}

/** What dies at sealing beside what the people brought. */
function secretsIn(cloud: LocalCloud): Truth['secrets'] {
  const [gate] = cloud.dump('secrets') as unknown as SecretDoc[]
  const [round] = (cloud.dump('rounds') as unknown as RoundDoc[]).filter(({ _id }) => _id === gate!._id)
  const cards = (round!.cardPrints ?? []).flatMap(({ id, villageId, count }) =>
    Array.from({ length: count }, (_, n) => printedCode(gate!, villageId, id, n)),
  )
  return [
    { what: 'secret', value: gate!.secret },
    ...cards.flatMap((code) => [
      { what: 'card code', value: code },
      { what: 'card code', value: groupedCode(code) },
      { what: 'card id', value: cardId(code) },
    ]),
  ]
}

/** The log is cut and the file rebuilt by themselves a quarter of a second after what was in them was removed. */
const QUIET = 3_000

function accountOf(): string {
  return `o${createHash('sha256').update(randomBytes(32)).digest('base64url').slice(0, 27)}`
}

function newId(): string {
  return randomBytes(16).toString('base64url').slice(0, 21)
}

async function bytesAt(url: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(url)).arrayBuffer())
}
