import { Image, View } from '@tarojs/components'
import { Icon } from './icon'
import { Press } from './press'
import './photo-strip.css'

/** `src` undefined: taken on another phone. */
export type StripPhoto = { id: string; src: string | undefined }

/** The photos of one thing side by side; a line below says how many, and what of them still waits. */
export function PhotoStrip({ title, photos, remark, onRemove, onAdd }: PhotoStripProps) {
  return (
    <View className="photo-strip">
      <View className="photo-strip-row">
        {photos.map(({ id, src }, index) => (
          <View className="photo-strip-one" key={id}>
            {src ? (
              <Image
                className="photo-strip-image"
                src={src}
                mode="aspectFill"
                aria-label={`${title}，照片 ${index + 1}`}
              />
            ) : (
              <View className="photo-strip-image photo-strip-elsewhere">
                <Icon name="photo" size={28} />
              </View>
            )}
            {onRemove && (
              <Press
                className="photo-strip-remove"
                pressedClass="none"
                label={`${title}，删掉照片 ${index + 1}`}
                onPress={() => onRemove(id)}
              >
                <Icon name="cross-bold" size={16} className="photo-strip-cross" />
              </Press>
            )}
          </View>
        ))}
        {onAdd && photos.length < MOST && (
          <Press className="photo-strip-add" label={`${title}，拍照`} onPress={onAdd}>
            <Icon name="camera" size={28} />
          </Press>
        )}
      </View>
      {remark && <View className="small quiet photo-strip-remark">{remark}</View>}
    </View>
  )
}

/** As many as the contract's Photos take. */
export const MOST = 6

export type PhotoStripProps = {
  /** What they show, for the labels. */
  title: string
  photos: readonly StripPhoto[]
  remark?: string
  onRemove?: (id: string) => void
  onAdd?: () => void
}
