import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { charactersWide } from '../../cloudfunctions/common/characters-wide'
import type { CardDoc, SecretDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { linesOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'
import { weChatFor } from '../vocabulary/we-chat'

/** 412, 538, 297… households. */
const HOUSEHOLDS = { V01: 412, V02: 538, V03: 297, V08: 285 }

let today: Day
const weChat = weChatFor('wxacode.getUnlimited')

beforeAll(async () => {
  today = await day({ state: 'running', empty: true, openApi: weChat.openApi })
})
afterAll(() => today.stop())
afterEach(() => today.cloud.faults.clear())

const send = (more: { villageId?: string; sendId?: string; count?: number } = {}) => ({
  roundId: today.roundId,
  villageId: 'V01',
  sendId: newId(),
  count: 10,
  ...more,
})
const print = (what = send()) => today.administrator.does('round', 'printCards', what)
const printOrRefusal = (what = send()) => today.administrator.asks('round', 'printCards', what)
const cardsOf = (villageId: string) =>
  (today.dump('cards') as unknown as CardDoc[]).filter((card) => card.villageId === villageId)

/** A Word file's parts as text. */
function opened(base64: string): Record<string, string> {
  const parts = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}
const documentOf = (base64: string) => opened(base64)['word/document.xml']!
/** What the cards of the sheet say, one by one. */
const cellsOf = (base64: string) =>
  documentOf(base64)
    .replace(/<[^>]+>/g, '')
    .split(/(?=..村村民满意度测评)/)
const CODE = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/g
const codesOf = (base64: string) => documentOf(base64).match(CODE)!
const idOf = (code: string) =>
  createHash('sha256')
    .update(`card:${code.replace(/-/g, '')}`)
    .digest('hex')

describe('round.printCards: what is refused', () => {
  test.each([
    ['a village that is not in the round', () => send({ villageId: 'V99' }), 'outOfScope'],
    ['none', () => send({ count: 0 }), 'invalid'],
    ['201', () => send({ count: 201 }), 'invalid'],
    ['half a card', () => send({ count: 1.5 }), 'invalid'],
  ])('%s', async (_why, what, code) => {
    const before = stored(today.cloud)
    expect(await printOrRefusal(what())).toMatchObject({ error: { code } })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a rehearsal surveys nobody, nor does a round without a gate', async () => {
    await change(today.cloud, 'secrets', today.roundId, { rehearsal: true })
    expect(await printOrRefusal()).toMatchObject({ error: { code: 'notFound' } })
    await change(today.cloud, 'secrets', today.roundId, { rehearsal: false })
  })
})

describe('round.cardPrints: how many so far', () => {
  const ask = (roundId = today.roundId) => ({ roundId })

  test('a round nobody knows, a rehearsal: there is nothing to print', async () => {
    expect(await codeOf(today, 'administrator', 'round', 'cardPrints', ask('nowhere'))).toBe('notFound')
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: true })
    expect(await codeOf(today, 'administrator', 'round', 'cardPrints', ask())).toBe('notFound')
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: false })
  })

  test('every village with its households and the sum of its prints; no code, no send; two requests', async () => {
    const sofar = async () => (await today.administrator.does('round', 'cardPrints', ask())).villages
    const before = await sofar()
    expect(before).toHaveLength(8)
    const of = (villages: typeof before, id: string) => villages.find(({ village }) => village.id === id)!
    expect(of(before, 'V07')).toMatchObject({ village: { name: '桥头村' }, issued: 0 })
    expect(of(before, 'V02').households).toBe(HOUSEHOLDS.V02)
    const first = send({ villageId: 'V07', count: 12 })
    await print(first)
    await print(first)
    await print(send({ villageId: 'V07', count: 3 }))
    const after = await sofar()
    expect(of(after, 'V07').issued).toBe(15)
    expect(after.filter(({ village }) => village.id !== 'V07')).toEqual(
      before.filter(({ village }) => village.id !== 'V07'),
    )
    expect(Object.keys(of(after, 'V07')).sort()).toEqual(['households', 'issued', 'village'])
    expect(await today.cloud.requests.during(() => today.administrator.does('round', 'cardPrints', ask()))).toBe(2)
  })
})

