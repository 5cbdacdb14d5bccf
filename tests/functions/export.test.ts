import { readRoundText } from '../../src/domain/read-round-file'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition, RoundFile } from '../../src/domain/round-file'
import type { RoundResult } from '../../src/domain/round-result'
import { readSample } from '../../tools/seed/sample'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { allBut, codeOf } from '../vocabulary/everyone'
import { linesOf, roundOf, sealed, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

const published = readSample<RoundResult>('round-2.result.json')

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed' })
  await sealed(today)
})
afterAll(() => today.stop())

const ask = () => ({ roundId: today.roundId })
const send = (proposalId: string | null = null, sendId = newId()) => ({
  ...ask(),
  sendId,
  reason: '市审计局核对',
  proposalId,
})
const linesOfExport = () => linesOf(today, 'exportAudit')

async function fileAt(url: string): Promise<RoundFile> {
  const read = readRoundText(await (await fetch(url)).text())
  if ('refusal' in read) throw new Error(JSON.stringify(read.refusal))
  return read.round
}

describe('ranking.exportAudit: two persons let it out', () => {
  test('proposed with a reason; no file yet; the same send again is the same, a second proposal waits', async () => {
    expect(await codeOf(today, 'administrator', 'ranking', 'exportAudit', { ...send(), reason: '' })).toBe('invalid')
    const sendId = newId()
    const first = await today.administrator.does('ranking', 'exportAudit', send(null, sendId))
    expect(first).toMatchObject({ file: null, proposal: { id: sendId, kind: 'exportAudit', agreedBy: null } })
    expect(await today.administrator.does('ranking', 'exportAudit', send(null, sendId))).toEqual(first)
    expect(await today.administrator.does('ranking', 'exportAudit', send(sendId))).toEqual(first)
    expect(await codeOf(today, 'secondAdministrator', 'ranking', 'exportAudit', send())).toBe('alreadyProposed')
    expect(await codeOf(today, 'secondAdministrator', 'ranking', 'exportAudit', send(sendId))).toBe('notFound')
    expect(linesOfExport()).toEqual([
      expect.objectContaining({ memberId: 'M01', reason: '市审计局核对', after: { proposed: 'exportAudit' } }),
    ])
  })

  test('not agreed to by its proposer nor by anybody without the right; an inspector of the panel may', async () => {
    const agree = { ...ask(), proposalId: roundOf(today).proposals.at(-1)!.id }
    expect(await codeOf(today, 'administrator', 'round', 'agree', agree)).toBe('samePerson')
    for (const who of allBut('administrator', 'secondAdministrator', 'inspector'))
      expect(await codeOf(today, who, 'round', 'agree', agree)).toBe('notAllowed')
    const { proposal } = await today.inspector('I06').does('round', 'agree', agree)
    expect(proposal).toMatchObject({ agreedBy: 'I06', agreedByName: '邓小芸' })
    expect(await codeOf(today, 'secondAdministrator', 'round', 'agree', agree)).toBe('wrongState')
  })

  test('with the agreement: the file at an address, and a line each time', async () => {
    const proposalId = roundOf(today).proposals.at(-1)!.id
    const { file } = await today.administrator.does('ranking', 'exportAudit', send(proposalId))
    expect(file).toMatchObject({ fileName: 'lalian-2024-2-audit.json' })
    const text = await (await fetch(file!.url)).text()
    expect(Buffer.byteLength(text)).toBe(file!.bytes)
    const audit = await fileAt(file!.url)
    expect(audit.edition).toBe('audit')
    const result = roundResult(audit)
    expect(result.digest).toBe(file!.digest)
    expect(result.ranking).toEqual(published.ranking)
    expect(linesOfExport().filter(({ on }) => on === '2024-2:1')).toEqual([
      expect.objectContaining({
        memberId: 'M01',
        reason: '市审计局核对',
        after: expect.objectContaining({ proposalId, agreedBy: 'I06', digest: file!.digest }),
      }),
    ])
    // Without the signature the address opens nothing.
    expect((await fetch(file!.url.split('?')[0]!)).status).not.toBe(200)
  })

  test('it costs four database requests, the line among them', async () => {
    const proposalId = roundOf(today).proposals.at(-1)!.id
    const { cloud, administrator } = today
    expect(await cloud.requests.during(() => administrator.does('ranking', 'exportAudit', send(proposalId)))).toBe(4)
  })
})

describe('both rounds of the sample, sealed here: what is exported is recomputed to what was published', () => {
  test.each(['round-1', 'round-2'])('%s', async (name) => {
    const expected = readSample<RoundResult>(`${name}.result.json`)
    const file = readSample<AuditEdition>(`${name}.json`)
    const other = await day({ state: 'closed', file })
    try {
      await sealed(other)
      const { digest, files } = snapshotOf(other)
      const audit = roundResult(await editionOf(other, 'audit'))
      const open = roundResult(await editionOf(other, 'public'))
      expect([audit.ranking, open.ranking]).toEqual([expected.ranking, expected.ranking])
      expect([audit.digest, open.digest]).toEqual([digest, files.public!.digest])
    } finally {
      await other.stop()
    }
  })

  async function editionOf(other: Day, edition: 'audit' | 'public'): Promise<RoundFile> {
    const file = snapshotOf(other).files[edition]!
    const { fileContent } = await other.cloud.sdk().downloadFile({ fileID: file.fileId })
    const read = readRoundText(fileContent.toString('utf8'))
    if ('refusal' in read) throw new Error(JSON.stringify(read.refusal))
    return read.round
  }
})

describe('ranking.exportPublic: for anybody, once announced', () => {
  test('a villager gets it; it names no inspector, holds no response, and gives the same ranking', async () => {
    await today.administrator.does('round', 'announce', { ...ask(), sendId: newId() })
    const before = stored(today.cloud)
    const file = await today.villager(3).does('ranking', 'exportPublic', ask())
    expect(stored(today.cloud)).toEqual(before)
    const edition = await fileAt(file.url)
    const text = JSON.stringify(edition)
    expect(edition.edition).toBe('public')
    for (const { name } of today.file.panel) expect(text).not.toContain(`"${name}"`)
    expect(edition).not.toHaveProperty('responses')
    const result = roundResult(edition)
    expect(result.ranking).toEqual(published.ranking)
    expect(result.digest).toBe(file.digest)
  })

  test('a round whose public edition would rank otherwise has none', async () => {
    const { _id, files } = snapshotOf(today)
    await change(today.cloud, 'snapshots', _id, { files: { ...files, public: null } })
    expect(await codeOf(today, 'villager', 'ranking', 'exportPublic', ask())).toBe('noPublicEdition')
  })
})
