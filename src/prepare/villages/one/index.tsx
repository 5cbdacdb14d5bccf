import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { back, go, pageQuery, replace } from '../../../client/navigate'
import { Section } from '../../../components/card'
import { LineField } from '../../../components/line-field'
import { MainButton } from '../../../components/main-button'
import { NotDone } from '../../../components/not-done'
import { Notice } from '../../../components/notice'
import { OptionKeys } from '../../../components/option-keys'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { TextButton } from '../../../components/text-button'
import { TextField } from '../../../components/text-field'
import { ThemeKeys } from '../../../components/theme-keys'
import { TwoVersions } from '../../../components/two-versions'
import type { KeptVillage } from '../use-villages'
import { Responsibilities } from './responsibilities'
import { useVillagesAndPeople, type VillagesAndPeople } from './use-village'
import { useVillageForm, type VillageEditing } from './use-village-form'
import type { FieldName } from './village-form'
import './index.css'

/** One village: registered, changed, removed while nothing names it. */
export default function VillagePage() {
  const [{ village: villageId }] = useState(pageQuery)
  const { data, screen, offline, reload } = useVillagesAndPeople()
  if (!data) return <Screen title="村" broad state={screen} offline={offline} />
  const village = data.villages.find(({ id }) => id === villageId) ?? null
  if (villageId !== undefined && !village)
    return (
      <Screen
        title="村"
        broad
        state={{ empty: '没有这个村', text: '可能刚被删掉。', icon: 'place', action: { label: '返回', onPress: back } }}
      />
    )
  return <OpenVillage village={village} data={data} offline={offline} reload={reload} />
}

type OpenVillageProps = {
  village: KeptVillage | null
  data: VillagesAndPeople
} & Pick<ReturnType<typeof useVillagesAndPeople>, 'offline' | 'reload'>

function OpenVillage({ village, data, offline, reload }: OpenVillageProps) {
  const editing = useVillageForm(village, data, reload)
  const { form, change, conflict, notSaved, notRemoved } = editing
  if (conflict)
    return (
      <TwoVersions
        title={form.name}
        by=""
        lines={conflict}
        busy={editing.saving}
        onMine={editing.takeMine}
        onTheirs={editing.takeTheirs}
      />
    )
  return (
    <Screen title={village ? '村' : '登记一个村'} broad offline={offline} dock={<Dock editing={editing} />}>
      <SheetHead>
        <View className="title">{village ? village.name : '登记一个村'}</View>
        <View className="quiet">
          {village ? `编号 ${village.id}，在这个村的码里` : '村名、乡镇、区和户数要写，别的可以以后补。'}
        </View>
      </SheetHead>
      {editing.isKept && editing.isChanged && (
        <View className="mt-3">
          <Notice title="接着上次没保存的写">
            <TextButton onPress={editing.giveUp}>不要了，回到保存过的样子</TextButton>
          </Notice>
        </View>
      )}
      {notSaved?.code !== 'changed' && <NotDone title="没有保存上，写的都还在" refused={notSaved} />}
      {notRemoved && (
        <NotDone
          title="没有删掉"
          refused={notRemoved.code === 'inUse' ? { ...notRemoved, sentence: IN_USE } : notRemoved}
        />
      )}
      <Names editing={editing} data={data} />
      <Section title="主题" remark="可以选几个">
        <ThemeKeys chosen={form.themes} onChange={(themes) => change({ themes })} />
      </Section>
      <Counts editing={editing} />
      <Section title="简介" remark="可以不填">
        <TextField
          label="简介"
          text={form.profile}
          placeholder="村子是什么样、主要产业，评委到村时看"
          most={500}
          low
          onText={(profile) => change({ profile })}
        />
      </Section>
      <Responsibilities
        rows={form.responsibilities}
        data={data}
        fault={faultOf(editing, 'responsibilities')}
        onChange={(responsibilities) => change({ responsibilities })}
      />
      {village && <Rest village={village} editing={editing} />}
    </Screen>
  )
}

const IN_USE = '还有拉练、示范目标、实测数或村里的经办人用着这个村，不能删。先从那里去掉，再来删。'

