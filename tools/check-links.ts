import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Relative links of every tracked Markdown file that lead nowhere, one line each. */
export function checkLinks(root: string): string[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    cwd: root,
    encoding: 'utf8',
  })
  return files
    .split('\n')
    .filter((file) => file && existsSync(join(root, file)))
    .flatMap((file) => deadLinks(root, file))
}

function deadLinks(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/```[\s\S]*?```/g, '')
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1]!)
    .filter((link) => !/^[a-z]+:|^#/i.test(link))
    .filter((link) => !existsSync(join(root, dirname(file), decodeURIComponent(link.split('#')[0]!))))
    .map((link) => `${file}: ${link} leads nowhere`)
}
