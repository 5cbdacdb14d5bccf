import { Text, View } from '@tarojs/components'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { OptionKeys } from '../../components/option-keys'
import { Screen } from '../../components/screen'
import { Switch } from '../../components/segments'
import { SheetHead } from '../../components/sheet-head'
import { TextButton } from '../../components/text-button'
import { TextField } from '../../components/text-field'
import { FormPart } from '../form-part'
import { OwnPhotos } from '../own-photos'
import { CATEGORIES } from '../record-words'
import { MOST_TEXT } from '../use-kept-form'
import { AboutItem } from './about-item'
import { RingedPhotos } from './ringed-photos'
import { useRecordForm } from './use-record-form'
import './index.css'

/** 记一条: a problem to be mended, or what is worth showing others. Kept at every keystroke, sent when there is a signal. */
export default function RecordPage() {
  const { screen, offline, view } = useRecordForm()
  if (!view) return <Screen title="记一条" state={screen} offline={offline} />
  const { village, form, change, isNew, refused, action } = view
  const isFinding = form.kind === 'finding'
  return (
    <Screen
      title={`${isNew ? '记' : '改'}一条${isFinding ? '问题' : '亮点'}`}
      offline={offline}
      top={
        isNew && (
          <Switch
            choices={[
              { key: 'finding', label: '问题' },
              { key: 'highlight', label: '亮点' },
            ]}
            chosen={form.kind}
            onChoose={(kind) => change({ kind })}
          />
        )
      }
      dock={
        <MainButton kind={action.onPress ? 'accent' : 'off'} onPress={action.onPress}>
          {action.label}
        </MainButton>
      }
    >
      <SheetHead open>
        <View className="apart">
          <Text className="title">{village}</Text>
          <Text className="small quiet ml-2">{isFinding ? '会交给村里限期整改' : '会写进这个村的亮点'}</Text>
        </View>
      </SheetHead>
      {refused && (
        <Notice kind="error" title="没有传上去">
          {refused}
        </Notice>
      )}
      {isFinding ? (
        <FormPart title="哪一类">
          <OptionKeys
            question="哪一类"
            options={CATEGORIES}
            chosen={form.category}
            onChoose={(category) => change({ category })}
          />
        </FormPart>
      ) : (
        <FormPart title="说的是哪一项" remark="可以不选">
          <AboutItem items={view.items} itemId={form.itemId} onChoose={(itemId) => change({ itemId })} />
        </FormPart>
      )}
      <FormPart title={isFinding ? '什么问题' : '好在哪里'}>
        <TextField
          label={isFinding ? '什么问题' : '好在哪里'}
          text={form.text}
          placeholder={isFinding ? '在哪里、差在哪里。键盘上可以用语音。' : '怎么做的、效果怎样。键盘上可以用语音。'}
          most={MOST_TEXT}
          onText={(text) => change({ text })}
        />
      </FormPart>
      <FormPart title="照片" remark="可以没有">
        {view.rings && <RingedPhotos photos={form.photos} onRing={view.ring} onRemove={view.removePhoto} />}
        <OwnPhotos
          title={isFinding ? '问题' : '亮点'}
          photos={view.rings ? [] : form.photos}
          onAdd={form.photos.length < 6 ? view.addPhoto : undefined}
          onRemove={view.removePhoto}
        />
      </FormPart>
      {view.giveUp && (
        <View className="form-part">
          <TextButton onPress={view.giveUp}>{isNew ? '不记了，删掉这一条' : '不改了，留原来的'}</TextButton>
        </View>
      )}
    </Screen>
  )
}