describe('round.printCards: a sheet to cut up', () => {
  test('a Word file: as many codes as asked for, none twice; only their hashes are stored, unused', async () => {
    const answer = await print(send({ count: 10 }))
    expect(answer).toMatchObject({ fileName: '户码-云溪村-第2次拉练-10张.docx', count: 10, issued: 10 })
    const codes = codesOf(answer.base64)
    expect(new Set(codes).size).toBe(10)
    expect(cardsOf('V01').sort((a, b) => (a._id < b._id ? -1 : 1))).toEqual(
      codes
        .map(idOf)
        .sort()
        .map((_id) => ({ _id, roundId: today.roundId, villageId: 'V01', used: false })),
    )
    const everything = JSON.stringify(stored(today.cloud))
    for (const code of codes) {
      expect(everything).not.toContain(code)
      expect(everything).not.toContain(code.replace(/-/g, ''))
    }
  })

  test('every card says whose, which round and day, and how; and but for its code the same as every other', async () => {
    const { base64 } = await print(send({ count: 9 }))
    const [day] = (today.dump('rounds') as unknown as { day: string }[]).map((round) => round.day)
    const cells = cellsOf(base64)
    expect(cells).toHaveLength(9)
    for (const words of [
      '云溪村村民满意度测评',
      '一次性户码',
      '第 2 次拉练',
      day!,
      '凭户码代填',
      '不记名',
      '一张纸条答一份',
    ])
      expect(cells[0]).toContain(words)
    expect(new Set(cells.map((cell) => cell.replace(CODE, ''))).size).toBe(1)
  })

  test('A4, four rows of two a page, dashed lines to cut along, a row never torn', async () => {
    const xml = documentOf((await print(send({ count: 9 }))).base64)
    expect(xml).toMatch(/<w:pgSz w:w="11907" w:h="16840"/)
    const heights = [...xml.matchAll(/<w:trHeight w:val="(\d+)" w:hRule="exact"\/>/g)].map(([, value]) => Number(value))
    expect(heights).toHaveLength(5)
    const [top, bottom] = ['top', 'bottom'].map((edge) =>
      Number(new RegExp(`<w:pgMar[^>]*w:${edge}="(\\d+)"`).exec(xml)![1]),
    )
    const page = 16_840 - top! - bottom!
    expect(Math.floor(page / heights[0]!)).toBe(4)
    expect(xml.match(/w:val="dashed"/g)!.length).toBeGreaterThanOrEqual(4 * 10)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(5)
  })

  test('what stands on a card fits on it, wrapped as it is', async () => {
    const xml = documentOf((await print()).base64)
    const points = (what: RegExp, from: string) => Number(what.exec(from)?.[1] ?? 0) / 20
    const height = points(/<w:trHeight w:val="(\d+)"/, xml)
    const card = xml.slice(xml.indexOf('<w:tc>'), xml.indexOf('</w:tbl>'))
    const [above, beside] = [card.slice(0, card.indexOf('<w:tbl>')), card.slice(card.indexOf('<w:tbl>'))]
    const heightOf = (part: string, width: number) =>
      [...part.matchAll(/<w:p>.*?<\/w:p>/gs)]
        .filter(([paragraph]) => paragraph.includes('<w:t '))
        .reduce((sum, [paragraph]) => {
          const text = /<w:t [^>]*>([^<]*)</.exec(paragraph)![1]!
          const fit = Math.floor(width / (Number(/<w:sz w:val="(\d+)"/.exec(paragraph)![1]) / 2))
          return sum + Math.ceil(charactersWide(text) / fit) * points(/<w:spacing [^>]*w:line="(\d+)"/, paragraph)
        }, 0)
    const columns = [...beside.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width) / 20)
    const picture = Number(/<wp:extent cx="\d+" cy="(\d+)"/.exec(beside)![1]) / 12_700
    const MARGINS = { acrossACell: 10.8, aboveAndBelow: 9 }
    const words = heightOf(beside, columns[1]! - MARGINS.acrossACell)
    expect(words).toBeGreaterThan(45)
    const taken = heightOf(above, 249) + Math.max(picture + 6, words) + MARGINS.aboveAndBelow
    expect(taken).toBeGreaterThan(150)
    expect(taken).toBeLessThan(height - 5)
  })

  test('every run names a font for Chinese', async () => {
    const xml = documentOf((await print()).base64)
    const runs = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run).filter((run) => run.includes('<w:t'))
    expect(runs.length).toBeGreaterThan(40)
    for (const run of runs) expect(run).toMatch(/w:eastAsia="(黑体|宋体)"/)
  })

  test('with the village’s own code to scan; once in the file, however many cards', async () => {
    const { base64 } = await print()
    expect(weChat.requests()).toEqual([expect.objectContaining({ scene: 'v=V01', page: 'pages/entry/index' })])
    expect(Object.keys(opened(base64)).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
    expect(documentOf(base64).match(/<pic:pic /g)).toHaveLength(10)
    expect(cellsOf(base64)[0]).toContain('扫左边的码')
  })

  test.each([
    ['WeChat refuses', () => ({ json: { errcode: 45009, errmsg: 'reach max api daily quota limit' } })],
    ['a picture too large for the answer', () => ({ contentType: 'image/jpeg', bytes: Buffer.alloc(300_000) })],
  ])('%s: the sheet is printed all the same, and says where else to scan', async (_why, answers) => {
    weChat.answers = answers
    const { base64 } = await print()
    expect(cellsOf(base64)[0]).toContain('扫村公示栏上的码')
    expect(documentOf(base64)).not.toContain('<pic:pic')
  })

  test('200 cards with a picture as large as taken: within the platform’s megabyte', async () => {
    weChat.answers = () => ({
      contentType: 'image/jpeg',
      bytes: Buffer.from(Array.from({ length: 200_000 }, (_, n) => (n * n) % 251)),
    })
    const answer = await print(send({ villageId: 'V02', count: 200 }))
    expect(codesOf(answer.base64)).toHaveLength(200)
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(1_000_000)
  })
})

