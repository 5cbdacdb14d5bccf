import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../client/call'
import { pageQuery } from '../../../client/navigate'
import { useRead } from '../../../client/use-read'
import { useReading } from '../../../client/use-reading'
import { DigestLine } from '../../../components/digest-line'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { Ranking } from '../../../pages/board/ranking'

/** A ranking that was corrected since, as it was sealed. */
export default function FormerBoardPage() {
  const [{ round: roundId = '', n = '', place = '' }] = useState(pageQuery)
  const read = () => call('ranking', 'formerBoard', { roundId, n: Number(n) })
  const { data: board, screen, offline } = useReading(useRead(read))
  if (!board) return <Screen title="更正前的榜单" broad offline={offline} state={screen} />
  return (
    <Screen title="更正前的榜单" broad offline={offline}>
      <View className="mb-2">
        <Notice title={`第 ${place} 次封存`}>这份榜单后来更正过，不作数，只供对照。</Notice>
      </View>
      <Ranking board={board} />
      <View className="mt-4">
        <DigestLine digest={board.digest} />
      </View>
    </Screen>
  )
}
