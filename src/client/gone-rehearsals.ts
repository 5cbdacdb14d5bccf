/**
 * A rehearsal that was deleted leaves this phone whole, with what still waits: it has nowhere to go, and would be said to
 * wait for ever. Only a rehearsal: what waits for a real round is never given up here.
 */
import type { ErrorCode } from '../contract/errors'
import { namesRehearsal } from '../domain/rehearsal-id'
import { call } from './call'
import { tell } from './kept-changes'
import { items, removeItem } from './outbox/store'
import { deletePhoto, photoOwners } from './photo-store'
import { forgetRound, keptRounds } from './tidy'
import { forgetDay } from './today'

/** A refusal with which a deleted rehearsal answers: its panel is gone with it, so its inspectors are nobody there. */
export function mayBeGone(roundId: string, code: ErrorCode): boolean {
  return namesRehearsal(roundId) && (code === 'notAllowed' || code === 'notFound')
}

/**
 * Asks the server which rehearsals there are, where this phone keeps any: a refusal can have other reasons. One that is
 * begun while the answer is on its way is not in what was asked about.
 */
export async function forgetGoneRehearsals(): Promise<void> {
  const kept = keptRounds().filter(namesRehearsal)
  if (kept.length === 0) return
  const { member, rounds } = await call('member', 'me', {})
  // Who is nobody here is told of no round at all.
  if (!member) return
  for (const roundId of kept) if (!rounds.some(({ id }) => id === roundId)) forgetRehearsal(roundId)
  tell()
}

/** Photos as long as there is something here that says whose they are. */
function forgetRehearsal(roundId: string): void {
  for (const [photoId, owner] of photoOwners()) if (owner.roundId === roundId) deletePhoto(photoId)
  for (const item of items()) if (item.payload.roundId === roundId) removeItem(item)
  forgetRound(roundId)
  forgetDay(roundId)
}
