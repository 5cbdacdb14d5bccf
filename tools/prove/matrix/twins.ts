/** Whether two stores that differ in marks and levels can be told apart by what is answered. */
import { unzipSync } from 'fflate'
import type { Called } from './calls'
import { beforeSealed } from './moments'

/**
 * Refusals at every moment, and every answer until the round is sealed: the same to the byte, but for the time of the call
 * and for digests. A proposal holds the digest of what it changes, from which no mark can be read.
 */
export function toldApart(one: readonly Called[], other: readonly Called[]): string[] {
  const others = byName(other)
  return one.flatMap(({ cell, answer }) => {
    const twin = others.get(cell.name)?.answer
    if (!twin) return []
    if (!answer.ok || !twin.ok) {
      return withoutDigests(answer) === withoutDigests(twin)
        ? []
        : [`${cell.name} is refused in other words on another store`]
    }
    if (!beforeSealed.includes(cell.moment)) return []
    const [here, there] = [comparable(answer), comparable(twin)]
    return here === there ? [] : [`${cell.name} tells of a score: ${around(here, there)}`]
  })
}

/** They do differ: where the result is announced, everybody who may read it reads another one. */
export function announcedApart(one: readonly Called[], other: readonly Called[]): { read: number; alike: number } {
  const others = byName(other)
  const boards = one.flatMap(({ cell, answer }) => {
    const twin = others.get(cell.name)?.answer
    return cell.name.startsWith('ranking.board by ') && answer.ok && twin ? [{ answer, twin }] : []
  })
  const alike = boards.filter(({ answer, twin }) => comparable(answer) === comparable(twin)).length
  return { read: boards.length, alike }
}

function byName(called: readonly Called[]): Map<string, Called> {
  return new Map(called.map((one) => [one.cell.name, one]))
}

function comparable(answer: object): string {
  return (
    withoutDigests(answer)
      .replace(/\b1\d{12}\b/g, 'time')
      .replace(/sign=[0-9a-f]{64}/g, 'signature')
      .replace(/"fileName":"[^"]*\.docx","base64":"[^"]*"/g, 'document')
      .replace(/("fileName":"[^"]*\.xlsx","base64":")([^"]*)/g, (_, name, base64) => name + sheetsIn(base64))
      // A Word file holds when it was written, and is the longer or shorter for it.
      .replace(/("address":"[^"]*\.docx[^"]*","bytes":)\d+/g, '$1bytes')
      // An invite's code is random, and a picture of it.
      .replace(/"code":"\w{4}-\w{4}-\w{4}"/g, 'code')
      .replace(/"picture":\{[^}]*\}/g, 'picture')
  )
}

/** A workbook says when it was written. */
function sheetsIn(base64: string): string {
  const parts = unzipSync(Buffer.from(base64, 'base64'))
  const texts = Object.entries(parts).map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString()}`)
  return texts.join(' ').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
}

function withoutDigests(answer: object): string {
  return JSON.stringify(answer).replace(/sha256:[0-9a-f]{64}/g, 'digest')
}

function around(one: string, other: string): string {
  let at = 0
  while (one[at] === other[at] && at < one.length) at++
  const from = Math.max(0, at - 60)
  return `…${one.slice(from, at + 60)}… or …${other.slice(from, at + 60)}…`
}
