import { Text, View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { StateChip } from '../../components/state-chip'
import { TextButton } from '../../components/text-button'
import type { SchemeVersion } from '../../contract/programme'
import { blockingOf, partOf, type SchemePart } from '../../domain/scheme-faults'
import { hasUnsaved } from './entry/kept-entry'
import { faultsOfPart, savedInWords, schemeParts, schemeStates, standingOf, titleOf } from './scheme-words'
import { queryOf, useScheme } from './use-scheme'
import { useVersionDeeds, type VersionDeeds } from './use-version-deeds'
import './index.css'

/** One version of the scheme: its parts with what is wrong in each, how people will see it, and what to do with it. */
export default function SchemePage() {
  const { data, screen, offline, stale } = useScheme()
  if (!data) return <Screen title="方案" broad state={screen} offline={offline} />
  return <Version version={data} offline={offline} stale={stale} />
}

type Reading = ReturnType<typeof useScheme>

function Version({ version, offline, stale }: { version: SchemeVersion } & Pick<Reading, 'offline' | 'stale'>) {
  const deeds = useVersionDeeds(version)
  const { head } = version
  const { words, ...look } = schemeStates[head.state]
  return (
    <Screen title="方案" broad offline={offline} dock={<Dock version={version} deeds={deeds} />}>
      <SheetHead>
        <View className="title">{head.title || '没有名称'}</View>
        <View className="apart mt-1">
          <Text className="quiet">{`第 ${head.version} 版，${savedInWords(head)}`}</Text>
          <StateChip {...look}>{words}</StateChip>
        </View>
      </SheetHead>
      <StaleNotice stale={stale} />
      {deeds.refused && <Refused deeds={deeds} refused={deeds.refused} />}
      <View className="mt-4">
        <Card>
          {schemeParts.map(({ part, title, of }) => (
            <PartRow key={part} part={part} title={title} note={of(version)} version={version} />
          ))}
        </Card>
      </View>
      <Section title="先看看" remark="别人看到的样子，点了不会交上去">
        <Card>
          <Row
            title="评委的评分表"
            note="每项指标、标准和打分的样子"
            onPress={() => go('prepare/scheme/preview/index', { ...queryOf(version), what: 'card' })}
          />
          <Row
            title="评委提扣分"
            note="扣哪一条、看到几次"
            onPress={() => go('prepare/scheme/preview/index', { ...queryOf(version), what: 'deductions' })}
          />
          <Row
            title="村民的测评"
            note="一题一屏，选项和最后一问"
            onPress={() => go('prepare/scheme/preview/index', { ...queryOf(version), what: 'survey' })}
          />
        </Card>
      </Section>
      <Section title="Excel">
        <Card>
          <Row
            title={head.state === 'draft' ? '用 Excel 导入导出' : '导出成 Excel'}
            onPress={() => go('prepare/table/index', tableQuery(version))}
          />
        </Card>
      </Section>
      {head.state === 'draft' && (
        <View className="mt-5 center">
          <TextButton onPress={() => void deeds.remove()}>删掉这版草稿</TextButton>
        </View>
      )}
    </Screen>
  )
}

/** What is published goes out only. */
function tableQuery(version: SchemeVersion): Record<string, string> {
  const query = { ...queryOf(version), kind: 'scheme' }
  return version.head.state === 'published' ? { ...query, only: 'export' } : query
}

type PartRowProps = { part: SchemePart; title: string; note: string; version: SchemeVersion }

function PartRow({ part, title, note, version }: PartRowProps) {
  const { words, ...look } = standingOf(faultsOfPart(version.faults, part))
  const unsaved = version.head.state === 'draft' && hasUnsaved(version.head, part)
  return (
    <Row
      strong
      tall
      title={title}
      note={unsaved ? `${note}；有没保存的改动` : note}
      label={`${title}，${note}，${words}`}
      end={<StateChip {...look}>{words}</StateChip>}
      onPress={() => openPart(version, part)}
    />
  )
}

/** Parts that are one form are that form; the others are lists first. What is published is only read. */
function openPart(version: SchemeVersion, part: SchemePart): void {
  const isForm = version.head.state === 'draft' && (part === 'rules' || part === 'settings')
  if (isForm) go('prepare/scheme/entry/index', { ...queryOf(version), kind: part })
  else go('prepare/scheme/part/index', { ...queryOf(version), part })
}

function Dock({ version, deeds }: { version: SchemeVersion; deeds: VersionDeeds }) {
  const { head, faults } = version
  if (deeds.doing) return <MainButton kind="off">正在办，请稍等</MainButton>
  if (head.state === 'published')
    return (
      <MainButton kind="outline" onPress={() => void deeds.copy()}>
        复制成新的一版来改
      </MainButton>
    )
  const blocking = blockingOf(faults)
  const [first] = blocking
  if (first) {
    const part = partOf(first)
    return (
      <MainButton
        onPress={() => openPart(version, part)}
      >{`去改${titleOf(part)}，总共 ${blocking.length} 处`}</MainButton>
    )
  }
  return (
    <MainButton onPress={() => go('prepare/scheme/publish/index', queryOf(version))}>
      {`看第 ${head.version} 版改了什么，再发布`}
    </MainButton>
  )
}

function Refused({ deeds, refused }: { deeds: VersionDeeds; refused: NonNullable<VersionDeeds['refused']> }) {
  const draft = refused.code === 'draftExists' && refused.details.version
  return (
    <View className="mt-3">
      <Notice kind="error" title="没有办成">
        <View>{refused.sentence}</View>
        {typeof draft === 'number' && (
          <TextButton onPress={() => deeds.openDraft(draft)}>{`打开第 ${draft} 版草稿`}</TextButton>
        )}
      </Notice>
    </View>
  )
}
