/**
 * The sample day through the real functions. What a call can do is done by its call, from the person's own account;
 * what no action of this version does is written as the documents it would have left, and named in the output:
 * measured facts, deductions, and responses that two persons admitted.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { ActionName, CallIn, CallOut, FunctionName } from '../../../src/contract'
import type { Answer } from '../../../src/contract/errors'
import type { AuditEdition, Response, Scorecard } from '../../../src/domain/round-file'
import type { RoundResult } from '../../../src/domain/round-result'
import { buildFunctions } from '../../build-functions'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import { recomputeBytes } from '../../recompute/recompute-file'
import { openidOf } from '../../seed/people'
import { programme, readSample, seedAll } from '../../seed/sample'
import { shanghaiDay } from '../../seed/shanghai-time'
import { emptyRound, storedRound } from '../../seed/stored-round'
import { holds, type Proof } from '../proof'

const ADMINISTRATOR = openidOf('M01')
const SECOND_ADMINISTRATOR = openidOf('M02')
/** Longer than sealing asks for between closing and proposing. */
const A_MINUTE = 61_000
/** Phones that send at the same time. */
const PHONES = 12

export const day: Proof = {
  name: 'day',
  claim: 'a day driven through the functions gives, sealed, exported and recomputed, the published ranking',
  async run({ form, say }) {
    const long = form === 'long'
    const dataDir = mkdtempSync(join(tmpdir(), 'lalian-prove-'))
    await buildFunctions()
    const cloud = await startLocalCloud({ dataDir, synchronous: long ? 'FULL' : 'NORMAL' })
    try {
      return await drive(theDay(cloud), long, say)
    } finally {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

type TheDay = ReturnType<typeof theDay>

async function drive(today: TheDay, long: boolean, say: (line: string) => void): Promise<string> {
  const { file } = today
  await today.prepare()
  say(`${file.villages.length} villages, ${file.panel.length} inspectors; nothing has come in`)

  await today.as(ADMINISTRATOR, 'round', 'start')
  const marks = await today.everyInspectorScores(long)
  say(
    `${file.scorecards.length} scorecards of ${marks} marks: arrived, saved ${long ? 'mark by mark' : 'card by card'}, submitted`,
  )

  const { called, written } = await today.everyVillagerAnswers()
  say(
    `${called} responses: by the notice board’s code, by the one on an inspector’s phone, by a picture, by household cards printed and read off their sheet, too fast ones among them`,
  )
  const others = written === 0 ? '' : `, ${written} responses admitted by two persons or entered from paper`
  say(`written as documents: ${file.measurements.length} measured facts, ${file.deductions.length} deductions${others}`)

  await today.as(ADMINISTRATOR, 'round', 'close')
  await today.aMinutePasses(long)
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

/** The empty sample round on a local cloud, and what its people do to it. */
function theDay(cloud: LocalCloud) {
  const file = readSample<AuditEdition>('round-2.json')
  const roundId = file.id
  const now = Date.now()
  const options = { day: shanghaiDay(now), state: 'ready' as const, now }

  return {
    file,
    as,

    async prepare(): Promise<void> {
      await seedAll(cloud, programme(now))
      await seedAll(cloud, emptyRound(file, options))
      await seedAll(cloud, { deductions: storedRound(file, options).deductions! })
      await onsiteCodesAreGoodNow()
    },

    async everyInspectorScores(markByMark: boolean): Promise<number> {
      await Promise.all(
        file.panel.map(async ({ id }) => {
          for (const { villageId } of file.stops) {
            const card = file.scorecards.find((one) => one.inspectorId === id && one.villageId === villageId)
            if (card) await scores(card, markByMark)
          }
        }),
      )
      return file.scorecards.reduce((sum, { marks }) => sum + Object.keys(marks).length, 0)
    },

    async everyVillagerAnswers(): Promise<{ called: number; written: number }> {
      const byCall = file.responses.filter(
        ({ channel, restored }) => !restored && (channel === 'card' || sceneOf[channel] !== undefined),
      )
      const others = file.responses.filter((response) => !byCall.includes(response))
      await seedAll(cloud, { answers: storedRound({ ...file, responses: others }, options).answers! })
      const codes = await onsiteCodes()
      const cards = await printedCards(byCall.filter(({ channel }) => channel === 'card'))
      await inParallel(byCall, PHONES, (response, n) =>
        response.channel === 'card' ? answersByCard(response, n, cards) : answers(response, n, codes),
      )
      return { called: byCall.length, written: others.length }
    },

    /** Waited for, or the closing set back: the functions read the platform's clock. */
    async aMinutePasses(really: boolean): Promise<void> {
      if (really) return new Promise((resolve) => setTimeout(resolve, A_MINUTE))
      const rounds = cloud.sdk().database().collection('rounds')
      await rounds.doc(roundId).update({ data: { closedAt: Date.now() - A_MINUTE } })
    },

    async twoPersonsSeal(): Promise<number> {
      const { proposal } = await as(ADMINISTRATOR, 'round', 'seal')
      await call(SECOND_ADMINISTRATOR, 'round', 'agree', { roundId, proposalId: proposal!.id })
      for (let steps = 1; steps < 20; steps++)
        if ((await as(ADMINISTRATOR, 'round', 'seal')).state === 'sealed') return steps
      throw new Error('twenty calls did not end the sealing')
    },

    async exportedAudit(): Promise<Uint8Array> {
      const send = { roundId, reason: 'to prove that it recomputes' }
      const proposed = await call(ADMINISTRATOR, 'ranking', 'exportAudit', {
        ...send,
        sendId: newId(),
        proposalId: null,
      })
      const proposalId = proposed.proposal.id
      holds(proposed.file === null, 'one person alone got the audit edition')
      await call(openidOf('I06'), 'round', 'agree', { roundId, proposalId })
      const { file: exported } = await call(ADMINISTRATOR, 'ranking', 'exportAudit', {
        ...send,
        sendId: newId(),
        proposalId,
      })
      return bytesAt(exported!.url)
    },

    async exportedPublic(): Promise<Uint8Array> {
      const { url } = await call(openidOf('anybody'), 'ranking', 'exportPublic', { roundId })
      return bytesAt(url)
    },
  }

  async function scores({ inspectorId, villageId, marks }: Scorecard, markByMark: boolean): Promise<void> {
    const openid = openidOf(inspectorId)
    const phone = { phone: `phone-${inspectorId}`.padEnd(21, '0'), device: '华为 nova 9', waiting: 0 }
    const seen = Object.fromEntries(
      Object.entries(marks).map(([id, mark]) => [id, { mark, note: noteFor(id, mark), photos: [] }]),
    )
    const changes = Object.entries(seen).map(([itemId, typed]) => ({ itemId, ...typed, base: 0 }))
    const at = Date.now()
    await call(openid, 'scoring', 'arrive', { roundId, villageId, at })
    for (const part of markByMark ? changes.map((one) => [one]) : [changes])
      await call(openid, 'scoring', 'saveMarks', { roundId, villageId, sendId: newId(), ...phone, at, changes: part })
    await call(openid, 'scoring', 'submit', {
      roundId,
      villageId,
      sendId: newId(),
      ...phone,
      at,
      seconds: 240,
      marks: seen,
    })
  }

  /** 0 and full need a reason. */
  function noteFor(itemId: string, mark: number): string {
    const { full } = [...file.scheme.indicators, ...file.goals].find(({ id }) => id === itemId)!
    return mark === 0 || mark === full ? '现场看过，按标准给分。' : ''
  }

  /** The plan's hours are not the hour at which this runs. */
  async function onsiteCodesAreGoodNow(): Promise<void> {
    const onsite = { from: now - 3_600_000, until: now + 3_600_000 }
    const villages = file.villages.map(({ id, name }) => ({ id, name, onsite }))
    await cloud.sdk().database().collection('secrets').doc(roundId).update({ data: { villages } })
  }

  /** By village, as the phone of an inspector whom no recusal keeps from any shows them. */
  async function onsiteCodes(): Promise<Map<string, string>> {
    const shown = file.villages.map(async ({ id }): Promise<[string, string]> => {
      const { scene } = await call(openidOf('I06'), 'round', 'onsiteCode', { roundId, villageId: id })
      return [id, scene]
    })
    return new Map(await Promise.all(shown))
  }

  /** By village, as many codes as responses came by card, read off the sheets that were printed. */
  async function printedCards(responses: readonly Response[]): Promise<Map<string, string[]>> {
    const cards = new Map<string, string[]>()
    for (const { id: villageId } of file.villages) {
      const count = responses.filter((response) => response.villageId === villageId).length
      if (count === 0) continue
      const { base64 } = await call(ADMINISTRATOR, 'round', 'printCards', {
        roundId,
        villageId,
        sendId: newId(),
        count,
      })
      const sheet = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))['word/document.xml']!
      cards.set(villageId, strFromU8(sheet).match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/g)!)
    }
    return cards
  }

  async function answersByCard(
    { villageId, answers }: Response,
    n: number,
    cards: ReadonlyMap<string, string[]>,
  ): Promise<void> {
    await call(openidOf(`helper ${n % 3}`), 'survey', 'answerByCard', {
      code: cards.get(villageId)!.pop()!,
      key: randomBytes(16).toString('hex'),
      answers,
      seconds: 60,
      adult: true,
    })
  }

  async function answers(
    { villageId, channel, answers, tooFast }: Response,
    n: number,
    codes: ReadonlyMap<string, string>,
  ): Promise<void> {
    await call(openidOf(`villager ${n}`), 'survey', 'answer', {
      roundId,
      villageId,
      key: randomBytes(16).toString('hex'),
      scene: sceneOf[channel]!,
      code: channel === 'onsite' ? codes.get(villageId)! : `v=${villageId}`,
      answers,
      seconds: tooFast ? 1 : 60,
      adult: true,
    })
  }

  /** An action that names the round and the send alone. */
  function as<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    fn: F,
    action: A,
  ): Promise<CallOut<F, A>> {
    const send = fn === 'round' ? { roundId, sendId: newId() } : { roundId }
    return call(openid, fn, action, send as CallIn<F, A>)
  }

  async function call<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    fn: F,
    action: A,
    payload: CallIn<F, A>,
  ): Promise<CallOut<F, A>> {
    const answer = (await cloud.call(fn, { action, payload }, openid)) as Answer<CallOut<F, A>>
    if (!answer.ok) throw new Error(`${fn}.${action} was refused: ${JSON.stringify(answer.error)}`)
    return answer.data
  }
}

/** The launch scene that makes the channel. */
const sceneOf: Partial<Record<Response['channel'], number>> = { onsite: 1047, poster: 1047, picture: 1012 }

async function inParallel<T>(items: readonly T[], lanes: number, work: (item: T, n: number) => Promise<void>) {
  let next = 0
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let n = next++; n < items.length; n = next++) await work(items[n]!, n)
    }),
  )
}

async function bytesAt(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer())
}

function recomputed(bytes: Uint8Array): RoundResult {
  const { exit, ...rest } = recomputeBytes(bytes)
  if (!('result' in rest)) throw new Error(`recompute exits ${exit}: ${rest.error}`)
  return rest.result
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function newId(): string {
  return randomBytes(16).toString('base64url').slice(0, 21)
}
