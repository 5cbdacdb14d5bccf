import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { MainButton } from '../../components/main-button'
import { NotDone } from '../../components/not-done'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { TextButton } from '../../components/text-button'
import { ByVillage } from '../by-village'
import { ReturnDock } from '../returning'
import { GoalCard } from './goal-card'
import { villageLook } from './goal-words'
import { type Deciding, type Goals, useDeciding, useGoals } from './use-goals'
import '../index.css'

type Reading = ReturnType<typeof useGoals>

/** 示范目标 of a draft round: an officer's own villages', everybody else's as far as they have a part in them. */
export default function GoalsPage() {
  const reading = useGoals()
  const { data, screen, offline, stale, roundId, village } = reading
  if (!data) return <Screen title="示范目标" broad state={screen} offline={offline} />
  const [only] = data.villages
  const chosen = data.villages.find(({ id }) => id === village) ?? (data.villages.length === 1 ? only : undefined)
  if (chosen) return <VillageGoals village={chosen} goals={data} reading={reading} />
  if (data.villages.length === 0)
    return (
      <Screen
        title="示范目标"
        broad
        offline={offline}
        state={{
          empty: '没有您要看的村',
          text: '经办人看自己村的，评委看不回避的村。',
          icon: 'flag',
        }}
      />
    )
  const open = data.goals.filter(({ state, mayDecide }) => state === 'declared' && mayDecide).length
  return (
    <Screen title="示范目标" broad offline={offline}>
      <SheetHead>
        <View className="title">{`${data.villages.length} 个村，报了 ${data.goals.length} 条`}</View>
        <View className="quiet">
          {open > 0 ? `${open} 条等您批准或退回，点进村里办。` : '点一个村，看它报了什么。'}
        </View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <ByVillage
        page="office/goals/index"
        roundId={roundId}
        lines={data.villages.map((one) => {
          const { note, ...chip } = villageLook(data.goals.filter(({ villageId }) => villageId === one.id))
          return { village: one, note, chip }
        })}
      />
    </Screen>
  )
}

type VillageGoalsProps = { village: Goals['villages'][number]; goals: Goals; reading: Reading }

function VillageGoals({ village, goals: { round, goals: all }, reading }: VillageGoalsProps) {
  const { roundId, offline, stale, reload } = reading
  const goals = all.filter(({ villageId }) => villageId === village.id)
  const deciding = useDeciding(roundId, village.id, goals, reload)
  const isDraft = round.state === 'draft'
  const { mayDeclare } = village
  const declare = () => go('office/goals/form/index', { round: roundId, village: village.id })
  return (
    <Screen
      title="示范目标"
      broad
      offline={offline}
      dock={<Dock deciding={deciding} declare={mayDeclare ? declare : null} isDraft={isDraft} />}
    >
      <SheetHead>
        <View className="number">{village.name}</View>
        <View className="quiet">
          {isDraft ? `第 ${round.number} 次拉练，${villageLook(goals).note}` : '拉练已经就绪，目标不再改'}
        </View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <NotDone title="没有办成" refused={told(deciding)} />
      {goals.length === 0 && (
        <View className="mt-4">
          {mayDeclare ? '还没有报。写清这一年要办成什么、现在什么样、要到什么样。' : '这个村还没有报。'}
        </View>
      )}
      {goals.map((goal) => (
        <GoalCard key={goal.id} goal={goal} roundId={roundId} deciding={deciding} />
      ))}
      {mayDeclare && deciding.open.length > 0 && (
        <View className="mt-4 center">
          <TextButton onPress={declare}>{`替${village.name}再报一条`}</TextButton>
        </View>
      )}
    </Screen>
  )
}

type DockProps = { deciding: Deciding; declare: (() => void) | null; isDraft: boolean }

function Dock({ deciding, declare, isDraft }: DockProps) {
  const { doing, returning, open, lacking } = deciding
  if (doing) return <MainButton kind="off">正在办，请稍等</MainButton>
  if (returning) return <ReturnDock reason={returning.reason} onReturn={deciding.sendBack} />
  if (lacking > 0) return <MainButton kind="off">{`还有 ${lacking} 条没选难度`}</MainButton>
  if (open.length > 0) return <MainButton onPress={deciding.approve}>{`批准这 ${open.length} 条`}</MainButton>
  if (declare) return <MainButton onPress={declare}>申报一条目标</MainButton>
  return <MainButton kind="off">{isDraft ? '没有等您批准的' : '已经就绪，不再改'}</MainButton>
}

/** Two versions met: the page was read again, and shows the newer one. */
function told({ refused }: Deciding) {
  if (refused?.code !== 'changed') return refused
  const by = (refused.details.now as { byName?: string } | null)?.byName
  return { ...refused, sentence: `${by ?? '别处'}刚改过其中一条，下面是现在的样子，请看清再办一次。` }
}
