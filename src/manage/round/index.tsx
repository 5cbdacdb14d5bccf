import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { confirm } from '../../client/device'
import { go, restartAt } from '../../client/navigate'
import { scrollTo } from '../../client/scroll-to'
import { useNow } from '../../client/use-now'
import { Card, Row, Section } from '../../components/card'
import { DigestLine } from '../../components/digest-line'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { StaleNotice } from '../../components/stale-notice'
import { StepLine } from '../../components/step-line'
import { errors } from '../../contract/errors'
import type { RoundState } from '../../contract/parts'
import type { DayProgress } from '../../contract/ranking'
import { dayInWords } from '../../domain/shanghai-clock'
import { Archive } from './archive'
import { Correcting } from './correcting'
import { Decisions } from './decisions'
import { Exports } from './exports'
import { HouseholdCards } from './household-cards'
import './index.css'
import { LateWork } from './late-work'
import { LookOver } from './look-over'
import { type LookOverState, useLookOver } from './look-over/use-look-over'
import { type MainDeed, mainDeed } from './main-deed'
import { Pending } from './pending'
import { PrintedFiles } from './printed-files'
import { ReadyRound } from './ready-round'
import { RefusedNotice } from './refused-notice'
import { DeleteRehearsal, Rehearsal } from './rehearsal'
import { Reopen } from './reopen'
import { SealedWhat } from './sealed-what'
import { SealingSteps } from './sealing-steps'
import { Signs } from './signs'
import { stage, stages } from './stages'
import { StillOut, stillOutInOneLine } from './still-out'
import { type RoundView, useRound } from './use-round'
import { type RoundDeeds, useRoundDeeds } from './use-round-deeds'
import { useSealing } from './use-sealing'

/** A round's life on one page: where it stands, what is missing, and the one thing to do now. */
export default function RoundPage() {
  const { data, screen, offline, stale, reload } = useRound()
  const view = data?.view
  if (!view)
    return (
      <Screen
        title="拉练"
        broad
        offline={offline}
        state={
          data
            ? {
                empty: '没有您要办的拉练',
                text: '这一页给管理员和评委用：开始、收卷、两人同意封存、公布。',
                icon: 'flag',
                action: { label: '回到首页', onPress: () => restartAt('pages/home/index') },
              }
            : screen
        }
      />
    )
  return <OpenRound key={view.round.id} view={view} offline={offline} stale={stale} reload={reload} />
}

type OpenRoundProps = {
  view: RoundView
  offline: ReturnType<typeof useRound>['offline']
  stale: string | undefined
  reload: () => Promise<void>
}

function OpenRound({ view, offline, stale, reload }: OpenRoundProps) {
  const { round, board } = view
  const deeds = useRoundDeeds(round.id, reload)
  const lookOver = useLookOver(view)
  const [sealingFailed, setSealingFailed] = useState(false)
  const progress = useSealing(round.id, round.state === 'sealing', (failed) => {
    setSealingFailed(failed)
    void reload()
  })
  return (
    <Screen
      title={`第 ${round.number} 次拉练`}
      broad
      offline={offline}
      dock={<RoundDock view={view} deeds={deeds} unseen={lookOver.unseen} />}
    >
      <StepLine steps={stages} current={stage(round.state, view.sealing !== null)} />
      <StaleNotice stale={stale} />
      {deeds.refused && <RefusedNotice refused={deeds.refused} />}
      {sealingFailed && round.state === 'closed' && (
        <Notice kind="error" title="封存没有完成，退回收卷">
          {errors.sealingFailed}
        </Notice>
      )}
      <RoundContent reload={reload} view={view} progress={progress} deeds={deeds} lookOver={lookOver} />
      {board && (
        <View className="mt-4">
          <DigestLine digest={board.digest} />
          <View className="small quiet">摘要会在揭榜时先念，也印在通报上。公布后谁都可以照着公开版重算一遍。</View>
        </View>
      )}
      {isSealed(round.state) && view.me.isAdministrator && <PrintedFiles view={view} />}
      {isSealed(round.state) && <Exports view={view} reload={reload} />}
      {isSealed(round.state) && <Pending view={view} deeds={deeds} />}
      {(round.state === 'sealed' || round.state === 'announced') && <Reopen view={view} deeds={deeds} />}
      {/* Long, and only to be remembered: below what is still to be done. */}
      {isSealed(round.state) && <LookOver lookOver={lookOver} roundId={round.id} deeds={deeds} />}
      {round.state === 'announced' && view.me.isAdministrator && <Archive round={round} deeds={deeds} />}
      {round.rehearsal && view.me.isAdministrator && <DeleteRehearsal round={round} />}
    </Screen>
  )
}

