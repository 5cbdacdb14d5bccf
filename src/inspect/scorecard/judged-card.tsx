import { memo } from 'react'
import type { KeptMark } from '../../client/kept-card'
import { IndicatorCard } from '../../components/indicator-card'
import { SavedLine } from '../../components/mark-note'
import { MarkStepper } from '../../components/mark-stepper'
import { MOST } from '../../components/photo-strip'
import { Ruler } from '../../components/ruler'
import type { JudgedItem } from '../../contract/round'
import { OwnPhotos } from '../own-photos'
import { anchorsOf, cardId } from './card-rows'
import { NoteField } from './note-field'
import { PromiseLine } from './promise-line'
import { TwoValues } from './two-values'

/** One item to mark. Drawn again only when something of its own changes: a tap costs one card, not fifteen. */
export const JudgedCard = memo(function JudgedCard({
  item,
  kept,
  undoFrom,
  onMark,
  onNote,
  onPhoto,
  onPhotoRemoved,
  onUndo,
  onChoose,
}: JudgedCardProps) {
  const { id, title, action, full, step, difficulty, paper, promise } = item
  const { mark, note, photos, base, waits, other } = kept
  const scale = { title, mark, full, step, onMark: (value: number) => onMark(id, value) }
  return (
    <IndicatorCard
      id={cardId(id)}
      action={paper === 'common' ? action : `示范目标，难度系数 ${difficulty.toFixed(1)}`}
      full={full}
      title={title}
    >
      {promise && <PromiseLine promise={promise} />}
      {other ? (
        <TwoValues item={item} mine={kept} other={other} onChoose={(choice) => onChoose(id, choice)} />
      ) : (
        <>
          <Ruler {...scale} anchors={anchorsOf(item)} />
          <MarkStepper {...scale} />
          <NoteField
            title={title}
            note={note}
            needed={(mark === 0 || mark === full) && note.trim() === ''}
            onNote={(text) => onNote(id, text)}
            onPhoto={photos.length < MOST ? () => onPhoto(id) : undefined}
          />
          {photos.length > 0 && (
            <OwnPhotos
              title={title}
              photos={photos.map((photo) => ({ id: photo }))}
              onRemove={(photo) => onPhotoRemoved(id, photo)}
            />
          )}
          <SavedLine
            saved={waits ? 'waiting' : base > 0 ? 'uploaded' : 'notYet'}
            undo={
              undoFrom === undefined
                ? undefined
                : { title, from: undoFrom === null ? '未评' : String(undoFrom), to: String(mark), onPress: onUndo }
            }
          />
        </>
      )}
    </IndicatorCard>
  )
})

export type JudgedCardProps = {
  item: JudgedItem
  kept: KeptMark
  /** The mark before the last touch, where that was here; null: it had none. */
  undoFrom: number | null | undefined
  onMark: (itemId: string, mark: number) => void
  onNote: (itemId: string, note: string) => void
  onPhoto: (itemId: string) => void
  onPhotoRemoved: (itemId: string, photoId: string) => void
  onUndo: () => void
  onChoose: (itemId: string, choice: 'mine' | 'other') => void
}
