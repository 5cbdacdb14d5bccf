import { View } from '@tarojs/components'
import { Section } from '../../components/card'
import { LineField } from '../../components/line-field'
import { MainButton } from '../../components/main-button'
import { NotDone } from '../../components/not-done'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { TextButton } from '../../components/text-button'
import { TwoVersions } from '../../components/two-versions'
import { type Overview, useOverview, useOverviewForm } from './use-overview'
import './index.css'

const TITLE = '试点和区'

/** The programme's own name, as it stands on posters and files, and its districts. */
export default function ProgrammePage() {
  const { data, screen, offline, stale, reload } = useOverview()
  if (!data) return <Screen title={TITLE} broad state={screen} offline={offline} />
  return <OpenProgramme overview={data} offline={offline} stale={stale} reload={reload} />
}

type OpenProgrammeProps = { overview: Overview } & Pick<ReturnType<typeof useOverview>, 'offline' | 'stale' | 'reload'>

function OpenProgramme({ overview, offline, stale, reload }: OpenProgrammeProps) {
  const editing = useOverviewForm(overview, reload)
  const { form, conflict, refused, inUse } = editing
  if (conflict)
    return (
      <TwoVersions
        title={TITLE}
        by=""
        lines={conflict}
        busy={editing.saving}
        onMine={editing.takeMine}
        onTheirs={editing.takeTheirs}
      />
    )
  return (
    <Screen title={TITLE} broad offline={offline} dock={<Dock editing={editing} />}>
      <SheetHead>
        <View className="title">这个试点</View>
        <View className="quiet">名称印在海报和导出的文件上；区用来回避和分组。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      {inUse.length > 0 ? (
        <View className="mt-3">
          <Notice kind="error" title={`${inUse.join('、')}不能去掉`}>
            还有村或人员在这个区。先把他们改到别的区，再来去掉。
            <View>
              <TextButton onPress={editing.putBack}>放回来</TextButton>
            </View>
          </Notice>
        </View>
      ) : (
        refused?.code !== 'inUse' &&
        refused?.code !== 'changed' && <NotDone title="没有保存上，写的都还在" refused={refused} />
      )}
      <View className="mt-4">
        <LineField
          label="试点名称"
          text={form.title}
          placeholder="如 清河市乡村振兴示范试点"
          most={60}
          onText={editing.setTitle}
        />
      </View>
      <Section title="区" remark={form.districts.length > 0 ? `${form.districts.length} 个` : '还没有'}>
        {form.districts.map(({ id, name }, n) => (
          <View className="district" key={id}>
            <View className="grow">
              <LineField
                label={`第 ${n + 1} 个区`}
                text={name}
                placeholder="如 西岭区"
                most={30}
                onText={(text) => editing.rename(id, text)}
              />
            </View>
            <View className="district-take">
              <TextButton label={`去掉${name || `第 ${n + 1} 个区`}`} onPress={() => editing.take(id)}>
                去掉
              </TextButton>
            </View>
          </View>
        ))}
        {form.districts.length < MOST_DISTRICTS && (
          <TextButton icon="plus" plain onPress={editing.add}>
            {form.districts.length > 0 ? '再加一个区' : '加一个区'}
          </TextButton>
        )}
      </Section>
    </Screen>
  )
}

/** As the contract holds them. */
const MOST_DISTRICTS = 60

function Dock({ editing }: { editing: ReturnType<typeof useOverviewForm> }) {
  const { saving, isChanged, lacks, save } = editing
  if (saving) return <MainButton kind="off">正在保存，请稍等</MainButton>
  if (!isChanged) return <MainButton kind="off">还没有改动</MainButton>
  if (lacks !== null) return <MainButton kind="off">{lacks}</MainButton>
  return <MainButton onPress={save}>保存试点和区</MainButton>
}
