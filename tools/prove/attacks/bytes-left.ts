import { type Evidence, textOf } from './evidence'
import type { Truth } from './people'

/** Which secrets stand in any byte: as they are, in base64, or as raw bytes where they are hex. */
export function secretsLeft({ files, logs }: Evidence, secrets: Truth['secrets']): { what: string; where: string }[] {
  const spelled = secrets.flatMap(({ what, value }) => spellings(value).map((text) => ({ what, text })))
  const byHead = new Map<string, { what: string; text: string }[]>()
  for (const one of spelled) byHead.set(one.text.slice(0, HEAD), [...(byHead.get(one.text.slice(0, HEAD)) ?? []), one])

  const texts = [
    ...[...files].map(([path, bytes]) => [path, textOf(bytes)] as const),
    ['logs', logs.join('\n')] as const,
  ]
  return texts.flatMap(([where, text]) => {
    const found: { what: string; where: string }[] = []
    for (let at = 0; at + HEAD <= text.length; at++)
      for (const { what, text: secret } of byHead.get(text.slice(at, at + HEAD)) ?? [])
        if (text.startsWith(secret, at)) found.push({ what, where })
    return found
  })
}

const HEAD = 8

function spellings(value: string): string[] {
  const bytes = Buffer.from(value)
  const all = [value, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex'), encodeURIComponent(value)]
  if (/^([0-9a-f]{2})+$/.test(value)) {
    const raw = Buffer.from(value, 'hex')
    all.push(textOf(raw), raw.toString('base64').replace(/=+$/, ''), raw.toString('base64url'), value.toUpperCase())
  }
  return [...new Set(all)]
}
