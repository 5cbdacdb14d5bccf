import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** What axe finds wrong on a page, a line each; empty: nothing keeps anybody out. */
export async function barriersOn(page: Page): Promise<string[]> {
  // Its half megabyte is sent and compiled once a document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource())
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      // What passes is not written down.
      resultTypes: ['violations'],
      // Experimental, says axe; our rows of figures are spoken in sentences, not in the order of their columns.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
  })
}

type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }

let source: string | undefined
function axeSource(): string {
  source ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
  return source
}
