/** The fuzzing can fail: doors that do one thing wrong are each noticed, and one that does nothing wrong is not. */

import { readFileSync } from 'node:fs'
import { explain } from '../../cloudfunctions/common/explain'
import { contract } from '../../src/contract'
import type { Call } from '../../src/contract/calls'
import { type ErrorCode, type ErrorDetails, failure } from '../../src/contract/errors'
import { CallError } from '../../tools/local-cloud'
import { type Bench, fuzzerOn } from '../../tools/prove/fuzz/fuzzer'
import { payload } from '../../tools/prove/fuzz/payloads'
import { isOneOf } from '../../tools/prove/fuzz/sentences'
import { leadsSomewhere } from '../../tools/prove/fuzz/shapes'
import { allActions, type Target } from '../../tools/prove/fuzz/targets'
import { id } from '../../tools/prove/matrix/objects'
import { people } from '../../tools/prove/matrix/people'
import { chanceFrom } from '../../tools/prove/phone/chance'
import type { Stand } from '../../tools/prove/seals/stage'

interface World {
  version: number
  printed: string[]
}
type Sent = { action?: unknown; payload?: unknown } | null
/** What a door does with an event; undefined: what the good one does. */
type Fault = (event: Sent, world: World, openid?: string) => unknown

const call: Call = contract.scoring.appeal
const person = people.find(({ name }) => name === 'officer')!
const refused = (code: ErrorCode, details?: ErrorDetails) => ({ ok: false, error: failure(code, details).refusal })
const invalid = (problem: string, path = '') => refused('invalid', { path, problem })
const problemOf = (event: Sent) => {
  const parsed = call.in.safeParse(event?.payload ?? {})
  return parsed.success ? null : explain(parsed.error)
}

function good(event: Sent, openid?: string): unknown {
  if (event?.action !== 'appeal') return refused('unknownAction')
  const problem = problemOf(event)
  if (problem) return refused('invalid', problem)
  return refused(openid === person.openid ? 'notFound' : 'notAllowed')
}

const target: Target = {
  fn: 'scoring',
  action: 'appeal',
  name: 'scoring.appeal',
  call,
  moment: 'running',
  person,
  bases: [{ roundId: '2024-2', deductionId: id('confirmed'), sendId: id('send'), reason: '当天上午已经换新' }],
  inside: ['notFound'],
  reads: false,
  isPublic: false,
}

/** What is found wrong where the door has this fault. */
async function found(fault: Fault = () => undefined, seed = 1): Promise<string[]> {
  const world: World = { version: 0, printed: [] }
  const bench: Bench = {
    cloud: {
      version: () => world.version,
      async callAsSent(_, text, openid) {
        const event = JSON.parse(text) as Sent
        return fault(event, world, openid) ?? good(event, openid)
      },
    },
    stage: { putBack: () => {}, paths: () => [] },
    stands: { running: { documents: {}, files: {} } as Stand } as Bench['stands'],
    readers: () => [],
    words: ['V01', 'M01', 'constructor', id('proposed')],
    workbooks: () => ({}),
    printed: world.printed,
    isSentence: isOneOf([readFileSync('cloudfunctions/common/explain.ts', 'utf8')]),
    seed,
    amounts: { invalid: 300, fitting: 20, around: 100, posing: 4, workbooks: 0 },
  }
  return (await fuzzerOn(bench).fuzz(target, null)).wrong
}

test('a door that does nothing wrong', async () => {
  expect(await found()).toEqual([])
  expect(await found(undefined, 2)).toEqual([])
})

