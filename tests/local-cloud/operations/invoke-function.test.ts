import type { CallError, LocalCloud } from '../../../tools/local-cloud'
import { eventually } from '../../vocabulary/eventually'
import { temporaryCloud } from '../../vocabulary/local-cloud'
import { builtFixtures, type Sdk } from '../vocabulary'

describe('functions run from their bundles', () => {
  let cloud: LocalCloud
  let remove: () => Promise<void>

  beforeAll(async () => {
    const temporary = await temporaryCloud({ functionsDir: await builtFixtures(), instances: 2, allInstances: 3 })
    cloud = temporary.cloud
    remove = temporary.remove
    cloud.seed('villages', [{ _id: 'V01', name: '竹溪村' }])
  })
  afterAll(() => remove())

  const refusal = async (work: Promise<unknown>) =>
    (await work.then(
      () => {
        throw new Error('was not refused')
      },
      (error) => error,
    )) as CallError

  test('the event arrives, the result leaves as JSON', async () => {
    const event = { action: 'x', payload: { name: '张三' } }
    expect(await cloud.call('echo', event, 'oZhang')).toEqual(event)
    expect(await cloud.call('echo', { action: 'values' }, 'oZhang')).toEqual({ date: '1970-01-01T00:00:00.000Z' })
  })

  test('each caller is told apart, also when many call at once', async () => {
    const callers = Array.from({ length: 20 }, (_, i) => `oCaller${i}`)
    const answers = (await Promise.all(
      callers.map((openid) => cloud.call('echo', { action: 'who', payload: { ms: 20 } }, openid)),
    )) as { before: string; after: string }[]
    expect(answers.map(({ before }) => before)).toEqual(callers)
    expect(answers.map(({ after }) => after)).toEqual(callers)
  })

  test('a call without a caller does not see the former one', async () => {
    await cloud.call('echo', { action: 'who' }, 'oZhang')
    expect(await cloud.trigger('echo', 'minute')).toMatchObject({ Type: 'Timer', TriggerName: 'minute' })
    expect(await cloud.call('echo', { action: 'who' })).toEqual({ source: 'wx_client' })
  })

  test('of WeChat a function may ask what its config.json names, and nothing else', async () => {
    expect(await cloud.call('echo', { action: 'code' }, 'oZhang')).toBe('image/png')
    expect(await cloud.call('echo', { action: 'text' }, 'oZhang')).toBe(-604101)
  })

  test('the database is reached through the bundled SDK, in UTC', async () => {
    expect(await cloud.call('echo', { action: 'read' }, 'oZhang')).toMatchObject({
      data: { _id: 'V01', name: '竹溪村' },
    })
    expect(await cloud.call('echo', { action: 'hour' }, 'oZhang')).toBe(0)
  })

  test('told another time, a function reads it as it is at every call; a date that is said stays as it is', async () => {
    let now = Date.UTC(2025, 2, 28, 1)
    const other = await temporaryCloud({ functionsDir: await builtFixtures(), instances: 1, now: () => now })
    const time = async () => {
      const told = (await other.cloud.call('echo', { action: 'time' })) as Record<string, never>
      return { ...told, now: new Date(told.now!).toISOString().slice(0, 13), words: String(told.words).slice(0, 15) }
    }
    try {
      const day = { said: '1970-01-01T00:00:00.000Z', isDate: true, words: 'Fri Mar 28 2025' }
      expect(await time()).toEqual({ ...day, now: '2025-03-28T01', date: expect.stringMatching(/^2025-03-28T01/) })
      now += 9 * 3_600_000
      expect(await time()).toEqual({ ...day, now: '2025-03-28T10', date: expect.stringMatching(/^2025-03-28T10/) })
    } finally {
      await other.remove()
    }
  })

  test('counts the database requests of a call', async () => {
    expect(await cloud.requests.during(() => cloud.call('echo', { action: 'read' }, 'oZhang'))).toBe(1)
  })

  test('a function calls another, and so does the SDK of this process', async () => {
    const answer = (await cloud.call('echo', {
      action: 'other',
      payload: { name: 'traps', data: { action: 'x' } },
    })) as {
      result: unknown
    }
    expect(answer.result).toBe('alive')
    const sdk = cloud.sdk('oZhang') as unknown as Sdk
    expect((await sdk.callFunction({ name: 'echo', data: { action: 'who' } })).result).toEqual({ source: 'scf' })
  })

  test.each([
    ['throws', 'traps', 'throw', -504002, 'thrown on purpose'],
    ['leaves a rejection floating', 'traps', 'float', -504002, 'nobody waits for this'],
    ['exits', 'traps', 'exit', -504002, 'ended with code 3'],
    ['never answers', 'hasty-traps', 'never', -504003, 'timed out after 1 seconds'],
    ['loops for ever', 'hasty-traps', 'loop', -504003, 'timed out after 1 seconds'],
  ])(
    'a function that %s answers with an error, and the next call finds a fresh instance',
    async (_what, name, action, code, text) => {
      const { errCode, errMsg } = await refusal(cloud.call(name, { action }, 'oZhang'))
      expect(errCode).toBe(code)
      expect(errMsg).toMatch(text)
      // A second is soon over for an instance that is only being made.
      await eventually(async () => expect(await cloud.call(name, { action: 'x' }, 'oZhang')).toBe('alive'))
    },
  )

  test('a request above 100 KB and an answer above 1 MB are refused', async () => {
    const request = cloud.call('echo', { action: 'x', payload: { name: 'x'.repeat(101 * 1024) } }, 'oZhang')
    expect((await refusal(request)).errMsg).toMatch('EXCEED_MAX_PAYLOAD_SIZE')
    const answer = cloud.call('echo', { action: 'large', payload: { ms: 1024 * 1024 } }, 'oZhang')
    expect((await refusal(answer)).errMsg).toMatch('EXCEED_MAX_RESPONSE_SIZE')
  })

  test('an unknown function, and a name that leads elsewhere', async () => {
    expect((await refusal(cloud.call('nowhere', {}, 'oZhang'))).errCode).toBe(-504001)
    expect((await refusal(cloud.call('..%2Fecho', {}, 'oZhang'))).errCode).toBe(-504001)
  })
})
