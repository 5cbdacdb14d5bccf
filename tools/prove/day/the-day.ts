/**
 * What the people of the sample's second round do to it on a local cloud, each from their own account: inspectors score,
 * villagers answer, two persons seal and export. What no call can bring with the sample's own ids and channels is
 * written as the documents it would have left: deductions, and responses that two persons admitted.
 */
import { randomBytes } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import type { ActionName, CallIn, CallOut, FunctionName } from '../../../src/contract'
import type { AuditEdition, Response, Scorecard } from '../../../src/domain/round-file'
import type { RoundResult } from '../../../src/domain/round-result'
import type { LocalCloud } from '../../local-cloud'
import { recomputeBytes } from '../../recompute/recompute-file'
import { openidOf } from '../../seed/people'
import { readSample, seedAll } from '../../seed/sample'
import { storedRound } from '../../seed/stored-round'
import { holds } from '../proof'
import { calling, newId } from './calling'

const ADMINISTRATOR = openidOf('M01')
const SECOND_ADMINISTRATOR = openidOf('M02')
/** Whom no recusal keeps from any village. */
const FREE_INSPECTOR = openidOf('I06')
/** Phones that send at the same time. */
const PHONES = 12

export interface TheDayOptions {
  /** Asia/Shanghai: the round's. */
  day: string
  /** What time it is for the people; as the functions see it. */
  now(): number
}

export type TheDay = ReturnType<typeof theDay>

export function theDay(cloud: LocalCloud, { day, now }: TheDayOptions) {
  const file = readSample<AuditEdition>('round-2.json')
  const roundId = file.id
  const everywhere = file.villages.map(({ id }) => id)
  const call = calling(cloud)

  return {
    file,
    as,

    /** Each as it stood two hours after its confirmation. */
    async writesDeductions(): Promise<void> {
      await seedAll(cloud, { deductions: storedRound(file, writtenNow()).deductions! })
    },

    /** At these villages, or at all. Answers how many marks. */
    async inspectorsScore(markByMark: boolean, villageIds: readonly string[] = everywhere): Promise<number> {
      const cards = file.scorecards.filter(({ villageId }) => villageIds.includes(villageId))
      await Promise.all(
        file.panel.map(async ({ id }) => {
          for (const { villageId } of file.stops) {
            const card = cards.find((one) => one.inspectorId === id && one.villageId === villageId)
            if (card) await scores(card, markByMark)
          }
        }),
      )
      return cards.reduce((sum, { marks }) => sum + Object.keys(marks).length, 0)
    },

    /** Of these villages, or of all. */
    async villagersAnswer(villageIds: readonly string[] = everywhere): Promise<{ called: number; written: number }> {
      const responses = file.responses.map((response, n) => ({ response, n }))
      const here = responses.filter(({ response }) => villageIds.includes(response.villageId))
      const byCall = here.filter(({ response }) => comesByCall(response))
      const others = here.filter(({ response }) => !comesByCall(response)).map(({ response }) => response)
      await seedAll(cloud, { answers: storedRound({ ...file, responses: others }, writtenNow()).answers! })
      const codes = await onsiteCodes(villageIds)
      const cards = await printedCards(byCall.map(({ response }) => response).filter(isByCard))
      await inParallel(byCall, PHONES, ({ response, n }) =>
        isByCard(response) ? answersByCard(response, n, cards) : answers(response, n, codes),
      )
      return { called: byCall.length, written: others.length }
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
      await call(FREE_INSPECTOR, 'round', 'agree', { roundId, proposalId })
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

  function writtenNow() {
    return { day, state: 'ready' as const, now: now() }
  }

  async function scores({ inspectorId, villageId, marks }: Scorecard, markByMark: boolean): Promise<void> {
    const openid = openidOf(inspectorId)
    const phone = { phone: `phone-${inspectorId}`.padEnd(21, '0'), device: '华为 nova 9', waiting: 0 }
    const seen = Object.fromEntries(
      Object.entries(marks).map(([id, mark]) => [id, { mark, note: noteFor(id, mark), photos: [] }]),
    )
    const changes = Object.entries(seen).map(([itemId, typed]) => ({ itemId, ...typed, base: 0 }))
    const at = now()
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

  /** By village, as the phone of an inspector shows them. */
  async function onsiteCodes(villageIds: readonly string[]): Promise<Map<string, string>> {
    const shown = villageIds.map(async (villageId): Promise<[string, string]> => {
      const { scene } = await call(FREE_INSPECTOR, 'round', 'onsiteCode', { roundId, villageId })
      return [villageId, scene]
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
}

/** As anybody recomputes an exported file. */
export function recomputed(bytes: Uint8Array): RoundResult {
  const { exit, ...rest } = recomputeBytes(bytes)
  if (!('result' in rest)) throw new Error(`recompute exits ${exit}: ${rest.error}`)
  return rest.result
}

/** The launch scene that makes the channel. */
const sceneOf: Partial<Record<Response['channel'], number>> = { onsite: 1047, poster: 1047, picture: 1012 }

function comesByCall(response: Response): boolean {
  return !response.restored && (isByCard(response) || sceneOf[response.channel] !== undefined)
}

function isByCard({ channel }: Response): boolean {
  return channel === 'card'
}

async function inParallel<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>) {
  let next = 0
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let n = next++; n < items.length; n = next++) await work(items[n]!)
    }),
  )
}

async function bytesAt(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer())
}
