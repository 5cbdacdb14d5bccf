/** The look that all tests of the web build take at a screen: each fault, planted alone, is seen; a sound screen has none. */
import { type Browser, openBrowser, type Visit } from '../vocabulary/browser'
import { looksRight } from '../vocabulary/looks-right'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const SOUND =
  '<button style="width:200px;height:48px;font-size:18px" tabindex="0">提交</button><p style="font-size:18px">云溪村</p>'

function visitTo(body: string): Promise<Visit> {
  const page = `<!doctype html><html lang="zh"><title>样页</title><body style="margin:0;background:#fff;color:#111">
    <main class="taro_page" style="height:844px;overflow:auto"><h1 class="screen">样页</h1>${body}</main></body></html>`
  return browser.visit(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`)
}

test('a sound screen is let through', async () => {
  await looksRight(await visitTo(SOUND), 'looks-right-sound')
})

test.each([
  ['a word in pale grey', '<p style="font-size:18px;color:#ccc">云溪村</p>', /color-contrast/],
  ['a picture without words', '<img src="data:," style="width:60px;height:60px">', /image-alt/],
  ['an error nobody caught', '<script>setTimeout(() => { throw new Error("坏了") })</script>', /坏了/],
  ['a row wider than the screen', '<div style="width:500px;height:10px"></div>', /wider than the screen/],
  ['a low button', '<button tabindex="0" style="width:90px;height:40px;font-size:18px">去</button>', /control 90 × 40/],
  [
    'a narrow button',
    '<button tabindex="0" style="width:30px;height:60px;padding:0;font-size:18px">去</button>',
    /control 30 × 60/,
  ],
  ['small type', '<p style="font-size:15px">第 1 名</p>', /type 15px/],
])('%s', async (_, fault, told) => {
  const visit = await visitTo(SOUND + fault)
  await expect(looksRight(visit, 'looks-right-planted')).rejects.toThrow(told)
})

test('it waits until what moves has come to rest', async () => {
  const visit = await visitTo(
    `${SOUND}<style>@keyframes grow { from { height: 10px } to { height: 60px } }</style>
    <button tabindex="0" style="width:90px;height:60px;font-size:18px;animation:grow 0.8s">去</button>`,
  )
  await looksRight(visit, 'looks-right-moving')
})
