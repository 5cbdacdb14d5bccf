/** What was written about the calls: audit lines, what functions printed, the minutes of a burst. */
import { type Attack, type Claim, inOrder } from './claims'
import { type Evidence, objectsIn } from './evidence'
import { responseRows, responsesIn, signatureIn } from './lists'
import { callers, type Known } from './people'

export const byLines: Attack[] = [
  {
    name: 'audit lines against call times',
    control: 'weakened store',
    claims(evidence, known) {
      const ids = responseIds(evidence)
      const lines = evidence.rows.filter(({ coll }) => coll === 'audits')
      const dated = lines.flatMap(({ doc }) => namedResponses(doc, ids).map((text) => ({ at: Number(doc.at), text })))
      return [nearestCall(dated, known)]
    },
  },
  {
    name: 'log texts',
    control: 'weakened store',
    claims(evidence, known) {
      const ids = responseIds(evidence)
      const said = evidence.logs.map((line) => ({ line, texts: namedIn(line, ids) }))
      const byAccount: Claim = new Map(
        said.flatMap(({ line, texts }) =>
          texts.flatMap((text) =>
            known.openids.filter((openid) => line.includes(openid)).map((openid) => [openid, text] as const),
          ),
        ),
      )
      const dated = said.flatMap(({ line, texts }) =>
        texts.flatMap((text) => timesIn(line).map((at) => ({ at, text }))),
      )
      return [byAccount, nearestCall(dated, known)]
    },
  },
  {
    name: 'minutes of a burst',
    control: 'weakened store',
    claims(evidence, known) {
      const minutes = evidence.rows
        .filter(({ coll }) => coll === 'bursts')
        .flatMap(({ doc }) => Object.entries((doc.minutes ?? {}) as Record<string, unknown>))
        .sort(([a], [b]) => (a < b ? -1 : 1))
      const ids = responseIds(evidence)
      const { last, first } = callers(known)
      const byMinute = minutes.flatMap(([, value]) => namedResponses({ value }, ids))
      return [...inOrder(last, byMinute), ...inOrder(first, byMinute)]
    },
  },
]

function nearestCall(dated: readonly { at: number; text: string }[], { calls }: Known): Claim {
  const claim = new Map<string, string>()
  for (const { at, text } of dated) {
    const nearest = calls.reduce((best, one) => (Math.abs(one.at - at) < Math.abs(best.at - at) ? one : best))
    claim.set(nearest.subject, text)
  }
  return claim
}

function responseIds(evidence: Evidence): Map<string, string> {
  return new Map(responseRows(evidence).map(({ row, text }) => [row.id, text]))
}

/** Responses that an object holds, or names by their id. */
function namedResponses(value: unknown, ids: ReadonlyMap<string, string>): string[] {
  const named = [...objectsIn(value)].flatMap((object) =>
    Object.values(object)
      .flat()
      .flatMap((inner) => (typeof inner === 'string' && ids.has(inner) ? [ids.get(inner)!] : [])),
  )
  return [...named, ...responsesIn(value)]
}

function namedIn(line: string, ids: ReadonlyMap<string, string>): string[] {
  const held = [...line.matchAll(/\{[^{}]*\}/g)].flatMap(([json]) => signatureIn(json))
  const named = [...line.matchAll(/[0-9a-f]{24,64}/g)].flatMap(([id]) => ids.get(id) ?? [])
  return [...held, ...named]
}

/** Milliseconds in digits, as a date, or in hex as the SDK's request ids have them. */
function timesIn(line: string): number[] {
  const digits = [...line.matchAll(/\b1[5-9]\d{11}\b/g)].map(([text]) => Number(text))
  const dates = [...line.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g)].map(([text]) => Date.parse(text))
  const hex = [...line.matchAll(/\b1[0-9a-f]{10}\b/g)].map(([text]) => Number.parseInt(text, 16))
  return [...digits, ...dates, ...hex].filter((at) => !Number.isNaN(at))
}
