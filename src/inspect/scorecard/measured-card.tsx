import { View } from '@tarojs/components'
import { memo, useState } from 'react'
import { factNoun, factValue } from '../../components/fact-words'
import { LockedFact } from '../../components/indicator-card'
import { PhotosSeen } from '../../components/photos-seen'
import { TextButton } from '../../components/text-button'
import type { MeasuredFact } from '../../contract/round'
import { useEvidencePhotos } from './use-evidence-photos'

type MeasuredCardProps = { fact: MeasuredFact; roundId: string; villageId: string }

/** A measured fact, locked; what it rests on opens below it. The words need no signal, the photos do. */
export const MeasuredCard = memo(function MeasuredCard({ fact, roundId, villageId }: MeasuredCardProps) {
  const [isOpen, setOpen] = useState(false)
  const { action, full, title, mark, evidence, photos } = fact
  const rests = evidence !== '' || photos.length > 0
  const value = `${factNoun(fact)} ${factValue(fact)}`
  return (
    <LockedFact
      action={action}
      full={full}
      title={title}
      fact={rests ? value : `${value}，没有写依据`}
      mark={String(mark)}
      onSource={rests ? () => setOpen(!isOpen) : undefined}
      source={
        isOpen && (
          <>
            {evidence !== '' && <View>{evidence}</View>}
            {photos.length > 0 && <Photos fact={fact} roundId={roundId} villageId={villageId} />}
          </>
        )
      }
    />
  )
})

function Photos({ fact: { title, photos }, roundId, villageId }: MeasuredCardProps) {
  const { seen, online, problem, readAgain } = useEvidencePhotos({ roundId, villageId, photos })
  if (seen) return <PhotosSeen photos={seen} of={title} />
  if (!online) return <View className="small quiet mt-1">{`有 ${photos.length} 张照片，有信号时在这里看。`}</View>
  if (!problem) return <View className="small quiet mt-1">{`正在读 ${photos.length} 张照片…`}</View>
  return (
    <View className="mt-1">
      <View className="small quiet">{`${photos.length} 张照片没有读到。${problem}`}</View>
      <TextButton label={`${title}，再读照片`} onPress={readAgain}>
        再读一次
      </TextButton>
    </View>
  )
}
