/** Every Chinese sentence the functions' own sources hold, read from what the bundles are made of: nothing else may be said. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

/** Whether a text is one of them; where a sentence has a place to fill in, something short stands there. */
export type IsSentence = (text: string) => boolean

export function sentencesOf(functionsDir: string): IsSentence {
  const { inputs } = JSON.parse(readFileSync(join(functionsDir, 'metafile.json'), 'utf8')) as Metafile
  const own = Object.keys(inputs).filter((path) => !path.includes('node_modules') && path.endsWith('.ts'))
  return isOneOf(own.map((path) => readFileSync(path, 'utf8')))
}

export function isOneOf(sources: readonly string[]): IsSentence {
  const plain = new Set<string>()
  const filled: RegExp[] = []
  for (const source of sources) {
    for (const [, text] of source.matchAll(/'((?:[^'\\\n]|\\.)*[\u4e00-\u9fff](?:[^'\\\n]|\\.)*)'/g)) plain.add(text!)
    for (const [, text] of source.matchAll(/`((?:[^`\\]|\\.)*[\u4e00-\u9fff](?:[^`\\]|\\.)*)`/g))
      filled.push(withPlaces(text!))
  }
  return (text) => plain.has(text) || filled.some((sentence) => sentence.test(text))
}

const LONGEST_PLACE = 60

function withPlaces(template: string): RegExp {
  const parts = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
  return new RegExp(`^${parts.map(escaped).join(`[^\\n]{0,${LONGEST_PLACE}}`)}$`)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
