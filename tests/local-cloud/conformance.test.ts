/** The suite of tools/conformance can fail: what is missing in it, and what is broken in the local cloud, is noticed. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from '../../tools/conformance/case'
import { cases } from '../../tools/conformance/cases'
import { mongodbNames } from '../../tools/conformance/mongodb-names'
import { rows } from '../../tools/conformance/platform'
import { documentedRows, unmatched } from '../../tools/conformance/platform/document'
import { onGround } from '../../tools/conformance/platform/ground'
import { limitCases } from '../../tools/conformance/platform/limits'
import type { Ground, Row } from '../../tools/conformance/platform/row'
import { allowed, askActions, askFields, askUnlisted, unlisted } from '../../tools/conformance/refusals'
import { runCases } from '../../tools/conformance/run'
import { gaps } from '../../tools/conformance/targets/local'
import { documentedLimits } from '../../tools/local-cloud/limits'
import { accumulatorRemedies, expressionRemedies } from '../../tools/local-cloud/mongo/remedies'
import { stageRemedies } from '../../tools/local-cloud/mongo/stages'
import { operations } from '../../tools/local-cloud/operations'
import { wireFields } from '../../tools/local-cloud/wire-fields'

const missing = (suite: { cases?: readonly Case[]; rows?: readonly Row[] } = {}) =>
  gaps({ cases, rows, ...suite }).differences.map(({ what }) => what)

test('an operation of the local cloud has a test of its name, and no other test is among them', () => {
  const namesIn = (folder: string, end: string) =>
    readdirSync(join(__dirname, folder))
      .filter((file) => file.endsWith(end) && file !== 'index.ts')
      .map((file) => file.slice(0, -end.length))
  expect(namesIn('operations', '.test.ts')).toEqual(namesIn('../../tools/local-cloud/operations', '.ts'))
})

describe('nothing is left out', () => {
  test('the suite is whole', () => expect(missing()).toEqual([]))

  test.each(Object.entries(allowed).flatMap(([position, names]) => [...names].map((name) => `${position} ${name}`)))(
    '%s without its examples',
    (of) => {
      expect(missing({ cases: cases.filter((one) => one.of !== of) })).toEqual([`${of} is allowed and has no example`])
    },
  )

  test('an operator that is allowed anew; one that MongoDB has not', () => {
    const names = allowed.query as Set<string>
    for (const name of ['$where', '$like']) names.add(name)
    expect(missing()).toEqual([
      'query $where is allowed and has no example',
      'query $like is allowed and has no example',
      'query $like is allowed and MongoDB has none',
    ])
    for (const name of ['$where', '$like']) names.delete(name)
  })

  test('a limit that nothing tries', () => {
    const limits = documentedLimits as Record<string, number>
    limits.villages = 100
    expect(missing()).toEqual(['the limit villages is tried by nothing'])
    delete limits.villages
  })

  test('a row of docs/platform.md that nothing tries, and one that is not in it', () => {
    const [first, ...others] = rows
    expect(missing({ rows: others })).toEqual([`wire: nothing tries «${first!.row}»`])
    expect(missing({ rows: [...rows, { ...first!, row: 'dropDocument' }] })).toEqual([
      'wire: docs/platform.md has no «dropDocument»',
    ])
    const documented = documentedRows()
    const grown = { ...documented, errors: [...documented.errors, 'DATABASE_ON_FIRE'] }
    expect(unmatched(rows, grown)).toEqual(['errors: nothing tries «DATABASE_ON_FIRE»'])
  })

  test('an example says where it is documented', () => {
    for (const { source } of cases)
      expect(source).toMatch(/^https:\/\/www\.mongodb\.com\/docs\/manual\/reference\/operator\/\w+\/\w+\/$/)
  })
})

describe('a remedy for mingo taken out is missed', () => {
  const remedies = [
    ...Object.keys(expressionRemedies).map((name) => ['expression', name, expressionRemedies] as const),
    ...Object.keys(accumulatorRemedies).map((name) => ['accumulator', name, accumulatorRemedies] as const),
    ...Object.keys(stageRemedies).map((name) => ['stage', name, stageRemedies] as const),
  ]

  test('each of them', async () => {
    const unnoticed: string[] = []
    await onGround({}, async ({ on, cloud, ...ground }) => {
      for (const [position, name, table] of remedies) {
        const own = table as Record<string, unknown>
        const remedy = own[name]
        delete own[name]
        try {
          const outcomes = await runCases(
            cases.filter(({ of }) => of === `${position} ${name}`),
            on,
            true,
          )
          const ownRows = rows.filter(({ table, row }) => table === 'mingo differences' && row.includes(name))
          const broken = await Promise.allSettled(ownRows.map(({ holds }) => holds({ on, cloud, ...ground })))
          if (!outcomes.some(({ differs }) => differs) && broken.every(({ status }) => status === 'fulfilled'))
            unnoticed.push(name)
        } finally {
          own[name] = remedy
        }
      }
    })
    expect(unnoticed).toEqual([])
  })
})

describe('where nothing is limited, each case of a limit notices', () => {
  test.each(Object.keys(limitCases) as (keyof typeof limitCases)[])('%s', async (name) => {
    const unlimited = Object.fromEntries(Object.keys(documentedLimits).map((limit) => [limit, 2_000_000_000]))
    // A time-out of so many seconds is none: what never answers must not be waited for.
    const limits = { ...unlimited, functionTimeoutSeconds: 1, functionMostTimeoutSeconds: 1, temporaryUrlSeconds: 9 }
    const loosely = (options: object, work: (ground: Ground) => Promise<void>): Promise<void> =>
      onGround({ ...options, limits }, (ground) => work({ ...ground, elsewhere: loosely }))
    const isNoticed = await loosely({}, limitCases[name]).then(
      () => false,
      () => true,
    )
    expect(isNoticed).toBe(true)
  })
})

describe('what is on no list and is let in', () => {
  test('an operator, an action, a field', async () => {
    await onGround({}, async ({ cloud }) => {
      cloud.seed('things', [{ _id: 'a', n: 1, list: [1, 2] }])
      const added = (allowed.expression as Set<string>).add('$round')
      expect(unlisted.expression).toContain('$round')
      expect((await askUnlisted(cloud.url, 'expression')).taken.length).toBeGreaterThan(0)
      added.delete('$round')

      const table = operations as Record<string, unknown>
      table['database.updateDocument'] = () => ({ data: {} })
      expect((await askActions(cloud.url)).taken).toHaveLength(1)
      delete table['database.updateDocument']

      const fields = wireFields as Record<string, string[]>
      const own = fields['database.getDocument']!
      fields['database.getDocument'] = [...own, 'hint']
      const asked = await askFields(cloud.url)
      fields['database.getDocument'] = own
      expect(asked.taken).toEqual([])
      expect(asked.requests).toBeGreaterThan(200)
    })
  })

  test('the names of MongoDB are each once in their place', () => {
    for (const names of Object.values(mongodbNames)) expect(new Set(names).size).toBe(names.length)
  })
})
