/** A real environment cannot be had here: what can be tried is that nothing is asked of a wrong one, and what would be. */
import { cases } from '../../tools/conformance/cases'
import { ownCollections, refuseUnclear, rehearseEnvironment } from '../../tools/conformance/targets/environment'

describe('the suite asks no environment that was not named', () => {
  const key = { TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'key' }

  test('one that is named, with a key in the environment', () =>
    expect(() => refuseUnclear('lalian-test-1a2b', key)).not.toThrow())

  test.each<[string, string, NodeJS.ProcessEnv, RegExp]>([
    ['no id', '', key, /no id/],
    ['a word that is no id', '测试', key, /no id/],
    ['no key', 'lalian-test-1a2b', { TENCENTCLOUD_SECRETID: 'id' }, /TENCENTCLOUD_SECRETKEY/],
    ['the SDK pointed elsewhere', 'lalian-test-1a2b', { ...key, TCB_CONTEXT_CNFG: '{}' }, /another server/],
  ])('refused: %s', (_what, env, given, why) => expect(() => refuseUnclear(env, given)).toThrow(why))
})

test('the rehearsal says every request in order, all of them in its own collections, and ends with both empty', async () => {
  const lines: string[] = []
  // One of each kind: what the others would send differs in no more than its words.
  const some = ['query $eq', 'projection $slice', 'update $inc', 'stage $lookup', 'expression $add']
  const asked = cases.filter(({ of }) => some.includes(of))
  const requests = await rehearseEnvironment((line) => lines.push(line), asked)
  expect(lines).toHaveLength(requests)
  expect(requests).toBeGreaterThan(asked.length * 3)
  const collections = new Set(lines.map((line) => line.split(' ')[2]))
  expect([...collections].sort()).toEqual(Object.values(ownCollections).sort())
  // Nothing but what a database is asked for: no function, no file, no transaction.
  expect([...new Set(lines.map((line) => line.split(' ')[1]))].sort()).toEqual(
    ['add', 'aggregate', 'calculate', 'get', 'insert', 'modify', 'remove'].map((verb) =>
      verb === 'add' ? 'database.addCollection' : `database.${verb}Document${verb === 'aggregate' ? 's' : ''}`,
    ),
  )
  expect(lines.slice(-2).map((line) => line.split(' ')[1])).toEqual(Array(2).fill('database.removeDocument'))
})