type ContentProps = {
  reload: () => Promise<void>
  view: RoundView
  progress: ReturnType<typeof useSealing>
  deeds: RoundDeeds
  lookOver: LookOverState
}

function isSealed(state: RoundState): boolean {
  return state === 'sealed' || state === 'announced' || state === 'archived'
}

function RoundContent({ reload, view, progress, deeds, lookOver }: ContentProps) {
  const { round, day, sealing, me } = view
  // A rehearsal surveys nobody.
  const printsCards = me.isAdministrator && !round.rehearsal
  switch (round.state) {
    case 'draft':
      return (
        <Lead title="还在准备">
          {me.isAdministrator
            ? '缺什么、等谁、到哪里办，都在筹备清单上。都办好了才能就绪、开始。'
            : '考核方案、路线、评审组和示范目标都定下来以后，才能开始。'}
        </Lead>
      )
    case 'ready':
      return (
        <>
          <Lead title="已经就绪">
            {dayInWords(round.day)}。开始以后评委才能到点、打分；方案、评审组和示范目标都不再改。
          </Lead>
          {day && <Route stops={day.stops} />}
          {printsCards && <HouseholdCards roundId={round.id} />}
          {printsCards && <Rehearsal view={view} />}
          {view.preparation && <ReadyRound preparation={view.preparation} reload={reload} />}
        </>
      )
    case 'running':
      return (
        <>
          <Decisions decisions={view.decisions} />
          {day && <StillOut day={day} title={me.isAdministrator ? '收卷前要看的' : '今天的进度'} />}
          {me.isAdministrator && <DuringTheDay roundId={round.id} />}
          {printsCards && <HouseholdCards roundId={round.id} />}
        </>
      )
    case 'closed':
      return (
        <>
          {sealing ? (
            <SealedWhat view={view} />
          ) : (
            <Lead title="已经收卷">打分和答卷都停了。封存要两个人：一位管理员提请，另一位管理员或任一评委同意。</Lead>
          )}
          <Decisions decisions={view.decisions} />
          <Pending view={view} deeds={deeds} />
          <LookOver lookOver={lookOver} roundId={round.id} deeds={deeds} />
          {day && <LateWork late={day.late} deeds={me.isAdministrator ? deeds : null} />}
          {me.isAdministrator && <Correcting roundId={round.id} />}
          {day && <StillOut day={day} title="收卷时的样子" />}
        </>
      )
    case 'sealing':
      return <SealingSteps progress={progress} />
    case 'sealed':
      return (
        <>
          <Lead title="已经封存">名次已经定了，谁也改不了。公布以前只有管理员看得到。</Lead>
          {view.board && (
            <Card className="mt-3">
              <Row title="先看榜单" onPress={() => go('pages/board/index', { round: round.id })} />
              <Row
                title="预演揭榜"
                note="写开场的话，把今晚的揭榜走一遍"
                onPress={() => go('manage/reveal/script/index', { round: round.id })}
              />
            </Card>
          )}
          {me.isAdministrator && <AfterSealing view={view} />}
        </>
      )
    case 'announced':
    case 'archived':
      return (
        <>
          {round.state === 'announced' ? (
            <Lead title="已经公布">领导、管理员和方案里写明的人，现在都看得到榜单。</Lead>
          ) : (
            <Lead title="已经归档">这次拉练到此为止，谁也不再改；榜单、通报和存档照样可以看。</Lead>
          )}
          {me.isAdministrator && (
            <Card className="mt-3">
              <Row
                title="揭榜"
                note="投到大屏上，从最后一名揭到第一名"
                onPress={() => go('manage/reveal/script/index', { round: round.id })}
              />
            </Card>
          )}
          {me.isAdministrator && <AfterSealing view={view} />}
        </>
      )
  }
}