describe('round.printCards: twice is once, and never more than households', () => {
  test('the same send again, its answer lost: the same codes, nothing more issued, one line', async () => {
    const what = send({ villageId: 'V03', count: 5 })
    const first = await print(what)
    const before = stored(today.cloud)
    const second = await print(what)
    expect(codesOf(second.base64)).toEqual(codesOf(first.base64))
    expect(second.issued).toBe(5)
    expect(stored(today.cloud)).toEqual(before)
    expect(linesOf(today, 'printCards').filter(({ _id }) => _id.endsWith(what.sendId))).toEqual([
      expect.objectContaining({ memberId: 'M01', on: 'V03', before: { issued: 0 }, after: { printed: 5, issued: 5 } }),
    ])
  })

  test('a send that printed something else is refused', async () => {
    const what = send({ villageId: 'V03', count: 1 })
    await print(what)
    for (const other of [
      { ...what, count: 2 },
      { ...what, villageId: 'V01' },
    ])
      expect(await printOrRefusal(other)).toMatchObject({ error: { code: 'invalid', details: { path: 'sendId' } } })
  })

  test('another send prints other codes, another village too', async () => {
    const sendId = newId()
    const codes = [await print(send({ sendId })), await print(), await print(send({ villageId: 'V03' }))].flatMap(
      ({ base64 }) => codesOf(base64),
    )
    expect(new Set(codes).size).toBe(30)
  })

  test('a card used meanwhile stays used when its sheet is printed again', async () => {
    const what = send({ villageId: 'V03', count: 2 })
    const [first] = codesOf((await print(what)).base64)
    await change(today.cloud, 'cards', idOf(first!), { used: true })
    await print(what)
    expect(cardsOf('V03').find(({ _id }) => _id === idOf(first!))).toMatchObject({ used: true })
  })

  test('up to the last household, then no more; two administrators at once neither', async () => {
    const left = HOUSEHOLDS.V03 - cardsOf('V03').length
    for (const count of [200, left - 250]) await print(send({ villageId: 'V03', count }))
    const both = [today.administrator, today.secondAdministrator].map((person) =>
      person.asks('round', 'printCards', send({ villageId: 'V03', count: 30 })),
    )
    const codes = (await Promise.all(both)).map((answer) => (answer.ok ? 'printed' : answer.error.code)).sort()
    expect(codes).toEqual(['printed', 'tooLarge'])
    expect(await printOrRefusal(send({ villageId: 'V03', count: 21 }))).toMatchObject({
      error: {
        code: 'tooLarge',
        details: { path: 'count', left: 20, problem: '全村 297 户，一户一张，最多还能印 20 张' },
      },
    })
    expect(await print(send({ villageId: 'V03', count: 20 }))).toMatchObject({ issued: HOUSEHOLDS.V03 })
    expect(cardsOf('V03')).toHaveLength(HOUSEHOLDS.V03)
  })

  test('killed half-way through the cards: the same send issues the rest', async () => {
    const what = send({ villageId: 'V08', count: 25 })
    const before = cardsOf('V08').length
    today.cloud.faults.inject({ on: 'database.insertDocument', what: 'conflict', collection: 'cards', after: 12 })
    expect(await printOrRefusal(what)).toMatchObject({ error: { code: 'tryAgain' } })
    expect(cardsOf('V08').length).toBeLessThan(before + 25)
    const codes = codesOf((await print(what)).base64)
    const issued = new Set(cardsOf('V08').map(({ _id }) => _id))
    for (const code of codes) expect(issued).toContain(idOf(code))
    expect(issued.size).toBe(before + 25)
  })

  test('six database requests and one a card', async () => {
    expect(await today.cloud.requests.during(() => print(send({ count: 4 })))).toBe(6 + 4)
  })

  test('neither the codes nor the secret they follow from are in the audit', async () => {
    const { base64 } = await print()
    const lines = JSON.stringify(today.dump('audits'))
    const [{ secret }] = today.dump('secrets') as unknown as [SecretDoc]
    for (const word of [secret, ...codesOf(base64)]) expect(lines).not.toContain(word)
  })
})
