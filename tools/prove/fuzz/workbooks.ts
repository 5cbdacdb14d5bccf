/** Files that are called workbooks: random bytes, what a broken upload leaves, and a small one that unpacks to a large one. */
import { zipSync } from 'fflate'
import type { Chance } from '../phone/chance'

const MB = 1024 * 1024

/** By path in cloud storage, a character a byte. `good`: a workbook as it is downloaded. */
export function brokenWorkbooks(good: string, count: number, chance: Chance): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `imports/fuzz-${String(n).padStart(16, '0')}.xlsx`,
      broken(good, n, chance),
    ]),
  )
}

function broken(good: string, nth: number, chance: Chance): string {
  if (nth === 0) return ''
  if (nth === 1) return unpacksTo(60 * MB)
  if (nth === 2) return random(2 * MB + 1, chance)
  return chance.oneOf([
    () => random(chance.between(1, 40_000), chance),
    () => `PK\u0003\u0004${random(chance.between(1, 4000), chance)}`,
    () => good.slice(0, chance.between(1, good.length - 1)),
    () => good.slice(chance.between(1, good.length - 1)),
    () => good + random(chance.between(1, 400), chance),
    () => flipped(good, chance.between(1, 40), chance),
    () => packed({ [chance.oneOf(['../../evil', '/etc/passwd', 'xl/workbook.xml'])]: random(400, chance) }),
    // The packer does not write this name: of the same length, it stands where the other stood.
    () => packed({ 'a-name-of': random(400, chance) }).replaceAll('a-name-of', '__proto__'),
    () =>
      packed({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
      }),
  ])()
}

function random(bytes: number, chance: Chance): string {
  return Array.from({ length: bytes }, () => String.fromCharCode(chance.between(0, 255))).join('')
}

function flipped(text: string, times: number, chance: Chance): string {
  const bytes = Buffer.from(text, 'latin1')
  for (let n = 0; n < times; n++) bytes[chance.between(0, bytes.length - 1)]! ^= 1 << chance.between(0, 7)
  return bytes.toString('latin1')
}

function packed(files: Record<string, string>): string {
  const parts = Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'latin1')] as const)
  return Buffer.from(zipSync(Object.fromEntries(parts))).toString('latin1')
}

function unpacksTo(bytes: number): string {
  return Buffer.from(
    zipSync({ '[Content_Types].xml': Buffer.from('<Types/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(bytes) }),
  ).toString('latin1')
}
