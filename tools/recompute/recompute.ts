/** The command line of recompute: what is asked for, what is printed, with which exit code. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { byCodeUnits } from '../../src/domain/order'
import { oneLine } from '../../src/domain/refusal'
import { EXIT, messageOf, recomputeFile } from './recompute-file'

export const USAGE = 'usage: npm run -s recompute -- FILE [--expect sha256:…] | --batch DIR'

export type Print = { out: (text: string) => void; err: (line: string) => void }

/**
 * Exit 0: the result stands on standard output; 2: the file is refused, or the command was not understood, and nothing
 * does; 4: the result stands there, but its digest is not the expected one; 1: a fault of the program.
 * `--batch` prints one line a file, each with the exit code that the file alone would have had, and exits 0 itself
 * when the folder could be read.
 */
export function recompute(args: readonly string[], print: Print): number {
  const asked = understand(args)
  if ('misunderstood' in asked) return refuse(`${asked.misunderstood} (${USAGE})`)
  return 'folder' in asked ? batch(asked.folder) : single(asked.file, asked.expect)

  function single(file: string, expect: string | null): number {
    const recomputed = recomputeFile(file)
    if ('error' in recomputed) {
      print.err(oneLine(`${file}: ${recomputed.error}`))
      return recomputed.exit
    }
    print.out(`${JSON.stringify(recomputed.result)}\n`)
    const { digest } = recomputed.result
    if (expect === null || expect === digest) return EXIT.done
    print.err(oneLine(`${file}: the digest is ${digest}, not ${expect}`))
    return EXIT.otherDigest
  }

  function batch(folder: string): number {
    let files: string[]
    try {
      const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory())
      files = entries.map(({ name }) => name).filter((name) => name.endsWith('.json'))
    } catch (error) {
      return refuse(`${folder}: cannot be read: ${messageOf(error)}`)
    }
    for (const file of files.sort(byCodeUnits)) {
      print.out(`${JSON.stringify({ file, ...recomputeFile(join(folder, file)) })}\n`)
    }
    return EXIT.done
  }

  function refuse(line: string): number {
    print.err(oneLine(line))
    return EXIT.refused
  }
}

type Asked = { file: string; expect: string | null } | { folder: string } | { misunderstood: string }

function understand(args: readonly string[]): Asked {
  const files: string[] = []
  const options = new Map<string, string>()
  for (let i = 0; i < args.length; i++) {
    const [name = '', value] = splitOption(args[i]!)
    if (!name.startsWith('--')) {
      files.push(name)
      continue
    }
    if (name !== '--expect' && name !== '--batch') return { misunderstood: `unknown option ${name}` }
    const given = value ?? args[++i]
    if (!given) return { misunderstood: `${name} needs a value` }
    if (options.has(name)) return { misunderstood: `${name} stands twice` }
    options.set(name, given)
  }
  const folder = options.get('--batch')
  if (folder !== undefined) {
    return files.length === 0 && options.size === 1 ? { folder } : { misunderstood: '--batch goes with nothing else' }
  }
  if (files.length !== 1) return { misunderstood: files.length === 0 ? 'no file given' : 'more than one file given' }
  return { file: files[0]!, expect: options.get('--expect') ?? null }
}

/** `--expect=x` as well as `--expect x`. */
function splitOption(arg: string): [string, string?] {
  const at = arg.indexOf('=')
  return arg.startsWith('--') && at !== -1 ? [arg.slice(0, at), arg.slice(at + 1)] : [arg]
}
