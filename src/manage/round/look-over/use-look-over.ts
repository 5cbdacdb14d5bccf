import { useState } from 'react'
import { lookedAt, seenWarnings } from '../../../client/seen-warnings'
import type { RoundView } from '../use-round'
import { isSeen, type LookGroup, lookGroups, unseenOf } from './groups'

/** What is to be looked at before sealing, and what this person has looked at. */
export function useLookOver({ round: { id, state }, review, warnings }: RoundView) {
  const [seen, setSeen] = useState(() => seenWarnings(id))
  const groups = lookGroups(review ?? [], warnings ?? [])
  const isAsked = state === 'closed'
  return {
    /** Null: it is not for this person. */
    groups: review && warnings ? groups : null,
    /** While something can still be done about it. */
    isAsked,
    unseen: isAsked ? unseenOf(groups, seen) : 0,
    isSeen: (group: LookGroup) => isSeen(group, seen),
    look: (group: LookGroup) => {
      if (isAsked)
        setSeen(
          lookedAt(
            id,
            group.concerns.map(({ key }) => key),
          ),
        )
    },
  }
}

export type LookOverState = ReturnType<typeof useLookOver>
