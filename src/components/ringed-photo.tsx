import { Image, View } from '@tarojs/components'
import { type Place, touchPlace } from '../client/touch-place'
import { shows } from './aria'
import { Press } from './press'
import './ringed-photo.css'

/** A photo in full width with the ring that says where to look; with `onRing` a tap moves the ring there. */
export function RingedPhoto({ id, label, src, ring, onRing }: RingedPhotoProps) {
  return (
    <Press
      id={id}
      className="ringed-photo"
      pressedClass="none"
      label={label}
      onPress={onRing && ((touch) => void touchPlace(touch, id).then(onRing))}
    >
      <Image className="ringed-photo-image" src={src} mode="widthFix" {...shows(label)} />
      {ring && <View className="ringed-photo-ring" style={`left:${ring.x / 10}%;top:${ring.y / 10}%`} />}
    </Press>
  )
}

export type RingedPhotoProps = {
  /** Of its element, once a page. */
  id: string
  label: string
  src: string
  /** Thousandths of width and height. */
  ring: Place | null
  onRing?: (ring: Place) => void
}
