import { haptic } from '../../client/device'
import { type KeptRecord, keepRecord, recordsOf } from '../../client/records'
import type { ScreenState } from '../../components/screen'
import type { FindingCategory, RingedPhoto } from '../../contract/scoring'
import { toRoute, useStop } from '../use-day'
import { LEAST_TEXT, useKeptForm } from '../use-kept-form'
import { useWaiting } from '../use-waiting'

type Form = {
  id: string
  kind: 'finding' | 'highlight'
  category: FindingCategory | null
  itemId: string | null
  text: string
  photos: RingedPhoto[]
}

/** New, or one of mine again: what was kept is what the form begins with. Recused ones may record too: it is no mark. */
export function useRecordForm() {
  const { roundId, villageId, query, stop, screen } = useStop()
  const offline = useWaiting()
  const edited = recordsOf(roundId, villageId).find(({ id }) => id === query.record)
  const key = `record/${roundId}/${villageId}/${query.record ?? 'new'}`
  const kept = useKeptForm(key, edited ? formOf(edited) : blank(query.kind), (id) =>
    recordsOf(roundId, villageId).some((record) => record.id === id),
  )
  if (!stop || screen !== 'ready') return { screen, offline, view: null }
  if (query.record && !edited) return { screen: gone(roundId), offline, view: null }
  const { form, change, addPhoto, removePhoto, giveUp, isTouched } = kept
  return {
    screen,
    offline,
    view: {
      village: stop.village.name,
      items: [...stop.items, ...stop.facts],
      form,
      change,
      isNew: !edited,
      refused: edited?.refused?.problem ?? '',
      /** A detail is shown by where it is on the photo. */
      rings: form.kind === 'finding' && form.category === 'detail',
      ring: (photoId: string, ring: RingedPhoto['ring']) =>
        change({ photos: form.photos.map((photo) => (photo.id === photoId ? { id: photoId, ring } : photo)) }),
      addPhoto: () => void addPhoto(),
      removePhoto: (id: string) => void removePhoto(id),
      giveUp: isTouched ? () => void giveUp() : undefined,
      action: actionOf(),
    },
  }

  function actionOf(): { label: string; onPress?: () => void } {
    const { kind, category, text } = form
    if (kind === 'finding' && category === null) return { label: '先选哪一类' }
    if (text.trim().length < LEAST_TEXT) return { label: kind === 'finding' ? '先写什么问题' : '先写好在哪里' }
    const what = kind === 'finding' ? '问题' : '亮点'
    return { label: edited ? `改好这条${what}` : `记下这条${what}`, onPress: () => void record() }
  }

  async function record(): Promise<void> {
    haptic()
    await kept.keep(({ id, kind, category, itemId, text, photos }) => {
      const common = { id, roundId, villageId, text: text.trim() }
      if (kind === 'highlight') keepRecord({ kind, itemId, photos: photos.map(withoutRing), ...common })
      else
        keepRecord({
          kind,
          category: category!,
          photos: category === 'detail' ? photos : photos.map(withoutRing),
          ...common,
        })
    })
  }
}

function withoutRing({ id }: RingedPhoto): RingedPhoto {
  return { id, ring: null }
}

function blank(kind: string | undefined): Form {
  return {
    id: '',
    kind: kind === 'highlight' ? 'highlight' : 'finding',
    category: null,
    itemId: null,
    text: '',
    photos: [],
  }
}

function formOf({ id, kind, category, itemId, text, photos }: KeptRecord): Form {
  return {
    id,
    kind: kind === 'highlight' ? 'highlight' : 'finding',
    category: category ?? null,
    itemId: itemId ?? null,
    text,
    photos,
  }
}

function gone(roundId: string): ScreenState {
  return { empty: '没有找到这一条', text: '它不在这部手机里。', action: toRoute(roundId) }
}
