import { Image, View } from '@tarojs/components'
import { aria, shows } from './aria'
import { Icon } from './icon'
import { Press } from './press'
import './photo-strip.css'
import './icon.css'

/** `src` undefined: taken on another phone. */
export type StripPhoto = { id: string; src: string | undefined }

/**
 * The photos of one thing side by side, one element each; a touch asks what to do with it. A line below says how many
 * there are, and what of them still waits.
 */
export function PhotoStrip({ title, photos, remark, onPhoto, onAdd }: PhotoStripProps) {
  return (
    <View className="photo-strip">
      {photos.map(({ id, src }, index) => {
        const label = `${title}，照片 ${index + 1}`
        if (!src) return <View key={id} className="photo-strip-one sign sign-photo" {...aria({ role: 'img', label })} />
        return (
          <Image
            key={id}
            className="photo-strip-one"
            src={src}
            mode="aspectFill"
            onClick={onPhoto && (() => onPhoto(id))}
            {...shows(onPhoto ? `${label}，看或删` : label)}
            {...aria({ role: onPhoto ? 'button' : 'img' })}
          />
        )
      })}
      {onAdd && photos.length < MOST && (
        <Press className="photo-strip-one photo-strip-add" label={`${title}，拍照`} onPress={onAdd}>
          <Icon name="camera" size={28} />
        </Press>
      )}
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
  onPhoto?: (id: string) => void
  onAdd?: () => void
}
