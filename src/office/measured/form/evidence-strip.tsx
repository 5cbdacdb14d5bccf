import { lookAtPhotos } from '../../../client/look-at-photos'
import { photoMenu } from '../../../client/photo-menu'
import { photoSrc } from '../../../client/photos'
import { PhotoStrip } from '../../../components/photo-strip'
import type { Measurement } from '../../../contract/programme'
import { useKeptList } from '../../../inspect/use-kept-list'

type EvidenceStripProps = {
  title: string
  ids: readonly string[]
  /** Those that are stored already, with their addresses. */
  stored: Measurement['photos']
  onAdd: () => void
  onRemove: (id: string) => void
}

/** Photos of what a fact rests on: on this phone, or stored before. */
export function EvidenceStrip({ title, ids, stored, onAdd, onRemove }: EvidenceStripProps) {
  const photos = useKeptList(() =>
    ids.map((id) => ({ id, src: photoSrc(id) ?? stored.find((one) => one.id === id)?.url ?? undefined })),
  )

  async function touch(id: string): Promise<void> {
    const what = await photoMenu()
    if (what === 'drop') onRemove(id)
    if (what !== 'look') return
    const sources = photos.flatMap(({ src }) => (src ? [src] : []))
    lookAtPhotos(sources, photos.find((one) => one.id === id)?.src ?? '')
  }

  return (
    <PhotoStrip
      title={title}
      photos={photos}
      remark={ids.length > 0 ? `照片 ${ids.length} 张，点一张看大图或删掉` : '拍报表、台账或现场，最多 6 张'}
      onPhoto={(id) => void touch(id)}
      onAdd={onAdd}
    />
  )
}
