import { lookAtPhotos } from '../client/look-at-photos'
import { photoMenu } from '../client/photo-menu'
import { photoSrc, photoStates } from '../client/photos'
import { PhotoStrip } from '../components/photo-strip'
import { useKeptList } from './use-kept-list'

/** Photos taken on this phone: those that are elsewhere, and those that still wait, are said below. */
export function OwnPhotos({ title, photos, hint, onRemove, onAdd }: OwnPhotosProps) {
  const shown = useKeptList(() => {
    const states = photoStates()
    return photos.map(({ id }) => ({ id, src: photoSrc(id), waits: states[id] === 'waiting' }))
  })
  if (photos.length === 0 && !onAdd) return null
  return (
    <PhotoStrip
      title={title}
      photos={shown}
      remark={remarkOf(shown) || hint}
      onPhoto={(id) => void touchPhoto(id)}
      onAdd={onAdd}
    />
  )

  async function touchPhoto(id: string): Promise<void> {
    const what = onRemove ? await photoMenu() : 'look'
    if (what === 'drop') onRemove?.(id)
    if (what !== 'look') return
    const sources = shown.flatMap(({ src }) => (src ? [src] : []))
    lookAtPhotos(sources, photoSrc(id) ?? '')
  }
}

export type OwnPhotosProps = {
  title: string
  photos: readonly { id: string }[]
  /** Where there is nothing to say of the photos themselves. */
  hint?: string
  onRemove?: (id: string) => void
  onAdd?: () => void
}

function remarkOf(photos: readonly { src: string | undefined; waits: boolean }[]): string {
  const waiting = photos.filter(({ waits }) => waits).length
  const elsewhere = photos.filter(({ src }) => src === undefined).length
  const parts = [
    photos.length > 0 ? `照片 ${photos.length} 张` : '',
    waiting > 0 ? `${waiting} 张待上传` : '',
    elsewhere > 0 ? `${elsewhere} 张在另一部手机上` : '',
  ]
  return parts.filter(Boolean).join('，')
}
