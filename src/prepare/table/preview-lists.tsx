import { Text, View } from '@tarojs/components'
import { Row, Section } from '../../components/card'
import type { ImportPreview } from '../../contract/programme'
import { Fold } from './fold'
import { bySheet } from './table-words'
import './index.css'

/** Every fault by its sheet and cell, with what to do. */
export function FaultLists({ preview: { faults, moreFaults } }: { preview: ImportPreview }) {
  return (
    <>
      {bySheet(faults).map(({ sheet, faults: ofSheet }) => (
        <Section key={sheet} title={`工作表「${sheet}」`} remark={`${ofSheet.length} 处`}>
          <Fold
            things={ofSheet}
            unit="处"
            row={({ cell, text }, n) => (
              <Row
                key={`${cell} ${n}`}
                lead={<View className="fault-cell strong">{cell || '整张'}</View>}
                title={text}
                label={`${cell || '整张工作表'}：${text}`}
              />
            )}
          />
        </Section>
      ))}
      {moreFaults > 0 && (
        <View className="mt-3 quiet">{`另有 ${moreFaults} 处没有列出来。改好这些再选一次文件，就能看到。`}</View>
      )}
    </>
  )
}

/** What is new, and what was and becomes. */
export function ChangeLists({ preview: { added, changed } }: { preview: ImportPreview }) {
  return (
    <>
      {changed.length > 0 && (
        <Section title="要改动的" remark={`${changed.length} 处`}>
          <Fold
            things={changed}
            unit="处"
            row={({ what, was, becomes }, n) => (
              <Row key={`${what} ${n}`} strong title={what}>
                <ChangeLine word="原来">{was || '空着'}</ChangeLine>
                <ChangeLine word="改成">{becomes || '空着'}</ChangeLine>
              </Row>
            )}
          />
        </Section>
      )}
      {added.length > 0 && (
        <Section title="要新增的" remark={`${added.length} 条`}>
          <Fold things={added} unit="条" row={(line, n) => <Row key={`${line} ${n}`} title={line} />} />
        </Section>
      )}
    </>
  )
}

function ChangeLine({ word, children }: { word: string; children: string }) {
  return (
    <View className="change-line">
      <Text className="change-word quiet">{word}</Text>
      <Text className="grow">{children}</Text>
    </View>
  )
}
