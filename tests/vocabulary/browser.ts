import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { type BrowserContext, chromium, type FileChooser, type Locator, type Page } from 'playwright-core'
import { barriersOn } from './barriers'
import { PATIENCE_MS } from './eventually'

export type Size = { width: number; height: number }
export const PHONE: Size = { width: 390, height: 844 }
export const SMALLEST_PHONE: Size = { width: 320, height: 568 }
export const COMPUTER: Size = { width: 1280, height: 800 }

/**
 * Chromium with a fresh profile, at a phone's size. `const browser = await openBrowser(); const page = await browser.visit(url);
 * await page.taps('开始答题'); await page.sees('第 1 题')`. Close it in afterAll. A test of the product takes `webCloud()`.
 */
export async function openBrowser(size = PHONE): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'lalian-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    viewport: size,
    // Pictures for eyes are sharp; where nobody looks, SCREEN_SCALE=1 costs a quarter of the pixels.
    deviceScaleFactor: Number(process.env.SCREEN_SCALE ?? 2),
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  return {
    context,
    visit: (url) => visit(context, url),
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

export type Browser = { context: BrowserContext; visit(url: string): Promise<Visit>; close(): Promise<void> }

export type Visit = {
  page: Page
  /** Whatever the page complained about: unhandled errors and console errors, but not that a test took its network away. */
  complaints: string[]
  /** The page in front: pages left behind stay in the document, hidden. */
  shown: Locator
  sees(words: string): Promise<void>
  /** Words that go: waits until none of them stand there. */
  noLongerSees(words: string): Promise<void>
  shows(): Promise<string>
  taps(name: string): Promise<void>
  types(field: string, value: string): Promise<void>
  /** The dialog's own button. */
  saysYes(): Promise<void>
  toTheEnd(): Promise<void>
  /** The file that a tap brings. */
  downloads(name: string): Promise<{ fileName: string; bytes: Uint8Array }>
  /** Gives a file to the chooser that a tap opens. */
  chooses(name: string, file: Parameters<FileChooser['setFiles']>[0]): Promise<void>
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
    if (message.type() === 'error' && !TAKEN_AWAY.test(message.text())) complaints.push(message.text())
  })
  await page.goto(url)
  const shown = page.locator('.taro_page:visible').last()
  await shown.locator('.screen').waitFor()
  const taps = async (name: string) => (await controlNamed(shown, name)).click()

  return {
    page,
    complaints,
    shown,
    sees: (words) => shown.getByText(words).first().waitFor(),
    noLongerSees: (words) => shown.getByText(words).first().waitFor({ state: 'detached' }),
    shows: () => shown.innerText(),
    taps,
    types: (field, value) => shown.locator(`[aria-label="${field}"]`).locator('input, textarea').fill(value),
    saysYes: () => page.locator('.taro-modal__confirm, .taro-model__confirm').click(),
    // The web's pages scroll in an element of their own.
    toTheEnd: () => shown.evaluate((box) => box.scrollTo(0, box.scrollHeight)),
    async downloads(name) {
      const [download] = await Promise.all([page.waitForEvent('download'), taps(name)])
      return { fileName: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
    },
    async chooses(name, file) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), taps(name)])
      await chooser.setFiles(file)
    },
    barriers: () => barriersOn(page),
    async keepPicture(name, { whole = false } = {}) {
      const folder = resolve(__dirname, '../screenshots')
      mkdirSync(folder, { recursive: true })
      const before = page.viewportSize()!
      // The page scrolls inside Taro's own box: the window is made as high as that.
      const height = await shown.evaluate((box) => box.scrollHeight)
      if (whole) await page.setViewportSize({ ...before, height })
      await page.screenshot({ path: join(folder, `${name}.png`) })
      if (whole) await page.setViewportSize(before)
    },
  }
}

/** Chromium's own line about a request that fails because a test is offline, or aborts it. */
const TAKEN_AWAY = /net::ERR_(INTERNET_DISCONNECTED|FAILED)/

/** A control by its whole name, or by a part that no other control has. */
async function controlNamed(shown: Locator, name: string): Promise<Locator> {
  const [exact, partly] = [true, false].map((whole) => {
    const named = (role: 'button' | 'link' | 'radio' | 'tab') => shown.getByRole(role, { name, exact: whole })
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
