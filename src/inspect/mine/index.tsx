import { Text, View } from '@tarojs/components'
import { Card, Section } from '../../components/card'
import { Press } from '../../components/press'
import { Screen } from '../../components/screen'
import { Segments, Switch } from '../../components/segments'
import { MarkTable } from './mark-table'
import { UNMARKED } from './my-marks'
import { type MineView, useMine } from './use-mine'
import './index.css'

/** 我的评分: my own marks over all villages side by side, to see whether I measured alike. */
export default function MinePage() {
  const { screen, offline, view } = useMine()
  if (!view) return <Screen title="我的评分" state={screen} offline={offline} />
  return (
    <Screen title="我的评分" state={screen} offline={offline} top={<Top {...view} />}>
      {view.paper === 'common' ? <MarkTable {...view} /> : <Goals {...view} />}
      <View className="small quiet mt-4">{`只有您自己看得到。${view.paper === 'common' ? '点村名' : '点一项'}打开那个村的评分表。${view.left}`}</View>
    </Screen>
  )
}

function Top({ paper, setPaper, parts, part, setPart, villages }: MineView) {
  return (
    <>
      <Segments choices={PAPERS} chosen={paper} onChoose={setPaper} />
      {parts.length > 1 && <Switch choices={parts} chosen={part} onChoose={setPart} />}
      {paper === 'common' && (
        <View className="mine-villages" style={`grid-template-columns:repeat(${villages.length},1fr)`}>
          {villages.map(({ id, name, short, open }) => (
            <Press className="mine-village" key={id} label={`打开${name}评分表`} onPress={open}>
              {short}
            </Press>
          ))}
        </View>
      )}
    </>
  )
}

const PAPERS = [
  { key: 'common', label: '共性' },
  { key: 'demonstration', label: '示范' },
] as const

/** Every village has goals of its own, so here they stand by village. */
function Goals({ villages, goals, sums }: MineView) {
  return (
    <>
      {villages.map(({ id, name, open }, index) => (
        <Section key={id} title={name} remark={sums[index] === UNMARKED ? '没评完' : `打分合计 ${sums[index]}`}>
          <Card>
            {goals[index]!.map((goal) => (
              <Press
                className="mine-goal"
                key={goal.id}
                label={`${goal.title}，${goal.mark} 分，满分 ${goal.full}，打开${name}评分表`}
                onPress={open}
              >
                <Text className="grow">{goal.title}</Text>
                <Text className="mine-goal-mark">{goal.mark}</Text>
                <Text className="quiet mine-goal-full">/ {goal.full}</Text>
              </Press>
            ))}
          </Card>
        </Section>
      ))}
    </>
  )
}
