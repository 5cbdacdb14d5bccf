/** The probe function, from its bundle, in the local cloud: what it finds here is what is documented of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildProbe, PROBE_FOLDER, type Probed, probeLocally } from '../../tools/conformance/probe'
import { locally } from '../../tools/conformance/probe/platform-probe/locally'
import { questions } from '../../tools/conformance/probe/platform-probe/questions'
import { withLocalCloud } from '../vocabulary/local-cloud'
import { temporaryFolder } from './vocabulary'

describe('the probe', () => {
  const functionsDir = temporaryFolder()
  let probed: Probed
  let left: number
  beforeAll(async () => {
    await buildProbe(functionsDir)
    ;({ probed, left } = await probeLocally(functionsDir))
  })

  test('every question has its answer here, and it is the documented one', () => {
    expect(Object.keys(locally)).toEqual(questions.map(({ id }) => id))
    const answers = Object.fromEntries(Object.entries(probed.回答 ?? {}).map(([id, { 答 }]) => [id, 答]))
    expect(answers).toEqual(locally)
    expect(probed.报告).not.toMatch('不同')
  })

  test('the report has the question, both answers, and what came back word by word', () => {
    expect(probed.报告.split('\n').slice(0, 4)).toEqual([
      '平台接受打包在函数里的 wx-server-sdk 吗？',
      `  这里：${locally.bundledSdk}`,
      `  本地云：${locally.bundledSdk}`,
      expect.stringMatching(/^ {2}原样：\{"total":0/),
    ])
    expect(JSON.stringify(probed.回答?.conflict?.原样)).toMatch('WriteConflict')
    expect(JSON.stringify(probed.回答?.duplicateValue?.原样)).toMatch('-501001')
  })

  test('it leaves nothing behind', () => expect(left).toBe(0))

  test('a platform that answers otherwise is seen beside: here one without the unique index, and 100 rows at most', async () => {
    const collection = { rule: 'ADMINONLY', indexes: [] } as const
    const database = { conformance_things: collection, conformance_unique: collection }
    await withLocalCloud(
      async (cloud) => {
        const { 报告 } = (await cloud.call('platform-probe', { run: true })) as Probed
        expect(报告).toMatch(`  本地云：${locally.duplicateValue}  ← 不同`)
        expect(报告).toMatch('没有 k 的唯一索引，请先建')
        expect(报告).toMatch('一次只读到 100 条')
      },
      { database, functionsDir, limits: { rows: 100 } },
    )
  })

  test('asks nothing where it is not told to, nor in a collection that holds something', async () => {
    const collection = { rule: 'ADMINONLY', indexes: [] } as const
    await withLocalCloud(
      async (cloud) => {
        expect(await cloud.call('platform-probe', {}, 'oSomebody')).toEqual({
          报告: expect.stringMatching('{"run": true}'),
        })
        cloud.seed('conformance_things', [{ _id: 'somebody', n: 1 }])
        expect(await cloud.call('platform-probe', { run: true })).toEqual({ 报告: expect.stringMatching('请先清空') })
        expect(cloud.dump('conformance_things')).toEqual([{ _id: 'somebody', n: 1 }])
      },
      { database: { conformance_things: collection, conformance_unique: collection }, functionsDir },
    )
  })

  test('it is no function of the product', () => {
    expect(readdirSync(join(__dirname, '../../cloudfunctions'))).not.toContain('platform-probe')
    expect(PROBE_FOLDER).not.toMatch('cloudfunctions')
    const { cloudfunctionRoot } = JSON.parse(readFileSync(join(__dirname, '../../project.config.json'), 'utf8'))
    expect(existsSync(join(__dirname, '../..', cloudfunctionRoot, 'platform-probe'))).toBe(false)
  })
})
