/** Accounts are known: is any of them, hashed under whatever looks like a key, somewhere in the bytes? */
import { createHash, createHmac } from 'node:crypto'
import type { Attack, Claim } from './claims'
import { type Evidence, textOf } from './evidence'
import { responseRows } from './lists'
import { isAccount, type Known, type Subject } from './people'

export const byHmac: Attack = {
  name: 'HMAC over all accounts, then the neighbour in the store',
  control: 'before sealing',
  of: isAccount,
  claims(evidence, known) {
    const ballots = accountsFound(evidence, known)
    const versions = new Map(evidence.rows.map(({ id, ver }) => [id, ver]))
    const responses = responseRows(evidence).sort((a, b) => a.row.ver - b.row.ver)
    const next: Claim = new Map(
      [...ballots].flatMap(([subject, id]) => {
        const ver = versions.get(id)
        const after = ver === undefined ? undefined : responses.find(({ row }) => row.ver > ver)
        return after ? [[subject, after.text] as const] : []
      }),
    )
    return [next]
  },
}

/** By account: the hash of it that stands somewhere. Those who are found have answered. */
export function accountsFound(evidence: Evidence, { openids }: Pick<Known, 'openids'>): Map<Subject, string> {
  const hashes = hexes(evidence, 64)
  const unkeyed = plainHashes(evidence)
  const found = new Map<Subject, string>()
  for (const openid of openids)
    for (const hash of unkeyed) {
      const id = hash(openid)
      if (hashes.has(id)) found.set(openid, id)
    }
  // The likeliest first: what is called a secret. The first key under which anybody is found is the key.
  const named = likelyKeys(evidence)
  for (const key of [...named, ...hashes]) {
    const mac = (openid: string) => createHmac('sha256', Buffer.from(key, 'hex')).update(openid).digest('hex')
    const under = openids.map((openid) => [openid, mac(openid)] as const).filter(([, id]) => hashes.has(id))
    if (under.length > 0) return new Map([...found, ...under])
  }
  return found
}

/** SHA-256 of the account alone, and with what might have been put before it. */
function plainHashes({ rows }: Evidence): ((openid: string) => string)[] {
  const rounds = rows.filter(({ coll }) => coll === 'rounds').map(({ id }) => id)
  const before = ['', ...rounds.flatMap((id) => [id, `${id}\n`, `${id}:`])]
  return before.map((text) => (openid) => createHash('sha256').update(`${text}${openid}`).digest('hex'))
}

export function hexes({ files, logs }: Evidence, length: number): Set<string> {
  const pattern = new RegExp(`(?<![0-9a-f])[0-9a-f]{${length}}(?![0-9a-f])`, 'g')
  const found = new Set<string>()
  for (const text of [...[...files.values()].map(textOf), ...logs])
    for (const [hex] of text.matchAll(pattern)) found.add(hex)
  return found
}

function likelyKeys({ rows }: Evidence): string[] {
  const documents = rows
    .filter(({ coll }) => coll === 'secrets' || coll === 'rounds')
    .map(({ doc }) => JSON.stringify(doc))
  return documents.flatMap((text) => text.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? [])
}
