import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'acorn'

/**
 * What the oldest phones we serve (iOS 12, Chrome 67) could not load in a build of the mini-program: newer syntax, lookbehind,
 * BigInt literals, and built-ins that came later and are not in src/older-phones.ts. Empty: all is well. From the shell: tsx tools/check-syntax.ts [folder].
 */
export function tooNewFor2018(folder: string): string[] {
  return scriptsOf(folder).flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    const name = file.slice(folder.length + 1)
    return [
      ...syntaxFaults(source),
      ...TOO_NEW.filter(({ pattern }) => pattern.test(source)).map(({ what }) => what),
    ].map((fault) => `${name}: ${fault}`)
  })
}

const TOO_NEW = [
  { pattern: /\(\?<[=!]/, what: 'lookbehind in a regular expression (iOS 16.4)' },
  { pattern: /[^\w$.]\d+n\b(?!['"`])/, what: 'a BigInt literal (iOS 14)' },
  { pattern: /\.at\(-?\d/, what: 'Array.prototype.at (iOS 15.4)' },
  { pattern: /\bPromise\.(allSettled|any)\(/, what: 'Promise.allSettled, Promise.any (Chrome 76, 85)' },
  {
    pattern: /\.(replaceAll|matchAll|toSorted|toReversed|findLast|findLastIndex)\(/,
    what: 'a method of String or Array newer than 2018',
  },
  {
    pattern: /\bnew Intl\.|\bstructuredClone\(|\bAbortController\(/,
    what: 'Intl, structuredClone or AbortController: the logic layer promises none',
  },
]

function syntaxFaults(source: string): string[] {
  try {
    parse(source, { ecmaVersion: 2019, sourceType: 'script', allowReturnOutsideFunction: true })
    return []
  } catch (fault) {
    return [`does not parse as ES2019: ${(fault as Error).message}`]
  }
}

function scriptsOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
}

if (require.main === module) {
  const faults = tooNewFor2018(resolve(process.argv[2] ?? 'dist/weapp'))
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
