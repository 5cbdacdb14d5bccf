import { Text, View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { type KeptRecord, recordsOf } from '../../client/records'
import { Card, Row, Section } from '../../components/card'
import { StateChip, type StateChipProps } from '../../components/state-chip'
import { categoryInWords } from '../record-words'
import { useKeptList } from '../use-kept-list'

/** 亮点问题: what I wrote down here, each with where it is by now; a tap opens it again. */
export function RecordsSegment({ roundId, villageId }: { roundId: string; villageId: string }) {
  const records = useKeptList(() => recordsOf(roundId, villageId))
  const findings = records.filter(({ kind }) => kind === 'finding')
  const highlights = records.filter(({ kind }) => kind === 'highlight')
  if (findings.length + highlights.length === 0) {
    return (
      <View className="segment-empty">
        <View className="title">还没有记</View>
        <View className="quiet mt-2">
          看到要改的，记问题，会后交给村里限期改；看到值得学的，记亮点。没有信号也能记，照片可有可无。
        </View>
      </View>
    )
  }
  return (
    <View>
      <Records title="问题" records={findings} />
      <Records title="亮点" records={highlights} />
      <View className="small quiet mt-3">点开可以再改，改到管理员分派为止。</View>
    </View>
  )
}

function Records({ title, records }: { title: string; records: readonly KeptRecord[] }) {
  if (records.length === 0) return null
  return (
    <Section title={title} remark={`${records.length} 条`}>
      <Card>
        {records.map((record) => (
          <RecordRow key={record.id} record={record} />
        ))}
      </Card>
    </Section>
  )
}

function RecordRow({ record }: { record: KeptRecord }) {
  const { id, roundId, villageId, category, text, photos, state, refused } = record
  const { words, ...look } = STATES[state]
  const about = [category ? categoryInWords(category) : '', photos.length > 0 ? `照片 ${photos.length} 张` : '']
  return (
    <Row
      label={`${text}，${words}`}
      onPress={() => go('inspect/record/index', { round: roundId, village: villageId, record: id })}
    >
      <View>{text}</View>
      <View className="apart small quiet mt-1">
        <Text>{about.filter(Boolean).join('，')}</Text>
        <StateChip {...look}>{words}</StateChip>
      </View>
      {refused && <View className="small alarm">{refused.problem || '请点开再改一次。'}</View>}
    </Row>
  )
}

const STATES: Record<KeptRecord['state'], { words: string } & Pick<StateChipProps, 'tone' | 'icon'>> = {
  waiting: { words: '待上传', tone: 'amber', icon: 'upload' },
  uploaded: { words: '已上传', tone: 'jade', icon: 'tick' },
  late: { words: '收卷后传到', tone: 'amber', icon: 'clock' },
  refused: { words: '没有传上去', tone: 'alarm', icon: 'warning' },
}
