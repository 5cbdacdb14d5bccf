import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { LineField } from '../../components/line-field'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { StateChip } from '../../components/state-chip'
import type { SchemeHead } from '../../contract/programme'
import { savedInWords, schemeStates } from '../scheme/scheme-words'
import { useNewScheme, useSchemes } from './use-schemes'

/** 考核方案: every version there is; a draft to go on with, or a new one. */
export default function SchemesPage() {
  const { data, screen, offline, stale } = useSchemes()
  const making = useNewScheme()
  if (!data) return <Screen title="考核方案" broad state={screen} offline={offline} />
  return (
    <Screen title="考核方案" broad offline={offline} dock={<Dock {...making} />}>
      <SheetHead>
        <View className="title">{data.schemes.length > 0 ? `${data.schemes.length} 个版本` : '还没有方案'}</View>
        <View className="quiet">权重、指标、扣分项和测评都在方案里。发布以后不再改，要改就复制成新的一版。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      {data.schemes.length > 0 && (
        <View className="mt-4">
          <Card>
            {data.schemes.map((head) => (
              <VersionRow key={`${head.id}:${head.version}`} head={head} />
            ))}
          </Card>
        </View>
      )}
      {making.title !== null && (
        <Section title="新建方案">
          <LineField
            label="方案名称"
            hint="公布和通报里用的全名"
            placeholder="如 乡村振兴试点考核方案"
            text={making.title}
            most={80}
            onText={making.setTitle}
            onDone={() => void making.begin()}
          />
          <View className="small quiet mt-2">权重 40、30、30 和各项规则先按通行的填好，指标和题目由您来写。</View>
        </Section>
      )}
      {making.refused && (
        <View className="mt-3">
          <Notice kind="error" title="没有建成">
            {making.refused.sentence}
          </Notice>
        </View>
      )}
    </Screen>
  )
}

function Dock({ title, setTitle, beginning, begin }: ReturnType<typeof useNewScheme>) {
  if (title === null) return <MainButton onPress={() => setTitle('')}>新建一个方案</MainButton>
  if (beginning) return <MainButton kind="off">正在建，请稍等</MainButton>
  if (title.trim() === '') return <MainButton kind="off">先写方案名称</MainButton>
  return <MainButton onPress={() => void begin()}>建这个方案</MainButton>
}

function VersionRow({ head }: { head: SchemeHead }) {
  const { words, ...look } = schemeStates[head.state]
  const saved = savedInWords(head)
  return (
    <Row
      strong
      tall
      title={head.title || '没有名称'}
      note={`第 ${head.version} 版，${saved}`}
      label={`${head.title}，第 ${head.version} 版，${words}，${saved}`}
      end={<StateChip {...look}>{words}</StateChip>}
      onPress={() => go('prepare/scheme/index', { id: head.id, version: String(head.version) })}
    />
  )
}
