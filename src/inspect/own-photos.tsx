import { lookAtPhotos } from '../client/look-at-photos'
import { photoMenu } from '../client/photo-menu'
import { photoSrc, photoStates } from '../client/photos'
import { PhotoStrip } from '../components/photo-strip'
import { useKeptList } from './use-kept-list'

/** Photos of something of mine; what of them still waits, or is on another phone, is said below. */
export function OwnPhotos({ title, photos, hint, onRemove, onAdd }: OwnPhotosProps) {
  const shown = useKeptList(() => {
    const states = photoStates()
    return photos.map(({ id }) => ({ id, src: photoSrc(id), state: states[id] ?? ('elsewhere' as const) }))
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

/** A photo that has arrived takes no room on the phone any more: a sign stands in its place. */
function remarkOf(photos: readonly { state: 'waiting' | 'uploaded' | 'elsewhere' }[]): string {
  const count = (state: (typeof photos)[number]['state']) => photos.filter((photo) => photo.state === state).length
  const [waiting, elsewhere] = [count('waiting'), count('elsewhere')]
  const parts = [
    photos.length > 0 ? `照片 ${photos.length} 张` : '',
    waiting > 0 ? `${waiting} 张待上传` : '',
    elsewhere > 0 ? `${elsewhere} 张在另一部手机上` : '',
    photos.length > 0 && count('uploaded') === photos.length ? '已上传' : '',
  ]
  return parts.filter(Boolean).join('，')
}
