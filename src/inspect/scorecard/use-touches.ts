import { useCallback } from 'react'
import { chosen, keptMark, touched } from '../../client/kept-card'
import { sendNow, sendSoon } from '../../client/outbox'
import { dropPhoto, takePhoto } from '../../client/photos'
import { cardOf, changeCard } from '../../client/scorecard-store'
import { typedAt } from '../../client/typed-at'
import { forgetTouch, lastTouchOf, rememberTouch } from './last-touch'
import { useOpenTime } from './open-time'

/**
 * All that can be done to a card, kept on the phone before the screen shows it. The same functions for the page's whole
 * life: a card that was not touched is not drawn again.
 */
export function useTouches(roundId: string, villageId: string) {
  const { look } = useOpenTime(roundId, villageId)

  const change = useCallback(
    (itemId: string, what: Parameters<typeof touched>[2]) => {
      look()
      changeCard(roundId, villageId, (before) => touched(before, itemId, what, typedAt()))
      sendSoon()
    },
    [roundId, villageId, look],
  )

  const mark = useCallback(
    (itemId: string, value: number) => {
      const from = keptMark(cardOf(roundId, villageId), itemId).mark
      if (from === value) return
      rememberTouch({ roundId, villageId, itemId, from, to: value })
      change(itemId, { mark: value })
    },
    [roundId, villageId, change],
  )
  const note = useCallback((itemId: string, text: string) => change(itemId, { note: text }), [change])
  const addPhoto = useCallback(
    async (itemId: string) => {
      const id = await takePhoto()
      if (id !== null) change(itemId, { photos: [...photosOf(roundId, villageId, itemId), id] })
    },
    [roundId, villageId, change],
  )
  const removePhoto = useCallback(
    (itemId: string, photoId: string) => {
      change(itemId, { photos: photosOf(roundId, villageId, itemId).filter((id) => id !== photoId) })
      dropPhoto(photoId)
    },
    [roundId, villageId, change],
  )
  const undo = useCallback(() => {
    const touch = lastTouchOf(roundId, villageId)
    if (!touch) return
    forgetTouch()
    change(touch.itemId, { mark: touch.from })
  }, [roundId, villageId, change])
  const choose = useCallback(
    (itemId: string, choice: 'mine' | 'other') => {
      changeCard(roundId, villageId, (before) => chosen(before, itemId, choice, typedAt()))
      sendNow()
    },
    [roundId, villageId],
  )

  return { mark, note, addPhoto, removePhoto, undo, choose }
}

function photosOf(roundId: string, villageId: string, itemId: string): string[] {
  return keptMark(cardOf(roundId, villageId), itemId).photos
}
