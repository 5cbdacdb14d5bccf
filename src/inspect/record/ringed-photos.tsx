import { Text, View } from '@tarojs/components'
import { photoSrc } from '../../client/photos'
import { RingedPhoto } from '../../components/ringed-photo'
import { TextButton } from '../../components/text-button'
import type { RingedPhoto as Photo } from '../../contract/scoring'

/** 细节: each photo large, with the ring that says where to look; a tap puts it there. */
export function RingedPhotos({ photos, onRing, onRemove }: RingedPhotosProps) {
  return (
    <View>
      {photos.map(({ id, ring }, index) => {
        const src = photoSrc(id)
        return (
          <View className="ringed-one" key={id}>
            {src ? (
              <RingedPhoto
                id={`ringed-${index}`}
                label={`照片 ${index + 1}，${ring ? '已圈出，点别处可移' : '点一下圈出问题在哪'}`}
                src={src}
                ring={ring}
                onRing={(place) => onRing(id, place)}
              />
            ) : (
              <View className="small quiet">{`照片 ${index + 1} 在另一部手机上`}</View>
            )}
            <View className="ringed-line">
              <Text className={ring ? 'small quiet' : 'small'}>
                {ring ? '点别处可以移圈' : '点一下照片，圈出问题在哪'}
              </Text>
              <View className="line">
                {ring && (
                  <TextButton label={`去掉照片 ${index + 1} 的圈`} onPress={() => onRing(id, null)}>
                    去掉圈
                  </TextButton>
                )}
                <View className="ringed-gap" />
                <TextButton label={`问题，删掉照片 ${index + 1}`} onPress={() => onRemove(id)}>
                  删掉
                </TextButton>
              </View>
            </View>
          </View>
        )
      })}
    </View>
  )
}

export type RingedPhotosProps = {
  photos: readonly Photo[]
  onRing: (id: string, ring: Photo['ring']) => void
  onRemove: (id: string) => void
}
