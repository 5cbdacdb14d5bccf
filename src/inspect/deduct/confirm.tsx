import { View } from '@tarojs/components'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { PhotosSeen } from '../../components/photos-seen'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StateChip } from '../../components/state-chip'
import { FormPart } from '../form-part'
import { OwnPhotos } from '../own-photos'
import type { DeductionLine } from './deduction-lines'
import { useConfirmation } from './use-confirmation'
import './index.css'

/** One deduction with all that was seen; where it waits for this inspector, the question. */
export default function ConfirmPage() {
  const { screen, offline, line, appealMinutes, confirm, leave } = useConfirmation()
  if (!line) return <Screen title="扣分" state={screen} offline={offline} />
  return (
    <Screen
      title={`${line.village}扣分`}
      offline={offline}
      dock={
        line.mayConfirm ? (
          <View>
            <View className="dock-remark">没人确认的，收卷时自动失效</View>
            <View className="dock-pair">
              <MainButton kind="outline" narrow onPress={leave}>
                不确认
              </MainButton>
              <MainButton onPress={confirm}>{line.isOverdue ? '确实没改，确认' : '我也看到了，确认'}</MainButton>
            </View>
          </View>
        ) : (
          <MainButton kind="outline" onPress={leave}>
            返回
          </MainButton>
        )
      }
    >
      <SheetHead open>
        <View className="title">{line.title}</View>
        <View className="quiet">{`${line.occurrences} 次，${line.price}`}</View>
      </SheetHead>
      {!line.mayConfirm && (
        <View className="mt-1">
          <StateChip tone={line.state.tone} icon={line.state.icon} wash>
            {line.state.words}
          </StateChip>
          {line.remark !== '' && <View className="small quiet mt-1">{line.remark}</View>}
        </View>
      )}
      <Seen line={line} />
      {line.mayConfirm && (
        <View className="small quiet deduct-text">
          {`确认后马上告诉村里，村里 ${appealMinutes} 分钟内可以申诉；不说就是认可。`}
        </View>
      )}
      {line.whyNotConfirm !== '' && (
        <View className="mt-5">
          <Notice title="您不能确认这一条">{line.whyNotConfirm}</Notice>
        </View>
      )}
    </Screen>
  )
}

/** 看到了什么: the words, who, when, and the photos; without a signal only how many there are. */
function Seen({ line }: { line: DeductionLine }) {
  const { text, proposed, photos, title, isMine } = line
  const areRead = photos.some(({ url }) => url !== null)
  return (
    <FormPart title="看到了什么" remark={proposed}>
      <View>{text}</View>
      {isMine && !areRead && <OwnPhotos title={title} photos={photos} />}
      {!isMine && !areRead && photos.length > 0 && (
        <View className="small quiet mt-2">{`有 ${photos.length} 张照片，有信号时在这里看。`}</View>
      )}
      {areRead && <PhotosSeen photos={photos} of={title} />}
      {photos.length === 0 && <View className="small quiet mt-2">没有照片。到现场看过，就可以确认。</View>}
    </FormPart>
  )
}
