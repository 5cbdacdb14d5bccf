/** 封存前要看的: an administrator opens every line before they propose or agree. */
import type { Visit } from './browser'

export async function looksOver({ shown, page }: Visit): Promise<void> {
  const unseen = shown.getByRole('button', { name: /，还没看/ })
  await unseen.first().waitFor()
  for (let left = await unseen.count(); left > 0; left--) {
    const line = await unseen.first().getAttribute('aria-label')
    await unseen.first().click()
    await page.getByRole('button', { name: line!.replace('还没看', '已看，已展开'), exact: true }).waitFor()
  }
}
