import { View } from '@tarojs/components'
import { useState } from 'react'
import { back, pageQuery } from '../../../client/navigate'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { TextButton } from '../../../components/text-button'
import type { SchemeVersion } from '../../../contract/programme'
import { useScheme } from '../use-scheme'
import { entryNouns } from './entry-words'
import { FormOf } from './form-of'
import { isListName, type Kind, type Lens, listLens, rulesLens, settingsLens, surveyLens } from './lenses'
import { type EntryForm, useEntry } from './use-entry'
import '../index.css'

type Form = EntryForm<never>

/** One entry of a draft, or its rules or settings, in a form. */
export default function EntryPage() {
  const [{ kind: asked = 'rules', entry }] = useState(pageQuery)
  const kind = kindOf(asked)
  const { data, screen, offline } = useScheme()
  const title = titleOf(kind, entry)
  if (!data) return <Screen title={title} state={screen} offline={offline} />
  if (data.head.state === 'published')
    return (
      <Screen
        title={title}
        state={{ empty: '这一版已经发布', text: '发布以后不再改。', action: { label: '回到方案', onPress: back } }}
      />
    )
  return <Open version={data} kind={kind} entry={entry} title={title} offline={offline} />
}

type OpenProps = {
  version: SchemeVersion
  kind: Kind
  entry: string | undefined
  title: string
  offline: ReturnType<typeof useScheme>['offline']
}

function Open({ version, kind, entry, title, offline }: OpenProps) {
  const [lens] = useState(() => lensOf(kind, entry))
  const [start] = useState(() => lens.read(version))
  if (start === null)
    return (
      <Screen
        title={title}
        state={{ empty: '这一条已经删掉了', text: '别处刚删的。', action: { label: '回到方案', onPress: back } }}
      />
    )
  return <Typed version={version} kind={kind} entry={entry} title={title} offline={offline} lens={lens} start={start} />
}

function Typed({ version, kind, entry, title, offline, lens, start }: OpenProps & { lens: Lens<never>; start: never }) {
  const form = useEntry(version, { kind, entry }, lens, start)
  if (form.conflict) return <Conflict title={title} form={form} conflict={form.conflict} />
  return (
    <Screen title={title} offline={offline} dock={<Dock form={form} />}>
      {form.isKept && (
        <View className="mt-2">
          <Notice title="接着上次没保存的写">
            <TextButton onPress={form.giveUp}>不要了，回到保存过的样子</TextButton>
          </Notice>
        </View>
      )}
      <View className="mt-2">
        <FormOf kind={kind} form={form} rules={version.rules} />
      </View>
      {form.refused && (
        <View className="mt-4">
          <Notice kind="error" title="没有保存上，写的都还在">
            {form.refused.sentence}
          </Notice>
        </View>
      )}
      {form.remove && (
        <View className="mt-5 center">
          <TextButton onPress={form.remove}>删掉这一条</TextButton>
        </View>
      )}
    </Screen>
  )
}

/** A draft is kept whatever its faults; only a number that is none cannot be. */
function Dock({ form }: { form: Form }) {
  if (form.saving) return <MainButton kind="off">正在保存，请稍等</MainButton>
  if (form.lacksNumber) return <MainButton kind="off">有一处要填数字</MainButton>
  if (!form.isChanged) return <MainButton kind="off">还没有改动</MainButton>
  return (
    <MainButton onPress={form.save}>{form.blocking > 0 ? `先保存，还有 ${form.blocking} 处要改` : '保存'}</MainButton>
  )
}

type ConflictProps = { title: string; form: Form; conflict: NonNullable<Form['conflict']> }

/** Both versions, and a choice: nothing is overwritten unseen. */
function Conflict({ title, form, conflict }: ConflictProps) {
  const who = conflict.by || '别处'
  return (
    <Screen
      title={title}
      dock={
        <View className="line">
          <MainButton kind="outline" narrow onPress={form.takeTheirs}>
            用别处的
          </MainButton>
          <MainButton onPress={form.takeMine}>用我写的</MainButton>
        </View>
      }
    >
      <View className="mt-2">
        <Notice title={`${who}刚改过这里`}>两边写的不一样，请看清再选一个。</Notice>
      </View>
      {conflict.differences.map(({ what, was, becomes }) => (
        <View className="mt-4" key={what}>
          <View className="strong">{what}</View>
          <View>{`别处：${was ?? '已经删掉'}`}</View>
          <View>{`我的：${becomes ?? '没有'}`}</View>
        </View>
      ))}
    </Screen>
  )
}

function kindOf(asked: string): Kind {
  return asked === 'rules' || asked === 'settings' || asked === 'surveyRules' || isListName(asked) ? asked : 'rules'
}

function lensOf(kind: Kind, entry: string | undefined): Lens<never> {
  const lens = isListName(kind) ? listLens(kind, entry) : singles[kind]
  // Each kind's form is drawn by its own component (form-of.tsx), which knows what it is.
  return lens as unknown as Lens<never>
}

const singles = { rules: rulesLens, settings: settingsLens, surveyRules: surveyLens }

function titleOf(kind: Kind, entry: string | undefined): string {
  if (!isListName(kind)) return { rules: '权重和规则', settings: '设置', surveyRules: '测评怎么算' }[kind]
  const { noun, measure } = entryNouns[kind]
  return entry === undefined ? `新的一${measure}${noun}` : `${noun} ${entry}`
}
