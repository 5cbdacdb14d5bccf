import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { cloudDatabase } from '../../config/cloud-database'
import type { Db } from '../../tools/conformance/case'
import { startLocalCloud } from '../../tools/local-cloud'
import { eventually } from '../vocabulary/eventually'
import { withLocalCloud } from '../vocabulary/local-cloud'
import { builtFixtures, temporaryFolder, testDatabase } from './vocabulary'

describe('the server', () => {
  test('serves the web build, and more routes before it', async () => {
    const web = temporaryFolder()
    mkdirSync(join(web, 'js'))
    writeFileSync(join(web, 'index.html'), '<p>home</p>')
    writeFileSync(join(web, 'js/app.js'), 'go()')
    await withLocalCloud(
      async ({ url }) => {
        const at = async (path: string) => {
          const answer = await fetch(url + path)
          return [answer.status, answer.headers.get('content-type'), await answer.text()]
        }
        const home = [200, 'text/html; charset=utf-8', '<p>home</p>']
        expect(await at('/')).toEqual(home)
        expect(await at('/pages/board/index')).toEqual(home)
        expect(await at('/js/app.js')).toEqual([200, 'text/javascript; charset=utf-8', 'go()'])
        expect((await at('/js/none.js'))[0]).toBe(404)
        expect((await at('/%2e%2e/%2e%2e/etc/passwd.txt'))[0]).toBe(404)
        expect((await at('/demo'))[2]).toBe('本地演示')
      },
      { web, extraRoutes: (app) => app.get('/demo', (c) => c.text('本地演示')) },
    )
  })

  test('another site reaches nothing: not across origins, not by a name of its own', async () => {
    await withLocalCloud(
      async ({ url, port }) => {
        const call = (headers: Record<string, string>) =>
          fetch(`${url}/call/echo`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: '{}',
          })
        expect((await call({ origin: 'https://evil.example' })).status).toBe(403)
        const allowed = await call({ origin: 'http://127.0.0.1:10086' })
        expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([
          200,
          'http://127.0.0.1:10086',
        ])
        expect(await (await call({ 'content-type': 'text/plain' })).json()).toMatchObject({ errCode: -501007 })
        const rebound = await new Promise((resolve) =>
          request({ port, host: '127.0.0.1', path: '/', headers: { host: 'evil.example' } }, (answer) =>
            resolve(answer.statusCode),
          ).end(),
        )
        expect(rebound).toBe(403)
      },
      { functionsDir: await builtFixtures() },
    )
  })

  test('a port in use is told as such', async () => {
    await withLocalCloud(async ({ port }) => {
      const dataDir = temporaryFolder()
      await expect(startLocalCloud({ dataDir, port, quiet: true })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    })
  })

  test('an action that is not on the list is refused', async () => {
    await withLocalCloud(async ({ url }) => {
      const answer = await fetch(`${url}/admin`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"action":"database.modifyAndReturnDoc"}',
      })
      expect(await answer.json()).toMatchObject({
        code: 'INVALID_ACTION',
        message: expect.stringMatching('modifyAndReturnDoc'),
      })
    })
  })
})

describe('what is kept and what is not', () => {
  test('documents are there after a restart', async () => {
    const dataDir = temporaryFolder()
    const first = await startLocalCloud({ dataDir, database: testDatabase, quiet: true })
    first.seed('things', [{ _id: 'a', village: 'V01' }])
    await first.stop()
    const second = await startLocalCloud({ dataDir, database: testDatabase, quiet: true })
    expect(second.dump('things')).toEqual([{ _id: 'a', village: 'V01' }])
    await second.stop()
  })

  test('no byte of a removed secret is left in the data folder, soon after and without being asked', async () => {
    const dataDir = temporaryFolder()
    const cloud = await startLocalCloud({ dataDir, quiet: true })
    const db = cloud.sdk().database() as unknown as Db
    const secret = 'c0ffee'.repeat(20)
    await db.collection('secrets').add({ data: { _id: 'r1', secret } })
    await db
      .collection('secrets')
      .doc('r1')
      .update({ data: { secret: `${secret}again` } })
    cloud.seed('audits', [{ _id: 'x' }])
    expect(holds(dataDir, secret)).toBe(true)
    await db.collection('secrets').where({ _id: 'r1' }).remove()
    await eventually(() => expect(holds(dataDir, secret)).toBe(false))
    expect(holds(dataDir, 'audits')).toBe(true)
    await cloud.stop()
  })

  test('while a snapshot is open the log stays; it is cut when the transaction ends', async () => {
    const dataDir = temporaryFolder()
    const cloud = await startLocalCloud({ dataDir, quiet: true })
    const db = cloud.sdk().database() as unknown as Db
    const secret = 'decade'.repeat(20)
    await db.collection('secrets').add({ data: { _id: 'r1', secret } })
    const transaction = await db.startTransaction()
    await db.collection('secrets').doc('r1').remove()
    expect(cloud.checkpoint()).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(holds(dataDir, secret)).toBe(true)
    await transaction.rollback('done')
    await eventually(() => expect(holds(dataDir, secret)).toBe(false))
    await cloud.stop()
  })

  test('seed is checked and indexed like any write', async () => {
    await withLocalCloud(
      async (cloud) => {
        const db = cloud.sdk().database() as unknown as Db
        cloud.seed('things', [{ _id: 'a', village: 'V01', gone: undefined }])
        expect((await db.collection('things').where({ village: 'V01' }).get()).data).toEqual([
          { _id: 'a', village: 'V01' },
        ])
        expect(() => cloud.seed('things', [{ _id: 'b' }, { _id: 'a' }])).toThrow('duplicate key')
        expect(() => cloud.seed('things', [{ 'a.b': 1 }])).toThrow('field name')
        expect(() => cloud.seed('nowhere', [{}])).toThrow('not exist')
        expect(cloud.dump('things')).toHaveLength(1)
      },
      { database: testDatabase },
    )
  })

  test('every collection denies clients', () => {
    expect(Object.values(cloudDatabase).every(({ rule }) => rule === 'ADMINONLY')).toBe(true)
  })
})

function holds(folder: string, text: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some((entry) =>
    entry.isDirectory()
      ? holds(join(folder, entry.name), text)
      : readFileSync(join(folder, entry.name)).includes(Buffer.from(text)),
  )
}
