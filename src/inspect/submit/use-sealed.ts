import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../client/call'
import { copy } from '../../client/device'
import type { KeptCard } from '../../client/kept-card'
import { knownPhoneId } from '../../client/phone'
import type { Today } from '../../contract/round'
import type { LateSend, SealedCard } from '../../contract/scoring'
import { cardHash } from '../../domain/card-hash'
import { type PhoneLast, sealedVerdict } from '../../domain/sealed-card'
import { verdictInWords } from './verdict-words'

type Told = { sealed: SealedCard[]; late: LateSend[] }

/**
 * After sealing: my card as it was sealed against the version this phone last submitted. The hash is made here, of
 * the marks that were sent from here; what the server says of them is the other side of the comparison.
 */
export function useSealed({ roundId, villageId, today, village, card }: SealedFacts) {
  const isOver = today !== undefined && today.round.state !== 'ready' && today.round.state !== 'running'
  const told = useTold(roundId, isOver)
  if (!today || !told) return null
  const verdict = sealedVerdict(
    lastFromHere(card, today.inspector.id),
    told.sealed.find((each) => each.villageId === villageId) ?? null,
    told.late.filter((each) => each.villageId === villageId),
  )
  return { ...verdictInWords(verdict, village), copyText: copy }
}

export type SealedFacts = {
  roundId: string
  villageId: string
  village: string
  today: Today | undefined
  card: KeptCard
}

/** Asked whenever the page is shown once the round has closed; null before sealing, or without a signal. */
function useTold(roundId: string, isOver: boolean): Told | null {
  const [told, setTold] = useState<Told | null>(null)
  const isHere = useRef(true)
  const read = useRef(() => {})
  read.current = () => {
    if (!isOver) return
    call('scoring', 'mine', { roundId }).then(
      ({ sealed, late }) => isHere.current && sealed && setTold({ sealed, late }),
      // No signal: the card is shown as the phone knows it, and asked about at the next look.
      () => {},
    )
  }
  useDidShow(() => read.current())
  useEffect(
    () => () => {
      isHere.current = false
    },
    [],
  )
  return told
}

/** Null: nothing that counts, or was to count, came from this phone. */
function lastFromHere({ fromHere, villageId }: KeptCard, inspectorId: string): PhoneLast | null {
  if (!fromHere) return null
  const { marks, late } = fromHere
  return { hash: cardHash({ inspectorId, villageId, marks }), phone: knownPhoneId(), late }
}
