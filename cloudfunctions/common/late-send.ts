/** A late send as its sender and the administrator see it: without what was sent. */
import type { LateSend } from '../../src/contract/scoring'
import type { LateHead } from './repositories/late'

export function lateSend({ _id, villageId, action, at, receivedAt, state, decided }: LateHead): LateSend {
  return { sendId: _id, villageId, action, at, receivedAt, state, why: decided?.why ?? '' }
}