describe('is noticed', () => {
  const whenInvalid =
    (fault: (event: Sent, world: World) => unknown): Fault =>
    (event, world) =>
      event?.action === 'appeal' && problemOf(event) ? fault(event, world) : undefined

  test.each<[string, Fault, RegExp]>([
    [
      'a field too many that is let through',
      whenInvalid((event) => {
        const fields = event?.payload
        if (typeof fields !== 'object' || fields === null) return undefined
        const known = Object.entries(fields).filter(([name]) => name !== 'by')
        return problemOf({ payload: Object.fromEntries(known) }) ? undefined : refused('notFound')
      }),
      /refused with notFound, where invalid was due/,
    ],
    [
      'a stack among the details',
      whenInvalid((event) => refused('invalid', { ...problemOf(event), stack: new Error('no').stack })),
      /shows its insides/,
    ],
    [
      'a stack in the words',
      whenInvalid((event) => ({
        ok: false,
        error: { code: 'invalid', message: new Error('no').stack, details: problemOf(event) },
      })),
      /shows its insides/,
    ],
    ['zod’s own words', whenInvalid(() => invalid('Invalid input')), /shows its insides/],
    ['a sentence of no source', whenInvalid(() => invalid('出错了，请看日志')), /says what no source says/],
    [
      'what was sent, repeated',
      whenInvalid((event) => invalid(`不在可选的范围内：${Object.keys(event?.payload ?? {}).join()}`)),
      /says what no source says/,
    ],
    [
      'what was sent, named as a place',
      whenInvalid((event) => invalid('格式不对', Object.keys(event?.payload ?? {}).pop() ?? '')),
      /names a place that is not of the shape/,
    ],
    [
      'an answer that is large',
      whenInvalid((event) => refused('invalid', { ...problemOf(event), path: 'reason', seen: 'x'.repeat(3000) })),
      /refusal has \d+ bytes/,
    ],
    ['another code', whenInvalid(() => refused('notAllowed')), /where invalid was due/],
    [
      'a code that its contract does not name',
      (event, _, openid) =>
        event?.action === 'appeal' && !problemOf(event) && openid === person.openid ? refused('recused') : undefined,
      /which its contract does not name|as it is meant/,
    ],
    [
      'a write before it is refused',
      whenInvalid((_, world) => {
        world.version++
        return undefined
      }),
      /is refused and writes/,
    ],
    [
      'an error that only the log tells of',
      whenInvalid((_, world) => {
        world.printed.push('{"code":"tryAgain"}')
        return undefined
      }),
      /prints/,
    ],
    [
      'a function that ends',
      whenInvalid(() => {
        throw new CallError(-504002, 'the instance ended with code 1')
      }),
      /it crashed/,
    ],
    ['an answer that is none', whenInvalid(() => 'done'), /is no answer/],
    [
      'an action by a name that every object has',
      (event) => (event?.action === 'constructor' || event?.action === 'toString' ? { ok: true, data: {} } : undefined),
      /is taken for a call/,
    ],
    [
      'an identity taken from the event',
      (event) => {
        const { openid } = (event ?? {}) as { openid?: string }
        return event?.action === 'appeal' && openid ? good(event, openid) : undefined
      },
      /as if it were somebody else/,
    ],
    [
      'a stranger who is let in',
      (event, _, openid) =>
        event?.action === 'appeal' && !problemOf(event) && openid !== person.openid
          ? { ok: true, data: {} }
          : undefined,
      /somebody without a role/,
    ],
  ])('%s', async (_, fault, said) => {
    const wrong = (await found(fault)).join('\n')
    expect(wrong).toMatch(said)
    // Repeatable alone.
    expect(wrong).toMatch(/--seed 1 --point scoring\.appeal:/)
  })
})

test('what the contract has, and nothing else, is fuzzed: a new action is among it', () => {
  const names = Object.entries(contract).flatMap(([fn, calls]) => Object.keys(calls).map((action) => `${fn}.${action}`))
  expect(allActions.map(({ fn, action }) => `${fn}.${action}`)).toEqual(names)
})

test('the same seed makes the same payloads', () => {
  const made = (seed: number) =>
    Array.from(
      { length: 200 },
      (_, n) => payload(call.in, target.bases, ['V01', 'M01'], n, chanceFrom(seed).forPart(n)).text,
    )
  expect(made(7)).toEqual(made(7))
  expect(made(7)).not.toEqual(made(8))
  expect(new Set(made(7)).size).toBeGreaterThan(150)
})

test('a place of a shape, and one of none', () => {
  const { in: shape } = contract.survey.answer as Call
  for (const path of ['', 'answers', 'answers.Q01', 'voice'])
    expect([path, leadsSomewhere(shape, path)]).toEqual([path, true])
  for (const path of ['answers.我家', 'answers.$gt', 'Voice', 'voice.0', '__proto__', 'constructor'])
    expect([path, leadsSomewhere(shape, path)]).toEqual([path, false])
})
