import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'

/**
 * Chromium with a fresh profile, at a phone's size. `const browser = await openBrowser(); const page = await browser.visit(url);
 * await page.taps('开始答题'); await page.sees('第 1 题')`. Close it in afterAll.
 */
export async function openBrowser(size = { width: 390, height: 844 }): Promise<Browser> {
  const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'lalian-chromium-')), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    viewport: size,
    deviceScaleFactor: 2,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  return {
    context,
    visit: (url) => visit(context, url),
    close: () => context.close(),
  }
}

export type Browser = { context: BrowserContext; visit(url: string): Promise<Visit>; close(): Promise<void> }

export type Visit = {
  page: Page
  /** Whatever the page complained about: unhandled errors and console errors. */
  complaints: string[]
  sees(words: string): Promise<void>
  shows(): Promise<string>
  taps(name: string): Promise<void>
  types(field: string, value: string): Promise<void>
  /** What axe finds wrong, a line each; empty: nothing. */
  barriers(): Promise<string[]>
  /** Into tests/screenshots, for looking at; `whole`: the page scrolled flat. */
  keepPicture(name: string, options?: { whole?: boolean }): Promise<void>
}

async function visit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(url)
  await shownPage(page).locator('.screen').waitFor()

  return {
    page,
    complaints,
    sees: (words) => shownPage(page).getByText(words).first().waitFor(),
    shows: () => shownPage(page).innerText(),
    async taps(name) {
      await (await controlNamed(page, name)).click()
    },
    async types(field, value) {
      await shownPage(page).locator(`[aria-label="${field}"]`).locator('input, textarea').fill(value)
    },
    async barriers() {
      await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: Axe }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
          // Experimental, says axe; our rows of figures are spoken in sentences, not in the order of their columns.
          rules: { 'label-content-name-mismatch': { enabled: false } },
        })
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
      })
      return found
    },
    async keepPicture(name, { whole = false } = {}) {
      const folder = resolve(__dirname, '../screenshots')
      mkdirSync(folder, { recursive: true })
      const before = page.viewportSize()!
      // The page scrolls inside Taro's own box: the window is made as high as that.
      const height = await shownPage(page).evaluate((box) => box.scrollHeight)
      if (whole) await page.setViewportSize({ ...before, height })
      await page.screenshot({ path: join(folder, `${name}.png`) })
      if (whole) await page.setViewportSize(before)
    },
  }
}

type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }

/** Pages left behind stay in the document, hidden. */
function shownPage(page: Page) {
  return page.locator('.taro_page:visible').last()
}

/** A control by its whole name, or by a part that no other control has. */
async function controlNamed(page: Page, name: string): Promise<Locator> {
  const [exact, partly] = [true, false].map((whole) => {
    const named = (role: 'button' | 'link' | 'radio' | 'tab') => shownPage(page).getByRole(role, { name, exact: whole })
    return named('button').or(named('link')).or(named('radio')).or(named('tab'))
  }) as [Locator, Locator]
  await partly.first().waitFor()
  return (await exact.count()) > 0 ? exact : partly
}

/** A folder over HTTP on a free port: the web build without a cloud behind it. */
export async function serveFolder(folder: string): Promise<{ url: string; close(): void }> {
  const types: Record<string, string> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(folder, pathname === '/' ? 'index.html' : pathname)
    try {
      const body = readFileSync(file)
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
