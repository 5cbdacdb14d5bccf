import { View } from '@tarojs/components'
import { useState } from 'react'
import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { LineField } from '../../components/line-field'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { TextButton } from '../../components/text-button'
import { ThemeChips } from '../../components/theme-chip'
import { type KeptVillage, useVillages, type Villages } from './use-villages'

/** So many are found by looking. */
const FEW = 20

/** 村: every village of the programme by district; one is opened or registered, all come and go by Excel. */
export default function VillagesPage() {
  const { data, screen, offline, stale } = useVillages()
  const [sought, setSought] = useState('')
  if (!data) return <Screen title="村" broad state={screen} offline={offline} />
  const { villages, districts } = data
  const found = villages.filter((village) => matches(village, data, sought))
  return (
    <Screen title="村" broad offline={offline} dock={<Dock data={data} />}>
      <SheetHead>
        <View className="title">
          {villages.length > 0 ? `${districts.length} 个区，${villages.length} 个村` : '还没有登记村'}
        </View>
        <View className="quiet">村多就用 Excel 一次导入，一两个村在这里登记就行。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      {districts.length === 0 && (
        <View className="mt-3">
          <Notice title="先登记区">
            每个村都属于一个区，先写好有哪些区；用 Excel 导入的话，区也在同一个文件里。
            <View>
              <TextButton onPress={() => go('prepare/programme/index')}>去写试点名称和区</TextButton>
            </View>
          </Notice>
        </View>
      )}
      <Section title="一起办">
        <Card>
          <Row title="用 Excel 导入导出" onPress={() => go('prepare/table/index', { kind: 'villages' })} />
          {villages.length > 0 && <Row title="一村一码海报" onPress={() => go('prepare/posters/index')} />}
        </Card>
      </Section>
      {villages.length > FEW && (
        <View className="mt-5">
          <LineField
            label="找村"
            hint="村名、镇名、编号都行"
            text={sought}
            placeholder="如 云溪"
            most={30}
            onText={setSought}
          />
        </View>
      )}
      {villages.length > 0 && found.length === 0 && (
        <View className="mt-5 quiet">没有找到。换一个词，或者登记一个村。</View>
      )}
      {districts.map(({ id, name }) => {
        const ofDistrict = found.filter(({ districtId }) => districtId === id)
        if (ofDistrict.length === 0) return null
        return (
          <Section key={id} title={name} remark={`${ofDistrict.length} 个村`}>
            <Card>
              {ofDistrict.map((village) => (
                <VillageRow key={village.id} village={village} />
              ))}
            </Card>
          </Section>
        )
      })}
    </Screen>
  )
}

function Dock({ data: { districts } }: { data: Villages }) {
  if (districts.length === 0) return <MainButton kind="off">先登记区，再登记村</MainButton>
  return <MainButton onPress={() => go('prepare/villages/one/index')}>登记一个村</MainButton>
}

function VillageRow({ village }: { village: KeptVillage }) {
  const { id, name, town, households, location, themes } = village
  const note = `${town}，${households} 户${location ? '' : '，没有位置'}`
  return (
    <Row
      strong
      title={name}
      note={note}
      label={`${name}，${note}`}
      end={<ThemeChips themes={themes} />}
      onPress={() => go('prepare/villages/one/index', { village: id })}
    />
  )
}

/** Every word somewhere in what stands in the row. */
function matches({ id, name, town, districtId }: KeptVillage, { districts }: Villages, sought: string): boolean {
  const row = `${id} ${name} ${town} ${districts.find((one) => one.id === districtId)?.name ?? ''}`
  return sought
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => row.includes(word))
}
