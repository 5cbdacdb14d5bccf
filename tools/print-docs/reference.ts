/** docs/reference.md: what of the handbook the code itself says. Nothing of it is written by hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions } from '../build-functions'
import { actionsSection } from './actions'
import { collectionsSection } from './collections'
import { errorsSection } from './errors'

export const REFERENCE = 'docs/reference.md'

/** One line where what is committed is not what the code says; none where it is. */
export async function unlikeTheCode(root: string): Promise<string[]> {
  const file = join(root, REFERENCE)
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return committed === (await reference()) ? [] : [`${REFERENCE} is not what the code says: npm run print-docs`]
}

/** The functions are built for it, where something has changed. */
export async function reference(): Promise<string> {
  await buildFunctions()
  const head = `# Printed from code

By \`npm run print-docs\`; \`npm run check\` fails where it is not what the code says. What it means: [what is stored, who may do what](data.md).`
  return `${[head, errorsSection(), collectionsSection(), actionsSection()].join('\n\n')}\n`
}
