/** Orders against the order of the calls: of rows, versions, ids, raw bytes, exports, and of the accounts themselves. */
import { type Attack, inOrder } from './claims'
import type { Evidence } from './evidence'
import { documentLists, type Lists, rawLists, responseRows, rowLists } from './lists'
import { callers, type Known } from './people'

export const byOrder: Attack[] = [
  {
    name: 'versions against call times',
    control: 'before sealing',
    claims: (evidence, known) => against(known, [rowLists(responseRows(evidence)).byVersion]),
  },
  {
    name: 'order of rows and of ids',
    control: 'weakened store',
    claims(evidence, known) {
      const { given, byId } = rowLists(responseRows(evidence))
      return against(known, [given, byId])
    },
  },
  {
    name: 'places in raw bytes',
    control: 'weakened store',
    claims: (evidence, known) => against(known, rawLists(evidence.files)),
  },
  {
    name: 'frames of the write-ahead log',
    control: 'weakened store',
    claims(evidence, known) {
      const { last } = callers(known)
      return logLists(evidence).flatMap((list) => inOrder(last.slice(-list.length), list))
    },
  },
  {
    name: 'free pages',
    control: 'weakened store',
    // What stands in the database's file without being a row of it.
    claims: (evidence, known) => against(known, remains(evidence)),
  },
  {
    name: 'order in exports',
    control: 'weakened store',
    claims: (evidence, known) => against(known, documentLists(evidence)),
  },
]

/** By the last call and by the first, and by the accounts' own order. */
function against(known: Known, lists: Lists) {
  const { last, first } = callers(known)
  return lists.flatMap((list) => [last, first, [...last].sort()].flatMap((subjects) => inOrder(subjects, list)))
}

export function remains({ files, rows }: Evidence): Lists {
  const standing = new Set(responseRows({ files, rows, logs: [] }).map(({ text }) => text))
  return [...files]
    .filter(([path]) => path.includes('.sqlite'))
    .flatMap((file) => {
      const isStore = file[0].includes('database.sqlite')
      return rawLists([file]).map((list) => list.filter((text) => !(isStore && standing.has(text))))
    })
}

/**
 * A page is written to the log again with each change: what a frame of it holds, and neither the one before nor any other
 * page did, has come in between. The log holds the last thousand pages or so, thus the last callers; once it starts anew,
 * frames of its former round stand behind, under another salt.
 */
function logLists({ files }: Evidence): Lists {
  return [...files]
    .filter(([path, log]) => path.endsWith('-wal') && log.length > WAL_HEADER)
    .flatMap(([, log]) => {
      const frames = framesOf(log)
      const salts = [...new Set(frames.map(({ salt }) => salt))]
      return salts.map((salt) => comeIn(frames.filter((frame) => frame.salt === salt)))
    })
}

function comeIn(frames: ReturnType<typeof framesOf>): string[] {
  const pages = new Set<number>()
  const seen = new Set<string>()
  const come: string[] = []
  for (const { page, held } of frames) {
    const fresh = held.filter((text) => !seen.has(text))
    if (pages.has(page)) come.push(...fresh)
    for (const text of fresh) seen.add(text)
    pages.add(page)
  }
  return come
}

function framesOf(log: Buffer): { page: number; salt: string; held: string[] }[] {
  const size = FRAME_HEADER + log.readUInt32BE(8)
  return Array.from({ length: Math.floor((log.length - WAL_HEADER) / size) }, (_, n) => {
    const frame = log.subarray(WAL_HEADER + n * size, WAL_HEADER + (n + 1) * size)
    const [held = []] = rawLists([['', frame.subarray(FRAME_HEADER)]])
    return { page: frame.readUInt32BE(0), salt: frame.toString('hex', 8, 16), held }
  })
}

/** https://www.sqlite.org/fileformat.html#the_write_ahead_log */
const WAL_HEADER = 32
const FRAME_HEADER = 24
