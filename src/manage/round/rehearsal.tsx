import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import type { MyRound } from '../../client/rounds'
import { Card, Row, Section } from '../../components/card'
import { MainButton } from '../../components/main-button'
import { NotDone } from '../../components/not-done'
import { roundStateInWords } from '../../components/round-words'
import { TextButton } from '../../components/text-button'
import { useRehearsal } from './use-rehearsal'
import type { RoundView } from './use-round'

/** On the real round's page: a rehearsal to begin, or the one there is. */
export function Rehearsal({ view: { round, rehearsal } }: { view: RoundView }) {
  const deeds = useRehearsal()
  return (
    <Section title="演练" remark={rehearsal ? '同时只有一个' : '不算数，随时整个删掉'}>
      <NotDone title="没有办成" refused={deeds.refused} />
      {rehearsal ? (
        <>
          <Card>
            <Row
              title={`演练：第 ${rehearsal.number} 次拉练`}
              note={roundStateInWords[rehearsal.state]}
              onPress={() => go('manage/round/index', { round: rehearsal.id })}
            />
          </Card>
          <Deletion rehearsal={rehearsal} deeds={deeds} />
        </>
      ) : deeds.doing ? (
        <MainButton kind="off">正在复制一份来演练</MainButton>
      ) : (
        <MainButton kind="outline" onPress={() => void deeds.begin(round)}>
          演练一遍
        </MainButton>
      )}
    </Section>
  )
}

/** On the rehearsal's own page, whatever it has come to. */
export function DeleteRehearsal({ round }: { round: MyRound }) {
  const deeds = useRehearsal()
  return (
    <Section title="演练完了">
      <NotDone title="没有删成" refused={deeds.refused} />
      <Deletion rehearsal={round} deeds={deeds} />
    </Section>
  )
}

function Deletion({ rehearsal, deeds }: { rehearsal: MyRound; deeds: ReturnType<typeof useRehearsal> }) {
  if (deeds.doing) return <View className="mt-2 quiet">正在删，请稍等</View>
  return <TextButton onPress={() => void deeds.remove(rehearsal)}>删掉演练，什么都不留</TextButton>
}
