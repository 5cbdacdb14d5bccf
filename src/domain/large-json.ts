/**
 * Strict JSON of many megabytes, which is never there as one text: the outermost object's lists are cut out, and read run
 * by run, each a few whole elements. What stands around them is read with a number in the place of each list.
 */
import { parseStrictJson } from './strict-json'

/** Bytes of a run, or one element where that is longer. */
const RUN = 0x8000

export type DecodeUtf8 = (bytes: Uint8Array) => string | null

/**
 * The value, the same as parseStrictJson gives; undefined: this is no such object, or none that may be read. Then
 * parseStrictJson says what is wrong with the whole text.
 */
export function largeJson(bytes: Uint8Array, decode: DecodeUtf8, run = RUN): Record<string, unknown> | undefined {
  const cut = listsCutOut(bytes, run)
  const frame = cut && strict(cut.frame.map(decode))
  if (!isObject(frame)) return undefined
  const lists = new Map<unknown, unknown>()
  for (const [number, runs] of cut!.lists.entries()) {
    const list = joined(runs)
    if (!list) return undefined
    lists.set(number, list)
  }
  for (const name of Object.keys(frame)) {
    const value = frame[name]
    if (Array.isArray(value)) frame[name] = lists.get(value[0])
  }
  return frame

  /** An empty run is an empty list, but between commas it is a fault. */
  function joined(runs: readonly Uint8Array[]): unknown[] | undefined {
    const list: unknown[] = []
    for (const one of runs) {
      // One level less than the whole may have: the object around is missing.
      const items = strict(['[', decode(one), ']'], 1)
      if (!Array.isArray(items) || (items.length === 0 && runs.length > 1)) return undefined
      for (const item of items) list.push(item)
    }
    return list
  }
}

function strict(texts: readonly (string | null)[], levelsAround = 0): unknown {
  if (texts.includes(null)) return undefined
  const parsed = parseStrictJson(texts.join(''), levelsAround)
  return 'value' in parsed ? parsed.value : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands around the lists and in their place, and each list's runs. Undefined: not even brackets come in pairs. */
function listsCutOut(bytes: Uint8Array, run: number): { frame: Uint8Array[]; lists: Uint8Array[][] } | undefined {
  const frame: Uint8Array[] = []
  const lists: Uint8Array[][] = []
  let runs: Uint8Array[] | null = null
  let depth = 0
  let from = 0
  for (let i = 0; i < bytes.length; i++) {
    switch (bytes[i]) {
      case 0x22: // "
        for (i++; bytes[i] !== 0x22; i++) {
          if (i >= bytes.length) return undefined
          if (bytes[i] === 0x5c) i++
        }
        break
      case 0x7b: // {
      case 0x5b: // [
        depth++
        if (depth !== 2 || bytes[i] !== 0x5b) break
        frame.push(bytes.subarray(from, i + 1), digitsOf(lists.length))
        runs = []
        lists.push(runs)
        from = i + 1
        break
      case 0x2c: // ,
        if (depth !== 2 || runs === null || i - from < run) break
        runs.push(bytes.subarray(from, i))
        from = i + 1
        break
      case 0x7d: // }
      case 0x5d: // ]
        depth--
        if (depth !== 1 || runs === null) break
        if (bytes[i] !== 0x5d) return undefined
        runs.push(bytes.subarray(from, i))
        runs = null
        from = i
        break
    }
  }
  if (depth !== 0) return undefined
  frame.push(bytes.subarray(from))
  return { frame, lists }
}

function digitsOf(number: number): Uint8Array {
  return Uint8Array.from(String(number), (digit) => digit.charCodeAt(0))
}
