import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import jsQR from 'jsqr'
import { type Day, day } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { change } from '../vocabulary/stored'
import { weChatFor } from '../vocabulary/we-chat'

let today: Day
const weChat = weChatFor('wxacode.getUnlimited')

beforeAll(async () => {
  today = await day({ state: 'none', openApi: weChat.openApi })
})
afterAll(() => today.stop())

type Send = { villageId: string | null; size: 'A4' | 'A3' }
const all: Send = { villageId: null, size: 'A4' }
const printed = (send: Send) => today.administrator.does('programme', 'posters', send)

/** The file behind the address, opened as its reader would. */
async function opened(address: string) {
  const response = await fetch(address)
  expect(response.headers.get('content-type')).toContain('wordprocessingml')
  return unzipSync(new Uint8Array(await response.arrayBuffer()))
}

/** Page by page: Word ends a section with the properties in its last paragraph, the last one's behind it. */
function pagesOf(parts: Record<string, Uint8Array>) {
  const document = strFromU8(parts['word/document.xml']!)
  const relations = strFromU8(parts['word/_rels/document.xml.rels']!)
  const pages = document
    .slice(document.indexOf('<w:body>'))
    .match(/(<w:p>((?!<w:sectPr>).)*?<\/w:p>)*(<w:p>((?!<\/w:p>).)*<w:sectPr>.*?<\/w:p>|<w:sectPr>.*?<\/w:sectPr>)/gs)!
  return pages.map((xml) => {
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs)!
    const id = /r:embed="([^"]+)"/.exec(xml)![1]
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(relations)!
    return {
      xml,
      texts: paragraphs.map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join('')),
      picture: parts[`word/${target[1] ?? target[2]}`]!,
      pictures: xml.match(/r:embed=/g)!.length,
      /** In points: what stands on the page, and how much fits. */
      taken: paragraphs.reduce((sum, one) => sum + heightOf(one), 0),
      room: number(xml, /<w:pgSz [^>]*w:h="(\d+)"/) - number(xml, /w:top="(\d+)"/) - number(xml, /w:bottom="(\d+)"/),
      /** In centimetres. */
      codeWidth: Number(/<wp:extent cx="(\d+)"/.exec(xml)![1]) / 360_000,
      paper: [/<w:pgSz [^>]*w:w="(\d+)"/, /<w:pgSz [^>]*w:h="(\d+)"/].map((what) => Math.round(number(xml, what))),
    }
  })
}

/** Of a paragraph, with each line that its text needs: every line's height is exact, and fonts are as wide as high. */
function heightOf(paragraph: string): number {
  const spacing = /<w:spacing ([^>]*w:after="0"[^>]*)\/>/.exec(paragraph)![1]!
  const before = number(spacing, /w:before="(\d+)"/)
  const extent = /<wp:extent cx="\d+" cy="(\d+)"/.exec(paragraph)
  // A line around a picture is a little higher than it.
  if (extent) return before + Number(extent[1]) / 12_700 + 6
  const text = /<w:t[^>]*>([^<]*)</.exec(paragraph)?.[1] ?? ''
  const across = (text.length * Number(/<w:sz w:val="(\d+)"/.exec(paragraph)![1])) / 2
  const lines = Math.max(1, Math.ceil(across / 510.3))
  // Rules are in eighths of a point, their distance in points.
  const [, rule = 0, distance = 0] = /<w:bottom [^>]*w:sz="(\d+)" w:space="(\d+)"/.exec(paragraph) ?? []
  return before + lines * number(spacing, /w:line="(\d+)"/) + Number(rule) / 8 + Number(distance)
}

/** Twentieths of a point, as points. */
function number(xml: string, what: RegExp): number {
  return Number(what.exec(xml)?.[1] ?? 0) / 20
}

/** The local cloud's code: eight bits of grey, no filter, no interlace. */
function readCode(png: Uint8Array): string {
  const file = Buffer.from(png)
  const size = file.readUInt32BE(16)
  const rows = inflateSync(file.subarray(file.indexOf('IDAT') + 4, file.indexOf('IEND') - 8))
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      pixels.fill(rows[y * (size + 1) + 1 + x]!, (y * size + x) * 4, (y * size + x) * 4 + 3)
  return jsQR(pixels, size, size)!.data
}

describe('programme.posters: what is refused', () => {
  test.each([
    ['a village nobody knows', { villageId: 'V99', size: 'A4' }, 'notFound'],
    ['a paper nobody prints', { villageId: null, size: 'A5' }, 'invalid'],
  ])('%s', async (_, send, code) => {
    const files = today.storage()
    expect(await codeOf(today, 'administrator', 'programme', 'posters', send)).toBe(code)
    expect(today.storage()).toEqual(files)
  })
})

