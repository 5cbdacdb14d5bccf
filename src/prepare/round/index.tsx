import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { NotDone } from '../../components/not-done'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { TextButton } from '../../components/text-button'
import type { Preparation } from '../../contract/round'
import { dayInWords } from '../../domain/shanghai-clock'
import { opensLine, partDoors } from './checklist-doors'
import { useDraft } from './use-preparation'
import { useReady } from './use-ready'

type Line = Preparation['checklist'][number]

/** A draft round's checklist: what is missing, whose turn it is, where it is done; and ready, once nothing is missing. */
export default function ChecklistPage() {
  const { data, screen, offline, stale, reload } = useDraft()
  if (!data) return <Screen title="筹备拉练" broad state={screen} offline={offline} />
  return <Checklist preparation={data} offline={offline} stale={stale} reload={reload} />
}

type ChecklistProps = { preparation: Preparation } & Pick<ReturnType<typeof useDraft>, 'offline' | 'stale' | 'reload'>

function Checklist({ preparation, offline, stale, reload }: ChecklistProps) {
  const { round, checklist } = preparation
  const deeds = useReady(preparation, reload)
  const inState = (state: Line['state']) => checklist.filter((line) => line.state === state)
  const missing = inState('missing')
  const day = dayInWords(round.day)
  return (
    <Screen title="筹备拉练" broad offline={offline} dock={<Dock missing={missing.length} deeds={deeds} />}>
      <SheetHead>
        <View className="number">{`第 ${round.number} 次拉练`}</View>
        <View className="quiet">
          {missing.length > 0 ? `${day}，还差 ${missing.length} 样才能就绪` : `${day}，都准备好了`}
        </View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <NotDone title="没有就绪" refused={deeds.refused} />
      <Lines title="还没办好" lines={missing} roundId={round.id} />
      <Lines title="要留意，不影响就绪" lines={inState('warning')} roundId={round.id} />
      <Lines title="办好了" lines={inState('done')} roundId={round.id} />
      <Section title="各项都从这里办">
        <Card>
          {partDoors(preparation, day).map(({ title, note, page }) => (
            <Row key={page} strong title={title} note={note} onPress={() => go(page, { round: round.id })} />
          ))}
        </Card>
      </Section>
      <Section title="用 Excel 导入导出">
        <Card>
          <Row title="各村的目标" onPress={() => go('prepare/table/index', { kind: 'goals', round: round.id })} />
          <Row
            title="各村的实测"
            onPress={() => go('prepare/table/index', { kind: 'measurements', round: round.id })}
          />
        </Card>
      </Section>
      <View className="mt-5 center">
        <TextButton onPress={deeds.remove}>删掉这次拉练的草稿</TextButton>
      </View>
    </Screen>
  )
}

function Dock({ missing, deeds }: { missing: number; deeds: ReturnType<typeof useReady> }) {
  if (deeds.doing) return <MainButton kind="off">{deeds.doing === 'ready' ? '正在就绪' : '正在删'}</MainButton>
  if (missing > 0) return <MainButton kind="off">{`还差 ${missing} 样才能就绪`}</MainButton>
  return <MainButton onPress={deeds.ready}>就绪</MainButton>
}

const signs: Record<Line['state'], { icon: 'warning' | 'tick'; tone: string; words: string }> = {
  missing: { icon: 'warning', tone: 'alarm', words: '还没办好' },
  warning: { icon: 'warning', tone: 'amber', words: '要留意' },
  done: { icon: 'tick', tone: 'jade', words: '办好了' },
}

function Lines({ title, lines, roundId }: { title: string; lines: Line[]; roundId: string }) {
  if (lines.length === 0) return null
  return (
    <Section title={title} remark={`${lines.length} 样`}>
      <Card>
        {lines.map((line) => {
          const { icon, tone, words } = signs[line.state]
          const note = line.waitsFor && `等：${line.waitsFor}`
          return (
            <Row
              key={`${line.code} ${line.text}`}
              title={line.text}
              note={note || undefined}
              label={[words, line.text, note].filter(Boolean).join('，')}
              lead={<Icon name={icon} size={22} className={tone} />}
              onPress={opensLine(line, roundId) ?? undefined}
            />
          )
        })}
      </Card>
    </Section>
  )
}
