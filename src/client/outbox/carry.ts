/** One item's way to the server, and what its answer changes on this phone: first what it is about, then the item goes. */
import { Failure } from '../../contract/errors'
import type { MarkVersion } from '../../contract/scoring'
import { photoPath } from '../../domain/photo-path'
import { namesRehearsal } from '../../domain/rehearsal-id'
import { call, codeOf } from '../call'
import { MISSING, upload } from '../files'
import { forgetGoneRehearsals } from '../gone-rehearsals'
import { hasConflict, importedSaved, saved, submittedAnswer, withConflict } from '../kept-card'
import { sendIdOf } from '../kept-record'
import { fileOf, photoById, putPhoto } from '../photo-store'
import { putRecord, recordById } from '../record-store'
import { cardOf, changeCard } from '../scorecard-store'
import { arrivalsOf, changeArrival } from '../today'
import { dropSubmissions } from './freeze'
import type { Item, ItemOf, Refused } from './item'
import { itemById, putItem, removeItem } from './store'

/** Resolves when the answer is taken over. Rejects with a Failure: see `refusalOf`. */
export async function carry(item: Item, waiting: number): Promise<void> {
  switch (item.action) {
    case 'arrive':
      return arrive(item)
    case 'saveMarks':
      return saveMarks(item, waiting)
    case 'submit':
      return submit(item, waiting)
    case 'finding':
      await call('scoring', 'finding', item.payload)
      return recordArrived(item.payload.findingId, item, false)
    case 'highlight':
      await call('scoring', 'highlight', item.payload)
      return recordArrived(item.payload.highlightId, item, false)
    case 'deduct': {
      const { late } = await call('scoring', 'deduct', item.payload)
      return recordArrived(item.payload.deductionId, item, late)
    }
    case 'confirmDeduction':
      await call('scoring', 'confirmDeduction', item.payload)
      return removeItem(item)
    case 'photo':
      return sendPhoto(item)
  }
}

async function arrive(item: ItemOf<'arrive'>): Promise<void> {
  const { roundId, villageId } = item.payload
  const { confirmedAt, late } = await call('scoring', 'arrive', item.payload)
  changeArrival(roundId, villageId, { at: confirmedAt, waits: false, late, refused: null })
  removeItem(item)
}

async function saveMarks(item: ItemOf<'saveMarks'>, waiting: number): Promise<void> {
  const { roundId, villageId } = item.payload
  const answer = await call('scoring', 'saveMarks', { ...item.payload, waiting })
  const takenOver = item.imported ? importedSaved : saved
  changeCard(roundId, villageId, (card) => takenOver(card, item.payload, answer, Date.now()))
  if (hasConflict(cardOf(roundId, villageId))) dropSubmissions(roundId, villageId)
  removeItem(item)
}

async function submit(item: ItemOf<'submit'>, waiting: number): Promise<void> {
  const { roundId, villageId } = item.payload
  const answer = await call('scoring', 'submit', { ...item.payload, waiting })
  const sent = { marks: item.payload.marks, imported: item.imported }
  changeCard(roundId, villageId, (card) => submittedAnswer(card, sent, answer, Date.now()))
  removeItem(item)
}

/** The record may have been edited since: then a later version still waits. */
function recordArrived(recordId: string, item: Item, late: boolean): void {
  const record = recordById(recordId)
  if (record && sendIdOf(record) === item.id) putRecord({ ...record, sentVersion: record.version, late })
  removeItem(item)
}

/** The file first, under a name that is the photo's own: again after a kill it is the same file. Then the server is told. */
async function sendPhoto(item: ItemOf<'photo'>): Promise<void> {
  const { photoId, roundId, villageId, of } = item.payload
  const uploaded = item.payload.uploaded ?? (await uploadPhoto(item))
  await call('scoring', 'photo', { roundId, villageId, photoId, of, ...uploaded })
  const photo = photoById(photoId)
  if (photo) putPhoto({ ...photo, state: 'uploaded' })
  removeItem(item)
}

async function uploadPhoto(item: ItemOf<'photo'>): Promise<{ fileId: string; bytes: number }> {
  const { photoId, roundId } = item.payload
  // A file that comes after a rehearsal was deleted would lie in storage for ever: nobody could name it any more.
  if (namesRehearsal(roundId)) await forgetGoneRehearsals()
  const bytes = photoById(photoId)?.bytes
  if (bytes === undefined) throw new Failure('notFound', { problem: LOST })
  const fileId = await upload(fileOf(photoId), photoPath(roundId, photoId)).catch((cause: Error) => {
    throw cause.message === MISSING ? new Failure('notFound', { problem: LOST }) : cause
  })
  const uploaded = { fileId, bytes }
  // Dropped meanwhile, it stays dropped.
  const known = itemById(item.id) as ItemOf<'photo'> | undefined
  if (known) putItem({ ...known, payload: { ...known.payload, uploaded } })
  return uploaded
}

const LOST = '照片文件已经不在这部手机里，请重拍一张'

/** What a failed try was: a refusal to keep and show, `settled` where nothing is left to send, or `unknown`. */
export function afterFailure(item: Item, error: unknown, now: number): 'unknown' | 'settled' | Refused {
  const code = codeOf(error)
  const details = error instanceof Failure ? error.details : undefined
  if (code === 'tryAgain') return 'unknown'
  if (item.action === 'submit' && code === 'changed' && details?.items) {
    meetOtherMarks(item, details.items as Record<string, { theirs: MarkVersion }>)
    return 'settled'
  }
  // Another send of this card was faster, twice over.
  if ((item.action === 'saveMarks' || item.action === 'submit') && code === 'changed') return 'unknown'
  // Somebody else has confirmed it: there is nothing left to confirm.
  if (item.action === 'confirmDeduction' && code === 'settled') return 'settled'
  if (item.action === 'photo' && code === 'notFound' && item.payload.uploaded) {
    putItem({ ...item, payload: { ...item.payload, uploaded: null } })
    return 'unknown'
  }
  if (item.action === 'arrive') {
    const { roundId, villageId } = item.payload
    const arrival = arrivalsOf(roundId)[villageId]
    if (arrival) changeArrival(roundId, villageId, { ...arrival, refused: code })
  }
  return { code, problem: typeof details?.problem === 'string' ? details.problem : '', at: now }
}

/** Submitting met marks of another phone: they are shown for choosing, and the submission is off. */
function meetOtherMarks(item: ItemOf<'submit'>, items: Record<string, { theirs: MarkVersion }>): void {
  const { roundId, villageId } = item.payload
  changeCard(roundId, villageId, (card) => {
    let next = card
    for (const [itemId, { theirs }] of Object.entries(items)) next = withConflict(next, itemId, theirs)
    return next
  })
}