function AfterSealing({ view: { round, board } }: { view: RoundView }) {
  const open = (page: string) => go(page, { round: round.id })
  return (
    <Card className="mt-3">
      <Row title="评审组打得怎样" note="宽严、一致、分数的差别从哪里来" onPress={() => open('manage/panel/index')} />
      {board?.correction && (
        <Row title="历次封存" note="更正前的榜单和为什么更正" onPress={() => open('manage/former/index')} />
      )}
    </Card>
  )
}

/** What an administrator does while it runs, beside watching. */
function DuringTheDay({ roundId }: { roundId: string }) {
  return (
    <Section title="今天有变">
      <Card>
        <Row
          title="当日调整"
          note="取消一站、改时间和顺序、评委来不了或换人"
          onPress={() => go('manage/day/index', { round: roundId })}
        />
        <Row
          title="扣分与申诉"
          note="等谁确认、村里申诉了什么"
          onPress={() => go('manage/deductions/index', { round: roundId })}
        />
      </Card>
    </Section>
  )
}

function Route({ stops }: Pick<DayProgress, 'stops'>) {
  return (
    <Section title="路线" remark={`${stops.length} 个村`}>
      <Card>
        {stops.map(({ village, arrive, depart, state }) => (
          <Row
            key={village.id}
            title={village.name}
            end={<Text className="quiet">{state === 'skipped' ? '取消' : `${arrive}–${depart}`}</Text>}
          />
        ))}
      </Card>
    </Section>
  )
}

function Lead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="mt-4">
      <View className="title">{title}</View>
      <View className="mt-1">{children}</View>
    </View>
  )
}

/** The two lines to sign where two persons are needed, and below them the one thing to do now. */
function RoundDock({ view, deeds, unseen }: { view: RoundView; deeds: RoundDeeds; unseen: number }) {
  const { day, round, ahead } = view
  const waitsFor = round.state === 'closed' && !view.sealing ? (day?.sealableAt ?? null) : null
  const now = useNow(waitsFor !== null) + ahead
  const deed = mainDeed(view, { doing: deeds.doing, unseen, now })

  async function press() {
    if (deed.kind === 'start') await deeds.start()
    if (deed.kind === 'close' && (await agreesToClose())) await deeds.close()
    if (deed.kind === 'look') scrollTo('look-over', 0)
    if (deed.kind === 'propose') await deeds.proposeSealing()
    if (deed.kind === 'agree') await deeds.agree(view.sealing!)
    if (deed.kind === 'announce' && (await agreesToAnnounce())) await deeds.announce()
    if (deed.kind === 'prepare') go('prepare/round/index', { round: round.id })
    if (deed.kind === 'readBoard') go('pages/board/index', { round: round.id })
  }

  function agreesToClose() {
    return confirm({
      title: `收第 ${round.number} 次拉练的卷？`,
      text: `${day ? stillOutInOneLine(day) : ''}收卷后不再收打分和答卷，晚到的要两人同意才计入。`,
      yes: '收卷',
      no: '再等等',
    })
  }

  function agreesToAnnounce() {
    return confirm({
      title: `公布第 ${round.number} 次拉练的榜单？`,
      text: '领导和方案里写明的人马上就能看到，不能收回。',
      yes: '公布',
      no: '先不',
    })
  }

  return (
    <>
      {round.state === 'closed' && <Signs view={view} onWithdraw={deeds.withdraw} />}
      <MainButton kind={BUTTONS[deed.kind] ?? 'accent'} onPress={press}>
        {deed.label}
      </MainButton>
    </>
  )
}

const BUTTONS: Partial<Record<MainDeed['kind'], 'off' | 'outline'>> = {
  wait: 'off',
  readBoard: 'outline',
  look: 'outline',
}