function Names({ editing, data }: { editing: VillageEditing; data: VillagesAndPeople }) {
  const { form, change, isNew, namesake, freeId } = editing
  const idFault = faultOf(editing, 'id')
  return (
    <View className="mt-4">
      <LineField
        label="村名"
        hint="全名，公布和海报上都用它"
        text={form.name}
        placeholder="如 云溪村"
        most={30}
        onText={(name) => change({ name })}
      />
      {namesake && (
        <View className="mt-2">
          <Notice title={`${namesake.town}已经有一个${namesake.name}`}>
            真有两个同名的村可以再登记；如果是同一个，请改原来的那个。
            <View>
              <TextButton onPress={() => replace('prepare/villages/one/index', { village: namesake.id })}>
                {`打开${namesake.town}${namesake.name}`}
              </TextButton>
            </View>
          </Notice>
        </View>
      )}
      <LineField label="乡镇" text={form.town} placeholder="如 青山镇" most={30} onText={(town) => change({ town })} />
      <Section title="区">
        <OptionKeys
          question="区"
          options={data.districts.map(({ id, name }) => ({ key: id, label: name }))}
          chosen={form.districtId}
          onChoose={(districtId) => change({ districtId })}
        />
      </Section>
      {isNew && (
        <View className="mt-5">
          <LineField
            label="编号"
            hint="写在码里，定了不能改"
            text={form.id}
            placeholder={freeId}
            most={16}
            onText={(id) => change({ id })}
          />
          {idFault && (
            <Fault text={idFault}>
              <TextButton onPress={() => change({ id: freeId })}>{`改用 ${freeId}`}</TextButton>
            </Fault>
          )}
        </View>
      )}
    </View>
  )
}

/** What is known of it in figures; the survey's quota rests on the households. */
function Counts({ editing }: { editing: VillageEditing }) {
  return (
    <Section title="户数、人口和位置" remark="户数决定测评要收多少份">
      <NumberLine editing={editing} field="households" label="户数" placeholder="如 412" digits />
      <View className="field-pair">
        <View className="grow">
          <NumberLine editing={editing} field="population" label="人口" placeholder="可以不填" digits />
        </View>
        <View className="field-gap" />
        <View className="grow">
          <NumberLine editing={editing} field="adults" label="成年人" placeholder="可以不填" digits />
        </View>
      </View>
      <View className="field-pair">
        <View className="grow">
          <NumberLine editing={editing} field="longitude" label="经度" placeholder="如 112.9388" />
        </View>
        <View className="field-gap" />
        <View className="grow">
          <NumberLine editing={editing} field="latitude" label="纬度" placeholder="如 28.2282" />
        </View>
      </View>
      <View className="small quiet mt-2">经纬度用来排路线，可以从地图上抄；不填也能排，只是不帮您算顺序。</View>
    </Section>
  )
}

type NumberLineProps = {
  editing: VillageEditing
  field: 'households' | 'population' | 'adults' | 'longitude' | 'latitude'
  label: string
  placeholder: string
  digits?: boolean
}

function NumberLine({ editing, field, label, placeholder, digits }: NumberLineProps) {
  const { form, change } = editing
  const fault = form[field] === '' && field === 'households' ? undefined : faultOf(editing, field)
  return (
    <>
      <LineField
        label={label}
        text={form[field]}
        placeholder={placeholder}
        most={20}
        digits={digits}
        onText={(text) => change({ [field]: text })}
      />
      {fault && <Fault text={fault} />}
    </>
  )
}

function Fault({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <View className="field-fault small alarm">
      {text}
      {children}
    </View>
  )
}

function Rest({ village, editing }: { village: KeptVillage; editing: VillageEditing }) {
  return (
    <Section title="还有">
      <TextButton onPress={() => go('prepare/posters/index', { village: village.id })}>打印这个村的码</TextButton>
      {village.inUse ? (
        <View className="quiet mt-2">进过拉练的村不能删。</View>
      ) : (
        <View>
          <TextButton onPress={editing.remove}>{editing.removing ? '正在删' : `删掉${village.name}`}</TextButton>
        </View>
      )}
    </Section>
  )
}

/** What is lacking first, then what was changed. */
function Dock({ editing }: { editing: VillageEditing }) {
  const { saving, isChanged, isNew, faults, form, save } = editing
  if (saving) return <MainButton kind="off">正在保存，请稍等</MainButton>
  if (!isChanged) return <MainButton kind="off">{isNew ? '先写村名' : '还没有改动'}</MainButton>
  if (faults.length > 0) return <MainButton kind="off">{faults[0]!.text}</MainButton>
  return <MainButton onPress={save}>{isNew ? `登记${form.name.trim()}` : '保存改动'}</MainButton>
}

function faultOf({ faults }: VillageEditing, field: FieldName): string | undefined {
  return faults.find((fault) => fault.field === field)?.text
}
