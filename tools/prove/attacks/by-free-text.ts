/** Villagers' words: their order against the order of the calls, and their neighbours in the store. */
import { type Attack, type Claim, inOrder } from './claims'
import { type Evidence, type Row, textOf } from './evidence'
import { responseRows, rowLists } from './lists'
import { callers } from './people'

export const byFreeText: Attack[] = [
  {
    name: 'order of free text',
    control: 'before sealing',
    about: 'voices',
    claims(evidence, known) {
      const { given, byVersion, byId } = rowLists(voiceRows(evidence))
      const lists = [given, byVersion, byId, ...placed(evidence), ...outputs(evidence)]
      const { last, first } = callers(known)
      return lists.flatMap((list) =>
        [first, last].flatMap((all) =>
          inOrder(
            all.filter((one) => known.spoke.has(one)),
            list,
          ),
        ),
      )
    },
  },
  {
    name: 'free text and its neighbour in the store',
    control: 'before sealing',
    about: 'words',
    claims(evidence) {
      const responses = responseRows(evidence).sort((a, b) => a.row.ver - b.row.ver)
      const before = (ver: number) => responses.filter(({ row }) => row.ver < ver).pop()
      const claim: Claim = new Map(
        voiceRows(evidence).flatMap(({ row, text }) => {
          const neighbour = before(row.ver)
          return neighbour ? [[text, neighbour.text] as const] : []
        }),
      )
      return [claim]
    },
  },
]

export function voiceRows({ rows }: Evidence): { row: Row; text: string }[] {
  return rows.filter(({ coll }) => coll === 'voices').map((row) => ({ row, text: String(row.doc.text) }))
}

/** Where in each file the words stand first. */
function placed(evidence: Evidence): string[][] {
  const words = voiceRows(evidence).map(({ text }) => text)
  return [...evidence.files.values()].map((bytes) => {
    const all = textOf(bytes)
    return words
      .map((text) => ({ text, at: all.indexOf(textOf(Buffer.from(text))) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text)
  })
}

/** As the function gives them out. */
function outputs({ files }: Evidence): string[][] {
  return [...files].flatMap(([path, bytes]) =>
    path.includes('voices') && path.endsWith('.json')
      ? [(JSON.parse(bytes.toString('utf8')) as { voices?: string[] }).voices ?? []]
      : [],
  )
}
