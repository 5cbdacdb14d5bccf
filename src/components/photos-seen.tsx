import { Image, View } from '@tarojs/components'
import { lookAtPhotos } from '../client/look-at-photos'
import { Press } from './press'
import './photos-seen.css'

/** The control around it is labelled; on the web the picture itself must be passed over too. */
const unspoken = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : {}

/** Photos of something, to be looked at; those still on somebody's phone are counted. */
export function PhotosSeen({ photos, of }: { photos: readonly { id: string; url: string | null }[]; of: string }) {
  const here = photos.flatMap(({ id, url }) => (url === null ? [] : [{ id, url }]))
  const missing = photos.length - here.length
  const urls = here.map(({ url }) => url)
  return (
    <>
      {here.length > 0 && (
        <View className="photos-seen">
          {here.map(({ id, url }, index) => (
            <Press
              key={id}
              className="photo-seen"
              label={`${of}的照片，第 ${index + 1} 张，看大图`}
              onPress={() => lookAtPhotos(urls, url)}
            >
              <Image className="photo-seen-image" src={url} mode="aspectFill" {...unspoken} />
            </Press>
          ))}
        </View>
      )}
      {missing > 0 && <View className="small amber mt-1">{`还有 ${missing} 张照片没有传到`}</View>}
    </>
  )
}
