import { View } from '@tarojs/components'
import { backTo } from '../../../client/back-to'
import { Card, Section } from '../../../components/card'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import type { SchemeVersion } from '../../../contract/programme'
import { type SchemeDifference, schemeDifferences } from '../../../domain/scheme-differences'
import { blockingOf } from '../../../domain/scheme-faults'
import { FaultLines } from '../fault-lines'
import { schemeParts, withPlace } from '../scheme-words'
import { type Publishing, usePublish } from './use-publish'
import '../index.css'

/** Before a version becomes immutable: what it changes, what is worth a look, and what cannot be changed any more. */
export default function PublishPage() {
  const publishing = usePublish()
  const { data, screen, offline, done } = publishing
  if (done) return <Done version={done} />
  if (!data) return <Screen title="发布方案" broad state={screen} offline={offline} />
  const { version } = data
  const { head, faults } = version
  const told = faults.map((fault) => withPlace(fault, version.rules))
  const advice = told.filter(({ blocks }) => !blocks)
  return (
    <Screen title="发布方案" broad offline={offline} dock={<Dock {...publishing} version={version} />}>
      <SheetHead>
        <View className="title">{head.title}</View>
        <View className="quiet">{`第 ${head.version} 版草稿`}</View>
      </SheetHead>
      {publishing.refused && (
        <View className="mt-3">
          <Notice kind="error" title="没有发布">
            {publishing.refused.sentence}
          </Notice>
        </View>
      )}
      <FaultLines faults={blockingOf(told)} />
      <Changes {...data} />
      {advice.length > 0 && (
        <Section title="值得再看一眼" remark="不影响发布">
          <FaultLines faults={advice} />
        </Section>
      )}
      <Section title="发布以后">
        <Card padded>
          <View>权重、指标、标准、扣分项、测评题目和设置都不能再改，也不能删。</View>
          <View className="mt-2">筹备拉练时可以选用这一版。已经在用别的版本的拉练不受影响。</View>
          <View className="mt-2">要改，就复制成新的一版，改好再发布。</View>
        </Card>
      </Section>
    </Screen>
  )
}

type Deeds = ReturnType<typeof usePublish>

function Dock({ version, doing, publish }: Pick<Deeds, 'doing' | 'publish'> & { version: SchemeVersion }) {
  const { head, faults } = version
  if (head.state === 'published') return <MainButton kind="off">这一版已经发布</MainButton>
  const blocking = blockingOf(faults).length
  if (blocking > 0) return <MainButton kind="off">{`还有 ${blocking} 处要改，改完才能发布`}</MainButton>
  if (doing) return <MainButton kind="off">正在发布，请稍等</MainButton>
  return <MainButton onPress={() => void publish(version)}>{`发布第 ${head.version} 版`}</MainButton>
}

function Changes({ version, former }: Publishing) {
  if (!former)
    return (
      <Section title="第一版">
        <Card>
          {schemeParts.map(({ part, title, of }) => (
            <View className="scheme-line" key={part}>
              <View className="small quiet">{title}</View>
              <View>{of(version)}</View>
            </View>
          ))}
        </Card>
      </Section>
    )
  const differences = schemeDifferences(former, version)
  return (
    <Section title={`和第 ${former.head.version} 版比`} remark={`改了 ${differences.length} 处`}>
      <Card padded={differences.length === 0}>
        {differences.length === 0 && <View className="quiet">和上一版一样，没有改动。</View>}
        {differences.map((difference) => (
          <DifferenceLine key={difference.what} difference={difference} />
        ))}
      </Card>
    </Section>
  )
}

function DifferenceLine({ difference: { what, was, becomes } }: { difference: SchemeDifference }) {
  return (
    <View className="scheme-line">
      <View className="strong">{what}</View>
      {was !== null && becomes !== null ? (
        <>
          <View className="quiet">{`原来：${was}`}</View>
          <View>{`现在：${becomes}`}</View>
        </>
      ) : was === null ? (
        <View>{`新加：${becomes}`}</View>
      ) : (
        <View className="quiet">{`删掉了：${was}`}</View>
      )}
    </View>
  )
}

function Done({ version }: { version: SchemeVersion }) {
  const { head } = version
  return (
    <Screen
      title="发布方案"
      state={{ done: '已经发布', text: `${head.title}，第 ${head.version} 版。` }}
      dock={
        <MainButton kind="outline" onPress={() => backTo('prepare/schemes/index', {})}>
          回到考核方案
        </MainButton>
      }
    >
      <View className="mt-4">筹备拉练时可以选用这一版。</View>
    </Screen>
  )
}
