import { Text, View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { openProposal, proposalInWords } from '../../client/proposals'
import { drawerThatWaits } from '../../client/survey-answers'
import { aria } from '../../components/aria'
import { Card, Row, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Press } from '../../components/press'
import { roleInWords } from '../../components/role-words'
import { roundStateInWords } from '../../components/round-words'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { TextButton } from '../../components/text-button'
import type { Proposal } from '../../contract/member'
import { dayInWords } from '../../domain/shanghai-clock'
import { type Door, doorsOf, type Me, mostUrgentFirst, type Round, waitingFor } from './doors'
import { Notices } from './notices'
import type { Home } from './use-home'
import './index.css'

/** Somebody who works here: what waits for them, then the rounds with what they may open. */
export function WorkHome({ home, me, member }: { home: Home; me: Me; member: NonNullable<Me['member']> }) {
  const roles = [...new Set(member.roles.map(({ role }) => role))]
  const inWords = roles.map((role) => roleInWords[role]).join('、')
  const rounds = mostUrgentFirst(me.rounds)
    .map((round) => ({ round, doors: doorsOf(round, roles, me.notices) }))
    .filter(({ doors }) => doors.length > 0)
  const main = rounds[0]?.doors[0]
  const mayPrepare = roles.includes('administrator')
  return (
    <Screen
      title="乡村振兴拉练"
      offline={home.offline ? { waiting: 0, action: '再试一次', onOpen: home.reload } : undefined}
      dock={main ? <MainDock main={main} home={home} /> : mayPrepare ? <PrepareButton /> : <ScanButton {...home} />}
      dockBare
    >
      <SheetHead>
        <Press
          className="home-name"
          label={`${member.name}，${inWords}，看我的身份`}
          onPress={() => go('pages/me/index')}
        >
          <Text className="title">{member.name}</Text>
          <Text className="quiet grow home-roles">{inWords}</Text>
          <Icon name="forward" size={20} className="row-forward" />
        </Press>
      </SheetHead>
      <Notices notices={me.notices} ahead={home.ahead} />
      {home.leftWaiting && <LeftWaiting />}
      {waitingFor(me).map((proposal) => (
        <Waiting key={proposal.id} proposal={proposal} rounds={me.rounds} />
      ))}
      {rounds[0] && main && <RoundNow round={rounds[0].round} main={main} />}
      {rounds.map(({ round, doors }, index) => (
        <RoundDoors key={round.id} round={round} doors={doors.filter((door) => door !== main)} titled={index > 0} />
      ))}
      {mayPrepare && (rounds.length > 0 ? <PrepareDoor /> : <NothingYet />)}
      {rounds.length === 0 && !mayPrepare && (
        <View className="home-lead mt-5">现在没有要您办的事。到村里可以扫公示栏上的码。</View>
      )}
      {!roles.includes('officer') && <CardWay />}
      {home.typing && <View className="mt-4 quiet">这台设备不能扫码，请在手机微信里扫。</View>}
      {home.trouble && (
        <View className="mt-4">
          <Notice title="没有打开">{home.trouble}</Notice>
        </View>
      )}
    </Screen>
  )
}

/** Whoever is no officer may help a villager with a household card; one that waits for a signal is not forgotten here. */
function CardWay() {
  const waits = drawerThatWaits() === 'card'
  const open = () => (waits ? go('survey/questions/index', { by: 'card' }) : go('survey/card/index'))
  return (
    <View className="mt-5 center">
      <TextButton onPress={open}>
        {waits ? '1 份户码答卷还没有交上，点这里再交' : '帮没有智能手机的村民填：凭户码代填'}
      </TextButton>
    </View>
  )
}

/** Typed without a signal, and not opened since: one touch, and it goes out. */
function LeftWaiting() {
  return (
    <View className="home-waiting">
      <Card>
        <Row
          tall
          strong
          title="有东西还没传上去"
          note="上次在村里存在这部手机里的，点这里上传。"
          label="有东西还没传上去，点这里上传"
          end={<Icon name="upload" size={22} className="amber" />}
          onPress={() => go('inspect/outbox/index')}
        />
      </Card>
    </View>
  )
}

/** 等您同意: a second person is wanted. */
function Waiting({ proposal, rounds }: { proposal: Proposal; rounds: Round[] }) {
  const what = proposalInWords(proposal, rounds)
  return (
    <View className="home-waiting">
      <Card>
        <Row
          tall
          strong
          title="等您同意"
          note={`${proposal.byName}提请${what}`}
          label={`等您同意：${proposal.byName}提请${what}`}
          end={<Icon name="pen" size={22} className="amber" />}
          onPress={() => openProposal(proposal)}
        />
      </Card>
    </View>
  )
}

/** The newest round this person has to do with; its main page is the button. */
function RoundNow({ round, main }: { round: Round; main: Door }) {
  return (
    <View className="home-now">
      <View className="number" {...aria({ role: 'heading' })}>
        {nameOf(round)}
      </View>
      <View className="home-lead">{`${dayInWords(round.day)}，${roundStateInWords[round.state]}`}</View>
      <View className="quiet mt-2">{`${main.title}：${main.note}`}</View>
    </View>
  )
}

/** What lies between rounds, and before the first. */
function PrepareDoor() {
  return (
    <View className="mt-5">
      <Card>
        <Row tall strong title="筹备" note="人员、村、方案，下一次拉练" onPress={prepare} />
      </Card>
    </View>
  )
}

function NothingYet() {
  return (
    <View className="home-now">
      <View className="number" {...aria({ role: 'heading' })}>
        还没有拉练
      </View>
      <View className="home-lead">先登记人员，再准备村、方案和路线。</View>
    </View>
  )
}

function PrepareButton() {
  return <MainButton onPress={prepare}>开始筹备</MainButton>
}

function prepare(): void {
  go('prepare/index')
}

function RoundDoors({ round, doors, titled }: { round: Round; doors: Door[]; titled: boolean }) {
  if (doors.length === 0) return null
  const rows = (
    <Card>
      {doors.map((door) => (
        <Row key={door.page} tall strong title={door.title} note={door.note} onPress={() => open(door)} />
      ))}
    </Card>
  )
  if (!titled) return <View className="mt-5">{rows}</View>
  return (
    <Section title={nameOf(round)} remark={`${dayInWords(round.day)}，${roundStateInWords[round.state]}`}>
      {rows}
    </Section>
  )
}

function nameOf({ rehearsal, number }: Round): string {
  return `${rehearsal ? '演练：' : ''}第 ${number} 次拉练`
}

function MainDock({ main, home }: { main: Door; home: Home }) {
  return (
    <View className="line">
      <MainButton kind="outline" narrow icon="code" label="扫村里的二维码" onPress={home.scanCode}>
        扫码
      </MainButton>
      <MainButton onPress={() => open(main)}>{main.verb}</MainButton>
    </View>
  )
}

function ScanButton({ scanCode }: Home) {
  return (
    <MainButton icon="code" onPress={scanCode}>
      扫村里的二维码
    </MainButton>
  )
}

function open({ page, roundId }: Door): void {
  go(page, { round: roundId })
}
