/** A household card's slip is found: which response came by it? Its hash stands beside it in the store while it lives. */
import { createHash } from 'node:crypto'
import type { Attack, Claim } from './claims'
import { textOf } from './evidence'
import { responseRows } from './lists'
import { isAccount } from './people'

export const byCards: Attack = {
  name: 'household cards found afterwards',
  control: 'before sealing',
  of: (subject) => !isAccount(subject),
  claims(evidence, known) {
    const slips = known.calls.map(({ subject }) => subject).filter((subject) => !isAccount(subject))
    const cards = new Map(evidence.rows.filter(({ coll }) => coll === 'cards').map(({ id, ver }) => [id, ver]))
    const byCard = responseRows(evidence)
      .filter(({ row }) => row.doc.channel === 'card')
      .sort((a, b) => a.row.ver - b.row.ver)
    const texts = [...evidence.files.values()].map(textOf)
    const claim: Claim = new Map(
      slips.flatMap((slip) => {
        const hash = createHash('sha256').update(slip).digest('hex')
        const ver = cards.get(hash)
        const after = ver === undefined ? undefined : byCard.find(({ row }) => row.ver > ver)
        // In no row any more, but perhaps in a byte: then the text behind it.
        const raw = after
          ? null
          : texts.map((text) => text.slice(text.indexOf(hash)).slice(0, text.includes(hash) ? 2000 : 0)).find(Boolean)
        return after ? [[slip, after.text] as const] : raw ? [[slip, raw] as const] : []
      }),
    )
    return [claim]
  },
}
