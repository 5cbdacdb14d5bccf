import { Text, View } from '@tarojs/components'
import { CountStepper } from '../../components/count-stepper'
import { MainButton } from '../../components/main-button'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { TextButton } from '../../components/text-button'
import { TextField } from '../../components/text-field'
import { FormPart } from '../form-part'
import { OwnPhotos } from '../own-photos'
import { CatalogueChoice } from './catalogue-choice'
import { useDeductionForm } from './use-deduction-form'
import './index.css'

/** 提出扣分: what was seen, in the catalogue's terms. Another inspector's word makes it count. */
export default function DeductionFormPage() {
  const { screen, offline, view } = useDeductionForm()
  if (!view) return <Screen title="提出扣分" state={screen} offline={offline} />
  const { village, items, item, form, change, action } = view
  return (
    <Screen
      title="提出扣分"
      offline={offline}
      dock={
        <View>
          <View className="dock-remark">
            {view.isClosed ? '已收卷，现在提的另行登记，两人同意才算' : '另一个区的评委看过确认才扣'}
          </View>
          <MainButton kind={action.onPress ? 'accent' : 'off'} onPress={action.onPress}>
            {action.label}
          </MainButton>
        </View>
      }
    >
      <SheetHead open>
        <Text className="title">{village}</Text>
      </SheetHead>
      <CatalogueChoice items={items} chosen={item} onChoose={(itemId) => change({ itemId })} />
      {item && (
        <>
          <FormPart title="看到几次">
            <CountStepper
              title="次数"
              count={form.occurrences}
              most={99}
              unit="次"
              onCount={(occurrences) => change({ occurrences })}
            />
          </FormPart>
          <FormPart title="看到了什么">
            <TextField
              label="看到了什么"
              text={form.text}
              placeholder="在哪里、什么事、谁在场。键盘上可以用语音。"
              most={500}
              onText={(text) => change({ text })}
            />
          </FormPart>
          <FormPart title="照片" remark="可以没有">
            <OwnPhotos
              title={item.title}
              photos={form.photos}
              hint="没有照片也可以，另一位评委到现场看过，确认即可。"
              onAdd={view.addPhoto}
              onRemove={view.removePhoto}
            />
          </FormPart>
        </>
      )}
      {view.giveUp && (
        <View className="form-part">
          <TextButton onPress={view.giveUp}>不提了，删掉这一条</TextButton>
        </View>
      )}
    </Screen>
  )
}
