/** The pairs of calls that `prove two-phones` puts into every order, and the card that both phones find. */
import type { ScorecardDoc } from '../../../cloudfunctions/common/documents'
import type { CallIn } from '../../../src/contract'
import { cardItems } from '../../../src/domain/card-check'
import type { RunningRound } from './running-round'

export const INSPECTOR = 'I01'
const FIRST = { phone: 'phone-of-the-first-0', device: '华为 nova 9' }
const SECOND = { phone: 'phone-of-the-second', device: '小米 14' }

type Save = { action: 'saveMarks'; payload: CallIn<'scoring', 'saveMarks'> }
type Submit = { action: 'submit'; payload: CallIn<'scoring', 'submit'> }
export type Send = Save | Submit
export interface PairOfCalls {
  what: string
  /** What both phones have seen: nothing, or the mark both go on from. */
  base: 'nothing' | 'one mark'
  sends: readonly [Send, Send]
  /** Left out of the short form. */
  isLong?: boolean
}

/** On a village of the sample round that I01 may judge. */
export function pairsOfCalls({ file }: RunningRound): PairOfCalls[] {
  const recused = file.panel.find(({ id }) => id === INSPECTOR)!.recusedVillageIds
  const villageId = file.villages.find(({ id }) => !recused.includes(id))!.id
  const items = cardItems(file, villageId).filter(({ step, full }) => full >= 3 * step)
  const [a, b, c] = items.map(({ id }) => id) as [string, string, string]
  const stepOf = (itemId: string, steps: number) => items.find(({ id }) => id === itemId)!.step * steps
  const at = Date.now() - 60 * 60_000

  const save = (who: typeof FIRST, marks: Record<string, number>, base = 0): Save => ({
    action: 'saveMarks',
    payload: {
      ...sentBy(who, `save-${JSON.stringify(marks)}`),
      changes: Object.entries(marks).map(([itemId, steps]) => ({
        itemId,
        mark: stepOf(itemId, steps),
        note: '',
        photos: [],
        base,
      })),
    },
  })
  const submit = (who: typeof FIRST, marks: Record<string, number> = {}): Submit => ({
    action: 'submit',
    payload: {
      ...sentBy(who, `submit-${JSON.stringify(marks)}`),
      seconds: 600,
      marks: Object.fromEntries(
        cardItems(file, villageId).map(({ id, step }) => [id, { mark: step * (marks[id] ?? 1), note: '', photos: [] }]),
      ),
    },
  })
  function sentBy(who: typeof FIRST, what: string) {
    const sendId = Buffer.from(`${who.phone}${what}`).toString('base64url').slice(-32)
    return { roundId: file.id, villageId, sendId, ...who, at: who === FIRST ? at : at + 1000, waiting: 0 }
  }

  return [
    {
      what: 'saves of one mark that nobody had',
      base: 'nothing',
      sends: [save(FIRST, { [a]: 1 }), save(SECOND, { [a]: 2 })],
    },
    {
      what: 'saves of one mark that both had seen',
      base: 'one mark',
      sends: [save(FIRST, { [a]: 1 }, 1), save(SECOND, { [a]: 2 }, 1)],
    },
    {
      what: 'saves of two marks',
      base: 'nothing',
      isLong: true,
      sends: [save(FIRST, { [a]: 1 }), save(SECOND, { [b]: 2 })],
    },
    {
      what: 'saves that share one mark of two',
      base: 'nothing',
      isLong: true,
      sends: [save(FIRST, { [a]: 1, [b]: 1 }), save(SECOND, { [b]: 2, [c]: 2 })],
    },
    {
      what: 'saves of the same value',
      base: 'nothing',
      isLong: true,
      sends: [save(FIRST, { [a]: 2 }), save(SECOND, { [a]: 2 })],
    },
    {
      what: 'a save delivered twice',
      base: 'one mark',
      isLong: true,
      sends: [save(FIRST, { [a]: 2 }, 1), save(FIRST, { [a]: 2 }, 1)],
    },
    {
      what: 'a save, and a submission that shows it otherwise',
      base: 'nothing',
      sends: [save(FIRST, { [a]: 2 }), submit(SECOND)],
    },
    {
      what: 'a save, and a submission that shows the same',
      base: 'nothing',
      isLong: true,
      sends: [save(FIRST, { [a]: 2 }), submit(SECOND, { [a]: 2 })],
    },
    {
      what: 'submissions that differ in one mark',
      base: 'nothing',
      isLong: true,
      sends: [submit(FIRST, { [a]: 2 }), submit(SECOND)],
    },
    { what: 'submissions of the same marks', base: 'nothing', isLong: true, sends: [submit(FIRST), submit(SECOND)] },
    { what: 'a submission delivered twice', base: 'nothing', isLong: true, sends: [submit(FIRST), submit(FIRST)] },
  ]
}

/** Typed on a third phone, long ago: revision 1. */
export function cardWithOneMark(roundId: string, villageId: string, like: Send): Omit<ScorecardDoc, '_id'> {
  const [{ itemId }] = typedIn(like) as [Typed]
  const sendId = 'seed-send-0000000000'
  const written = { mark: 0, note: '昨天试填。', photos: [], at: 1, phone: 'phone-of-nobody-here', device: '' }
  return {
    revision: 1,
    roundId,
    inspectorId: INSPECTOR,
    villageId,
    marks: { [itemId]: { ...written, revision: 1, sendId } },
    submitted: null,
    history: [{ ...written, itemId, sendId, lost: false }],
    touchedAt: 1,
  }
}

export type Value = { mark: number | null; note: string; photos: readonly string[] }
export type Typed = Value & { itemId: string }

export function typedIn(send: Send): Typed[] {
  if (send.action === 'saveMarks') return send.payload.changes
  return Object.entries(send.payload.marks).map(([itemId, seen]) => ({ itemId, ...seen }))
}
