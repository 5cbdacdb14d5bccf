import { View } from '@tarojs/components'
import { useState } from 'react'
import { go, pageQuery } from '../../client/navigate'
import { Section } from '../../components/card'
import { ChoiceRows } from '../../components/choice-rows'
import { LineField } from '../../components/line-field'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { OptionKeys } from '../../components/option-keys'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { StateChip } from '../../components/state-chip'
import { useVillages, type Villages } from '../villages/use-villages'
import { type PosterSize, usePosters } from './use-posters'

const TITLE = '一村一码'
const ALL = ''
/** So many are found by looking. */
const FEW = 20

/** A poster for each village's notice board: which paper, which village, then the Word file. */
export default function PostersPage() {
  const { data, screen, offline, stale } = useVillages()
  if (!data) return <Screen title={TITLE} broad state={screen} offline={offline} />
  if (data.villages.length === 0)
    return (
      <Screen
        title={TITLE}
        broad
        offline={offline}
        state={{
          empty: '还没有登记村',
          text: '登记以后，每个村有一个永久的码。',
          action: { label: '去登记村', onPress: () => go('prepare/villages/index') },
        }}
      />
    )
  return <ToPrint data={data} offline={offline} stale={stale} />
}

type ToPrintProps = { data: Villages } & Pick<ReturnType<typeof useVillages>, 'offline' | 'stale'>

function ToPrint({ data: { villages }, offline, stale }: ToPrintProps) {
  const [{ village: asked = ALL }] = useState(pageQuery)
  const [size, setSize] = useState<PosterSize>('A4')
  const [chosen, setChosen] = useState(() => (villages.some(({ id }) => id === asked) ? asked : ALL))
  const [sought, setSought] = useState('')
  const { doing, trouble, opened, open } = usePosters()
  const choices = [
    { key: ALL, title: `全部 ${villages.length} 个村`, note: '一个文件，一村一页' },
    ...villages
      .filter(({ name, town }) => `${name}${town}`.includes(sought.trim()))
      .map(({ id, name, town }) => ({ key: id, title: name, note: town })),
  ]
  const name = villages.find(({ id }) => id === chosen)?.name
  return (
    <Screen
      title={TITLE}
      broad
      offline={offline}
      dock={
        doing ? (
          <MainButton kind="off">{doing === 'making' ? '正在请微信画码，请别离开' : '正在下载'}</MainButton>
        ) : (
          <MainButton icon="download" onPress={() => open(chosen === ALL ? null : chosen, size)}>
            {`打开${name ?? '全部村'}的海报`}
          </MainButton>
        )
      }
    >
      <SheetHead>
        <View className="title">村里公示栏上的码</View>
        <View className="quiet">
          每村一个，永久有效，村名、用途和小程序码都在上面。印出来贴好就行，以后每次拉练都用它。
        </View>
      </SheetHead>
      <StaleNotice stale={stale} />
      {trouble && (
        <View className="mt-3">
          <Notice kind="error" title="海报没有打开">
            {trouble}
          </Notice>
        </View>
      )}
      {opened && !doing && !trouble && (
        <View className="mt-3">
          <StateChip tone="jade" icon="tick" wash>
            {`打开了 ${opened.villages} 页：${opened.fileName}`}
          </StateChip>
        </View>
      )}
      <Section title="纸张" remark="两种都能在两米外看清">
        <OptionKeys
          question="纸张"
          options={[
            { key: 'A4', label: 'A4' },
            { key: 'A3', label: 'A3，更大' },
          ]}
          chosen={size}
          onChoose={setSize}
        />
      </Section>
      <Section title="哪个村">
        {villages.length > FEW && (
          <View className="mb-2">
            <LineField label="找村" text={sought} placeholder="村名或镇名" most={30} onText={setSought} />
          </View>
        )}
        <ChoiceRows label="哪个村" choices={choices} chosen={chosen} onChoose={setChosen} />
      </Section>
    </Screen>
  )
}
