import { View } from '@tarojs/components'
import { useState } from 'react'
import { back, pageQuery } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { TextButton } from '../../components/text-button'
import type { Table } from '../../contract/programme'
import { ChangeLists, FaultLists } from './preview-lists'
import { placesOf, previewInWords, tableOf, tableWords } from './table-words'
import { type Importing, useImport } from './use-import'
import { useTables } from './use-tables'

const TITLE = 'Excel 表格'

/**
 * A table out to Excel and back: `kind` of what, `id` and `version` of which scheme, `round` of which draft. `only=export`
 * where nothing can be changed any more.
 */
export default function TablePage() {
  const [{ only, ...query }] = useState(pageQuery)
  const [table] = useState(() => tableOf(query))
  if (!table)
    return <Screen title={TITLE} broad state={{ empty: '没有这张表', action: { label: '返回', onPress: back } }} />
  return only === 'export' ? <ExportOnly table={table} /> : <OpenTable table={table} />
}

function ExportOnly({ table }: { table: Table }) {
  const { title, holds } = tableWords[table.kind]
  return (
    <Screen title={TITLE} broad>
      <SheetHead>
        <View className="title">{title}</View>
        <View className="quiet">{`${holds}。已经定了，只能导出来看。`}</View>
      </SheetHead>
      <Files table={table} only />
    </Screen>
  )
}

function OpenTable({ table }: { table: Table }) {
  const importing = useImport(table)
  const { preview, file, doing } = importing
  if (preview?.written)
    return (
      <Screen
        title={TITLE}
        broad
        state={{
          done: '写好了',
          text: `${file?.name ?? '文件'}：${previewInWords(preview)}。`,
          action: { label: '返回', onPress: back },
        }}
      />
    )
  return (
    <Screen title={TITLE} broad dock={<Dock importing={importing} />}>
      <Head table={table} importing={importing} />
      <RefusedNotice importing={importing} />
      {preview && !doing && preview.faults.length > 0 && <FaultLists preview={preview} />}
      {preview && doing !== 'reading' && preview.faults.length === 0 && <ChangeLists preview={preview} />}
      {!preview && !doing && <Files table={table} />}
      {preview && !doing && (
        <View className="mt-5 center">
          {preview.faults.length === 0 && <TextButton onPress={importing.choose}>换一个文件</TextButton>}
        </View>
      )}
    </Screen>
  )
}

/** Which file, and how it stands with it. */
function Head({ table, importing: { preview, file, doing, isAnew } }: { table: Table; importing: Importing }) {
  const { title, holds } = tableWords[table.kind]
  if (doing === 'uploading' || doing === 'reading')
    return (
      <SheetHead>
        <View className="title">{doing === 'uploading' ? '正在上传' : '正在一格一格地看'}</View>
        <View className="quiet">{`${file?.name ?? ''}，一般要几秒钟。还什么都没有写。`}</View>
      </SheetHead>
    )
  if (!preview)
    return (
      <SheetHead>
        <View className="title">{title}</View>
        <View className="quiet">{`${holds}。先下载，在电脑上填好，再选文件导入；导入以前给您看会改哪些。`}</View>
      </SheetHead>
    )
  if (preview.faults.length > 0)
    return (
      <SheetHead>
        <View className="title">{`有 ${preview.faults.length + preview.moreFaults} 处要改，什么都没有写`}</View>
        <View className="quiet">{`${file?.name ?? ''}：请在 Excel 里照下面改好、保存，再选一次。`}</View>
      </SheetHead>
    )
  return (
    <>
      <SheetHead>
        <View className="title">{placesOf(preview) > 0 ? '写入以前，请看一遍' : '和现在一样，没有要写的'}</View>
        <View className="quiet">{[file?.name, previewInWords(preview)].filter(Boolean).join('：')}</View>
      </SheetHead>
      {isAnew && (
        <View className="mt-3">
          <Notice title="刚才别处改过">
            上一次看到的已经不对了，什么都没有写。下面是按现在的重新看的，请再看一遍。
          </Notice>
        </View>
      )}
    </>
  )
}

function Dock({ importing }: { importing: Importing }) {
  const { doing, preview, refused, file, choose, again, write } = importing
  if (doing === 'writing') return <MainButton kind="off">正在写入，请别离开</MainButton>
  if (doing) return <MainButton kind="off">{doing === 'choosing' ? '正在选文件' : '正在看文件'}</MainButton>
  if (preview && preview.faults.length === 0 && placesOf(preview) > 0)
    return <MainButton onPress={write}>{`写入 ${placesOf(preview)} 处`}</MainButton>
  if (refused?.code === 'tryAgain' && file) return <MainButton onPress={again}>再看一次这个文件</MainButton>
  return <MainButton onPress={choose}>{preview || refused ? '重新选 Excel 文件' : '选 Excel 文件导入'}</MainButton>
}

function RefusedNotice({ importing: { refused, doing, preview } }: { importing: Importing }) {
  if (!refused || doing) return null
  const { code, sentence, details } = refused
  const problem = typeof details.problem === 'string' ? `${details.problem}。` : ''
  const text =
    code === 'notFound'
      ? '传上来的文件已经不在了，或者这张表已经删了。请重新选一次文件。'
      : code === 'notWorkbook' && problem
        ? `${problem}请用下载的模板另存后再传。`
        : sentence
  return (
    <View className="mt-3">
      <Notice kind="error" title={preview ? '没有等到回音' : '这个文件没有看成，什么都没有写'}>
        {preview && code !== 'tryAgain' ? `没有写成。${text}` : text}
      </Notice>
    </View>
  )
}

/** The two files there are to download. */
function Files({ table, only = false }: { table: Table; only?: boolean }) {
  const { doing, trouble, openTemplate, openExport } = useTables(table)
  return (
    <>
      {trouble && (
        <View className="mt-3">
          <Notice kind="error" title="文件没有打开">
            {trouble}
          </Notice>
        </View>
      )}
      <Section title="下载">
        <Card>
          <Row
            strong
            title={doing === 'exportTable' ? '正在准备' : '现在的内容'}
            note={only ? '同样的格式，可以打印、留存' : '在它上面改，再导入：没改的不动'}
            onPress={openExport}
          />
          {!only && (
            <Row
              strong
              title={doing === 'template' ? '正在准备' : '空白模板'}
              note="每一列怎么填，写在「说明」工作表里；能选的有下拉"
              onPress={openTemplate}
            />
          )}
        </Card>
      </Section>
      {!only && (
        <Section title="导入以前">
          <Card>
            <Row title="有一格填错，整个文件都不写，指出是哪一格、怎么改。" />
            <Row title="同一个文件导两次，不会变成两份。" />
            <Row title="手机上：先把文件发到微信的任意聊天里，再从聊天里选。" />
          </Card>
        </Section>
      )}
    </>
  )
}
