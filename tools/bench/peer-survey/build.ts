import { copyFileSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import type { AuditEdition } from '../../../src/domain/round-file'
import { readSample } from '../../seed/sample'

/** The peer's page as its makers would build it: minified, production React, its own style. */
export async function buildPeerSurvey(): Promise<string> {
  const { items, levels } = readSample<AuditEdition>('round-2.json').scheme.survey
  const folder = resolve(__dirname, '../../../dist/peer-survey')
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: [join(__dirname, 'page.jsx')],
    outdir: folder,
    bundle: true,
    minify: true,
    jsx: 'automatic',
    target: 'es2018',
    define: {
      'process.env.NODE_ENV': '"production"',
      QUESTIONS: JSON.stringify(items),
      LEVELS: JSON.stringify(levels),
    },
    logLevel: 'error',
  })
  copyFileSync(join(__dirname, 'index.html'), join(folder, 'index.html'))
  return folder
}