describe('one village, one code, one page', () => {
  test('all villages as one file: each page names its village and carries the code that leads to it', async () => {
    const { fileName, address, bytes, villages } = await printed(all)
    const docs = today.dump('villages') as unknown as { id: string; name: string }[]
    const known = [...docs].sort((a, b) => (a.id < b.id ? -1 : 1))
    expect({ fileName, villages }).toEqual({
      fileName: `一村一码-全部${known.length}个村-A4.docx`,
      villages: known.length,
    })
    const parts = await opened(address)
    const pages = pagesOf(parts)
    expect(pages.map(({ picture }) => readCode(picture))).toEqual(known.map(({ id }) => `v=${id}`))
    for (const [n, page] of pages.entries()) {
      expect(page.texts).toContain(known[n]!.name)
      expect(page.texts).toEqual(
        expect.arrayContaining(['一村一码', '用微信扫一扫', '村民不记名测评，约 1 分钟', '年满 18 周岁的村民都可以填']),
      )
      expect(page.pictures).toBe(1)
      expect(page.paper).toEqual([595, 842])
      expect(page.codeWidth).toBeGreaterThanOrEqual(12)
      expect(page.taken).toBeLessThan(page.room)
    }
    expect(bytes).toBeGreaterThan(0)
    // WeChat is asked once a village, for a picture fit for print.
    expect(
      weChat
        .requests()
        .map(({ scene }) => scene)
        .sort(),
    ).toEqual(known.map(({ id }) => `v=${id}`))
    expect(weChat.requests().every(({ width }) => width === 1280)).toBe(true)
  })

  test('A3 is the same, larger', async () => {
    const { fileName, address, villages } = await printed({ villageId: 'V01', size: 'A3' })
    expect({ fileName, villages }).toEqual({ fileName: '一村一码-云溪村-A3.docx', villages: 1 })
    const [page] = pagesOf(await opened(address))
    expect(page!.paper).toEqual([842, 1191])
    expect(page!.codeWidth).toBeGreaterThanOrEqual(17)
  })

  test.each([
    '云溪村',
    '苏木塔什乡前进村',
    '上苏木塔什乡新前进村民委员会',
    '新疆生产建设兵团第四师可克达拉市六十七团二连居民委员会驻地',
  ])('%s fits on its page, and can be read from two metres', async (name) => {
    const { name: former } = today.dump('villages').find(({ _id }) => _id === 'V01') as unknown as { name: string }
    await change(today.cloud, 'villages', 'V01', { name })
    try {
      const [page] = pagesOf(await opened((await printed({ villageId: 'V01', size: 'A4' })).address))
      const points =
        Number(new RegExp(`<w:sz w:val="(\\d+)"/>(?:(?!<w:t).)*<w:t[^>]*>${name}<`).exec(page!.xml)![1]) / 2
      // A character of a hundredth of the distance and more: 1 cm are 28 points.
      expect(points).toBeGreaterThanOrEqual(28)
      expect(page!.taken).toBeLessThan(page!.room)
    } finally {
      await change(today.cloud, 'villages', 'V01', { name: former })
    }
  })

  test('printed again it lies where it lay; a new name has a new file', async () => {
    await printed(all)
    const files = today.storage()
    await printed(all)
    expect(today.storage()).toEqual(files)
    await change(today.cloud, 'villages', 'V01', { name: '云溪新村' })
    await printed(all)
    expect(today.storage()).toHaveLength(files.length + 1)
    await change(today.cloud, 'villages', 'V01', { name: '云溪村' })
  })
})

test('what it costs: three requests, two of storage beside the upload, and one to WeChat a village', async () => {
  const villages = today.dump('villages').length
  expect(await today.cloud.requests.during(() => printed(all))).toBe(3)
  expect(today.cloud.requests.byAction()).toEqual({
    'database.getDocument': 3,
    'storage.batchGetDownloadUrl': 1,
    'storage.getUploadMetadata': 1,
    'wx.openApi': villages,
  })
})

describe('WeChat fails', () => {
  test('at one village of all: nothing half is handed out; asked again it is whole', async () => {
    const files = today.storage()
    weChat.answers = (request) =>
      request.scene === 'v=V05' ? { json: { errcode: -1, errmsg: 'system error' } } : weChat.standIn(request)
    const send = { villageId: null, size: 'A3' }
    expect(await codeOf(today, 'administrator', 'programme', 'posters', send)).toBe('tryAgain')
    expect(today.storage()).toEqual(files)
    weChat.answers = weChat.standIn
    expect(await codeOf(today, 'administrator', 'programme', 'posters', send)).toBe('ok')
  })
})
