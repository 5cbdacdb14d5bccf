/** What the sample's people send while many answer at once: when each send is due, by whom, and what it says. */
import { createHash } from 'node:crypto'
import type { CallIn } from '../../../src/contract'
import type { AuditEdition } from '../../../src/domain/round-file'
import { openidOf } from '../../seed/people'

export type Send = {
  /** Milliseconds after the beginning. */
  at: number
  openid: string
} & (
  | { fn: 'survey'; action: 'answer'; payload: CallIn<'survey', 'answer'> }
  | { fn: 'scoring'; action: 'saveMarks'; payload: CallIn<'scoring', 'saveMarks'> }
  | { fn: 'scoring'; action: 'submit'; payload: CallIn<'scoring', 'submit'> }
)

/** So many villagers a second, each another person, the villages in turn; every fifth writes a word too. */
export function villagersSends(file: AuditEdition, aSecond: number, seconds: number): Send[] {
  const { items, levels } = file.scheme.survey
  return Array.from({ length: aSecond * seconds }, (_, n) => {
    const key = digest(`key of villager ${n}`).slice(0, 32)
    const villageId = file.villages[n % file.villages.length]!.id
    return {
      at: (n * 1000) / aSecond,
      openid: openidOf(`one of many ${n}`),
      fn: 'survey',
      action: 'answer',
      payload: {
        roundId: file.id,
        villageId,
        key,
        scene: 1047,
        code: `v=${villageId}`,
        // Told apart by what they say.
        answers: Object.fromEntries(items.map(({ id }, item) => [id, levels[key.charCodeAt(item) % 5]!.value])),
        seconds: 60,
        adult: true,
        ...(n % 5 === 0 && { voice: `村口装一盏路灯，${key}` }),
      },
    }
  })
}

/** Every inspector marks their cards in the order of the route, a mark each `everyMs`, and submits each card after it. */
export function inspectorsSends(file: AuditEdition, everyMs: number, seconds: number): Send[] {
  return file.panel.flatMap(({ id }, place) => {
    const cards = file.stops.flatMap(({ villageId }) =>
      file.scorecards.filter((card) => card.inspectorId === id && card.villageId === villageId),
    )
    const touches = cards.flatMap(({ villageId, marks }) => {
      const typed = Object.entries(marks).map(([itemId, mark]) => ({ itemId, mark, note: '现场看过。', photos: [] }))
      return [...typed.map((one) => ({ villageId, one, all: null })), { villageId, one: null, all: typed }]
    })
    return touches
      .map(({ villageId, one, all }, n): Send => {
        const sendId = digest(`send ${n} of ${id}`).slice(0, 21)
        const phone = { phone: `phone-${id}`.padEnd(21, '0'), device: '华为 nova 9', waiting: 0, at: Date.now() }
        const base = { roundId: file.id, villageId, sendId, ...phone }
        const when = { at: n * everyMs + place * 50, openid: openidOf(id), fn: 'scoring' as const }
        if (one) return { ...when, action: 'saveMarks', payload: { ...base, changes: [{ ...one, base: 0 }] } }
        const marks = Object.fromEntries(all!.map(({ itemId, ...typed }) => [itemId, typed]))
        return { ...when, action: 'submit', payload: { ...base, seconds: 240, marks } }
      })
      .filter(({ at }) => at < seconds * 1000)
  })
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
