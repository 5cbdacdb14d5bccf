import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../client/call'
import { go, pageQuery } from '../../client/navigate'
import { shanghaiDay } from '../../client/shanghai-day'
import { useRead } from '../../client/use-read'
import { useReading } from '../../client/use-reading'
import { Card, Row } from '../../components/card'
import { DigestLine } from '../../components/digest-line'
import { Screen } from '../../components/screen'
import type { CallOut } from '../../contract'
import { dayInWords, shanghaiClock } from '../../domain/shanghai-clock'

type Snapshot = CallOut<'ranking', 'snapshots'>['snapshots'][number]

/** 历次封存: a round that was corrected keeps what it was before, the newest first. */
export default function FormerPage() {
  const [{ round: roundId = '' }] = useState(pageQuery)
  const { data, screen, offline } = useReading(useRead(() => call('ranking', 'snapshots', { roundId })))
  if (!data) return <Screen title="历次封存" broad offline={offline} state={screen} />
  // By their order: an attempt that fell back has taken a number, too.
  const newest = data.snapshots.map((snapshot, at) => ({ ...snapshot, place: at + 1 })).reverse()
  return (
    <Screen title="历次封存" broad offline={offline}>
      <View>重新打开再封存，就是一次更正。以前封存的都留着，一个字不改，谁改了什么可以对照。</View>
      {newest.map((snapshot) => (
        <View className="mt-3" key={String(snapshot.n)}>
          <Card>
            <Row
              strong
              title={`第 ${snapshot.place} 次封存`}
              note={whenInWords(snapshot)}
              end={<Text className="small">{snapshot.isCurrent ? '现在的榜单' : '已被更正'}</Text>}
            />
            {snapshot.correction && <Row title="为什么更正" note={snapshot.correction.reason} />}
            <Row
              title="看这一次的榜单"
              label={`看第 ${snapshot.place} 次封存的榜单`}
              onPress={() =>
                snapshot.isCurrent
                  ? go('pages/board/index', { round: roundId })
                  : go('manage/former/board/index', {
                      round: roundId,
                      n: String(snapshot.n),
                      place: String(snapshot.place),
                    })
              }
            />
          </Card>
          <DigestLine digest={snapshot.digest} />
        </View>
      ))}
    </Screen>
  )
}

function whenInWords({ sealedAt }: Snapshot): string {
  return `${dayInWords(shanghaiDay(sealedAt))} ${shanghaiClock(sealedAt)}`
}
