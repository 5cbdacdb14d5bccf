import { Text, View } from '@tarojs/components'
import { type ComponentType, useState } from 'react'
import { launch } from '../../src/client/device'
import { AnswerButton, Answers } from '../../src/components/answer-button'
import { Bar } from '../../src/components/bar'
import { Card, Row, Section } from '../../src/components/card'
import { CardProgress } from '../../src/components/card-progress'
import { Icon } from '../../src/components/icon'
import { IndicatorCard, LockedFact } from '../../src/components/indicator-card'
import { MainButton } from '../../src/components/main-button'
import { MarkNote, SavedLine } from '../../src/components/mark-note'
import { MarkStepper } from '../../src/components/mark-stepper'
import { Notice } from '../../src/components/notice'
import { Press } from '../../src/components/press'
import { Dumbbell, Interval } from '../../src/components/range-lines'
import { Band, ProgressRow, RankColumns, RankRow } from '../../src/components/rank-row'
import { RouteLine, type RouteStop } from '../../src/components/route-line'
import { Ruler } from '../../src/components/ruler'
import { Screen } from '../../src/components/screen'
import { Segments, Switch } from '../../src/components/segments'
import { SheetHead } from '../../src/components/sheet-head'
import { StateChip } from '../../src/components/state-chip'
import { SignLines, StepLine } from '../../src/components/step-line'
import { SumLine, SumSheet } from '../../src/components/sum-sheet'
import { TextButton } from '../../src/components/text-button'
import { ThemeChips } from '../../src/components/theme-chip'

const nothing = () => {}

function Cover() {
  return (
    <Screen
      title=""
      dockBare
      dock={
        <>
          <View className="dock-remark">3 月 28 日收卷，当晚揭榜</View>
          <MainButton big onPress={nothing}>
            我已满 18 周岁，开始答题
          </MainButton>
          <View className="center">
            <TextButton onPress={nothing}>没有智能手机？凭户码代填</TextButton>
          </View>
        </>
      }
    >
      <SheetHead>
        <View className="apart small quiet">
          <Text>第 2 次拉练 · 2025 年 3 月</Text>
          <Text>市委组织部</Text>
        </View>
      </SheetHead>
      <View className="hero mt-5">云溪村</View>
    </Screen>
  )
}

const ANSWERS = ['非常满意', '满意', '基本满意', '不满意', '很不满意']

function Question() {
  const [chosen, setChosen] = useState('满意')
  const question = '您对在家门口找活干、增加收入满意吗？'
  return (
    <Screen
      title="云溪村满意度测评"
      dockBare
      dock={
        <View className="apart">
          <TextButton plain icon="back" onPress={nothing}>
            上一题
          </TextButton>
          <Text className="small quiet">点了就到下一题</Text>
        </View>
      }
    >
      <Text className="small quiet mt-2">第 3 题，共 10 题</Text>
      <View className="mt-5" style="font-size:var(--t-question);line-height:var(--l-question);font-weight:600">
        {question}
      </View>
      <View className="grow" />
      <Answers question={question}>
        {ANSWERS.map((answer) => (
          <AnswerButton key={answer} chosen={answer === chosen} onPress={() => setChosen(answer)}>
            {answer}
          </AnswerButton>
        ))}
        <AnswerButton unsure chosen={chosen === '不了解'} onPress={() => setChosen('不了解')}>
          不了解
        </AnswerButton>
      </Answers>
    </Screen>
  )
}

function Thanks() {
  return <Screen title="云溪村满意度测评" state={{ done: '已收到', text: '您的答卷已经存好，谢谢。' }} />
}

const STOPS: RouteStop[] = [
  {
    id: 'V01',
    time: '8:00',
    village: '云溪村',
    themes: ['red', 'green', 'gold', 'heritage'],
    note: '8:03 到，8:47 离开',
    place: 'been',
    card: 'submitted',
    onPress: nothing,
  },
  {
    id: 'V02',
    time: '9:10',
    village: '清港村',
    themes: ['green'],
    note: '9:12 到，9:58 离开',
    place: 'been',
    card: 'submitted',
    onPress: nothing,
  },
  {
    id: 'V03',
    time: '10:20',
    village: '金沙村',
    themes: ['gold', 'green'],
    note: '10:26 到，11:09 离开',
    place: 'been',
    card: 'waiting',
    onPress: nothing,
  },
  {
    id: 'V04',
    time: '11:30',
    village: '淳风村',
    themes: [],
    note: '11:34 到 · 淳化乡',
    place: 'here',
    card: 'draft',
    done: 9,
    of: 15,
    onPress: nothing,
  },
  {
    id: 'V05',
    time: '12:40',
    village: '巧云村',
    themes: ['red', 'gold'],
    note: '新湖街道，与您同区',
    place: 'recused',
    card: 'recused',
  },
  {
    id: 'V06',
    time: '13:50',
    village: '归贤村',
    themes: ['gold', 'red'],
    note: '梅岭镇，约 21 公里',
    place: 'ahead',
    card: 'notArrived',
    onPress: nothing,
  },
  {
    id: 'V07',
    time: '15:00',
    village: '桥头村',
    themes: ['gold'],
    note: '道路施工，改日再看',
    place: 'cancelled',
    card: 'cancelled',
  },
  {
    id: 'V08',
    time: '16:10',
    village: '红林村',
    themes: ['red', 'green'],
    note: '青山乡，约 34 公里',
    place: 'ahead',
    card: 'notArrived',
    onPress: nothing,
  },
]

function Route() {
  return (
    <Screen
      title="今日路线"
      offline={{ waiting: 3, onOpen: nothing }}
      dock={<MainButton onPress={nothing}>继续给淳风村评分</MainButton>}
    >
      <View className="apart" style="border-bottom:2px solid var(--ink);padding:8px 0 10px">
        <View>
          <Text className="title">第 2 次拉练</Text>
          <Text className="small quiet ml-2">3 月 28 日 周五</Text>
        </View>
        <StateChip tone="jade" icon="tick">
          资料已下载
        </StateChip>
      </View>
      <RouteLine stops={STOPS} />
    </Screen>
  )
}

function Arrival() {
  return (
    <Screen
      title="到点"
      dock={
        <View className="dock-pair">
          <MainButton kind="outline" narrow icon="code" onPress={nothing}>
            现场码
          </MainButton>
          <MainButton onPress={nothing}>给淳风村评分</MainButton>
        </View>
      }
    >
      <SheetHead>
        <View className="line">
          <View className="number grow">淳风村</View>
          <ThemeChips themes={['red']} />
        </View>
        <View className="small quiet">西岭区淳化乡，距村委会约 180 米</View>
        <View className="line mt-1">
          <StateChip tone="jade" icon="tick">
            11:34 已到点
          </StateChip>
          <Text className="small quiet ml-2">计划 11:30</Text>
        </View>
      </SheetHead>
      <Section title="上次的问题，今天看" remark="2 条未销号">
        <Card>
          <Row title="文化广场健身器材松动，缺螺栓" onPress={nothing}>
            <View className="line mt-1">
              <StateChip tone="alarm" icon="warning" wash>
                逾期 47 天
              </StateChip>
              <Text className="small quiet ml-2">期限 2 月 9 日</Text>
            </View>
          </Row>
          <Row title="入村路口标语脱落两个字">
            <View className="line mt-1">
              <StateChip tone="amber" icon="clock" wash>
                已整改，待现场核
              </StateChip>
            </View>
          </Row>
        </Card>
      </Section>
    </Screen>
  )
}

const TITLE = '村民议事与“五共”'

function Scorecard() {
  const { mark: given } = launch().query
  const [mark, setMark] = useState<number | null>(given === 'none' ? null : Number(given ?? 3.5))
  const [note, setNote] = useState('')
  const [segment, setSegment] = useState<'common' | 'demonstration' | 'deductions' | 'findings'>('common')
  return (
    <Screen
      title="淳风村评分表"
      offline={{ waiting: 3, onOpen: nothing }}
      top={
        <Segments
          choices={[
            { key: 'common', label: '共性', count: '8/12' },
            { key: 'demonstration', label: '示范', count: '1/3' },
            { key: 'deductions', label: '扣分' },
            { key: 'findings', label: '亮点问题' },
          ]}
          chosen={segment}
          onChoose={setSegment}
        />
      }
      dock={
        <CardProgress done={9} of={15}>
          <MainButton onPress={nothing}>下一个未评</MainButton>
        </CardProgress>
      }
    >
      <View className="mt-1" />
      <IndicatorCard action="治理提升行动" full={4} title={TITLE}>
        <Ruler
          title={TITLE}
          mark={mark}
          full={4}
          step={0.5}
          anchors={[
            { mark: 4, text: '共谋共建共管共评共享有实例' },
            { mark: 2, text: '有议事会' },
            { mark: 0, text: '干部定、群众看' },
          ]}
          onMark={setMark}
        />
        <MarkStepper title={TITLE} mark={mark} full={4} step={0.5} onMark={setMark} />
        <MarkNote title={TITLE} note={note} needed={mark === 0 || mark === 4} onNote={setNote} onPhoto={nothing} />
        <SavedLine saved="waiting" undo={{ title: TITLE, from: '3', to: '3.5', onPress: () => setMark(3) }} />
      </IndicatorCard>
      <LockedFact
        action="治理提升行动"
        full={4}
        title="矛盾纠纷化解与平安"
        fact="半年到镇以上信访 0 件"
        mark="4"
        onSource={nothing}
      />
      <IndicatorCard action="治理提升行动" full={10} title="还没有评的">
        <Ruler
          title="还没有评的"
          mark={null}
          full={10}
          step={0.5}
          anchors={[
            { mark: 10, text: '全村都在用，年年有账可查，有三户以上说得出具体变化的例子' },
            { mark: 6, text: '一半以上的户在用' },
            { mark: 3, text: '有牌子，有台账' },
            { mark: 0, text: '没有做' },
          ]}
          onMark={nothing}
        />
        <MarkStepper title="还没有评的" mark={null} full={10} step={0.5} onMark={nothing} />
      </IndicatorCard>
    </Screen>
  )
}

function Submit() {
  return (
    <Screen
      title="核对并提交"
      dock={
        <>
          <View className="dock-remark">收卷前都能改，每次修改留痕</View>
          <MainButton onPress={nothing}>去补 1 条理由</MainButton>
        </>
      }
    >
      <SheetHead open>
        <View className="apart">
          <Text className="title">淳风村</Text>
          <Text className="small quiet">评委 罗建华 · 15/15 已评</Text>
        </View>
      </SheetHead>
      <Notice title="还差 1 条理由">“党支部战斗堡垒作用”打了满分 5，请写一句为什么。</Notice>
      <SumSheet title="共性目标" remark="80.5 / 100 × 40" sum="32.20">
        <SumLine name="评判 12 项" figure="41.5" rest="/ 50" />
        <SumLine name="实测 13 项" figure="39" rest="/ 50" />
      </SumSheet>
      <SumSheet title="示范目标" remark="22.3 / 30 × 30" sum="22.30">
        <SumLine name="党员积分与村民积分互通" figure="7.5" rest="× 1.0" />
        <SumLine name="“五共”议事年解决实事 20 件" figure="7" rest="× 0.9" />
        <SumLine name="红白理事会覆盖全村" figure="8.5" rest="× 1.0" />
      </SumSheet>
    </Screen>
  )
}

const BOARD_TABS = [
  { key: 'total', label: '总分' },
  { key: 'progress', label: '进步' },
  { key: 'papers', label: '四卷' },
  { key: 'survey', label: '满意度' },
] as const

const papers = (common: number, demonstration: number, survey: number, deducted = 0) => [
  { value: common.toFixed(2), part: common / 40 },
  { value: demonstration.toFixed(2), part: demonstration / 30 },
  { value: survey.toFixed(2), part: survey / 30 },
  { value: deducted ? `−${deducted.toFixed(2)}` : '0', part: deducted / 20, hatched: true },
]

function Board() {
  return (
    <Screen title="第 2 次拉练榜单" top={<Switch choices={BOARD_TABS} chosen="total" onChoose={nothing} />}>
      <RankColumns names={['共性 40', '示范 30', '满意 30', '扣分']} />
      <Band swaps="两村互换的可能 21%">
        <RankRow
          place={1}
          name="红林村"
          moved={2}
          gain="+6.11"
          total="83.37"
          papers={papers(36.05, 22.86, 24.46)}
          onPress={nothing}
        />
        <RankRow
          place={2}
          name="清港村"
          moved={3}
          gain="+5.32"
          total="82.61"
          papers={papers(35.19, 23.45, 23.97)}
          onPress={nothing}
        />
      </Band>
      <Band swaps="相邻互换 41%、37%">
        <RankRow
          place={3}
          name="归贤村"
          moved={-1}
          gain="+2.43"
          total="80.84"
          papers={papers(34.8, 22.03, 24.01)}
          onPress={nothing}
        />
        <RankRow
          place={4}
          name="云溪村"
          moved={0}
          gain="+3.82"
          total="80.57"
          papers={papers(34.56, 22.19, 23.82)}
          onPress={nothing}
        />
      </Band>
      <Band>
        <RankRow
          place={8}
          name="桥头村"
          moved={null}
          gain="+8.05"
          total="64.14"
          papers={papers(30.48, 21.04, 22.62, 10)}
          onPress={nothing}
        />
      </Band>
    </Screen>
  )
}

function Progress() {
  const gains = (...values: number[]) =>
    values.map((gain) => ({ gain, value: `${gain < 0 ? '−' : '+'}${Math.abs(gain).toFixed(2)}` }))
  return (
    <Screen title="第 2 次拉练榜单" top={<Switch choices={BOARD_TABS} chosen="progress" onChoose={nothing} />}>
      <RankColumns names={['共性', '示范', '满意度', '增量']} lastRight />
      <Card>
        <ProgressRow
          place={1}
          name="金沙村"
          from="68.63"
          to="78.29"
          gains={gains(4.09, 3.53, 1.44)}
          gain="+9.06"
          onPress={nothing}
        />
        <ProgressRow
          place={2}
          name="桥头村"
          from="63.49"
          to="64.14"
          gains={gains(1.16, 3.67, 3.22)}
          gain="+8.05"
          onPress={nothing}
        />
        <ProgressRow
          place={6}
          name="归贤村"
          from="78.55"
          to="80.84"
          gains={gains(2.22, -0.81, 1.02)}
          gain="+2.43"
          onPress={nothing}
        />
      </Card>
    </Screen>
  )
}

function Village() {
  return (
    <Screen
      title="云溪村"
      dock={
        <MainButton kind="outline" onPress={nothing}>
          这个分数怎么来的
        </MainButton>
      }
    >
      <SheetHead open>
        <View className="apart">
          <Text className="small quiet">西岭区云溪镇</Text>
          <ThemeChips themes={['red', 'green', 'gold', 'heritage']} />
        </View>
        <View className="apart mt-2">
          <Text className="hero">80.57</Text>
          <Text className="figure">第 4 名</Text>
        </View>
      </SheetHead>
      <Card>
        <Row>
          <View className="apart">
            <Text>共性目标</Text>
            <Text className="title">34.56</Text>
          </View>
          <Dumbbell
            last={83.45}
            now={86.4}
            median={86.7}
            from={60}
            to={100}
            label="共性目标上次 33.38，这次 34.56，中位 34.68"
          />
        </Row>
        <Row>
          <View className="apart">
            <Text>平均</Text>
            <Text className="title">79.38</Text>
          </View>
          <Interval low={76.94} value={79.38} high={81.83} from={60} to={100} label="平均 79.38，区间 76.94 到 81.83" />
        </Row>
        <Row>
          <Text>环境卫生</Text>
          <Bar part={0.813} big />
        </Row>
      </Card>
    </Screen>
  )
}

function Sealing() {
  return (
    <Screen
      title="第 2 次拉练"
      dock={
        <>
          <SignLines
            signs={[
              { act: '提请', by: '王敏（你）' },
              { act: '同意', may: '陈立或赵静' },
            ]}
          />
          <MainButton kind="off">还有 3 条没看</MainButton>
        </>
      }
    >
      <StepLine steps={['草稿', '就绪', '进行', '收卷', '封存', '公布', '归档']} current={4} />
      <View className="apart mt-4 mb-2">
        <Text className="title">封存前要看的</Text>
        <Text className="small quiet">看过 3，还有 3</Text>
      </View>
      <Card>
        <Row
          strong
          lead={<Icon name="warning" size={22} className="amber" />}
          title="2 张评分表离群"
          note="邓小芸给红林村，胡海燕给桥头村；请两位再看一遍，写明理由"
          onPress={nothing}
        />
        <Row
          strong
          lead={<Icon name="warning" size={22} className="amber" />}
          title="熊文静偏严"
          note="与其他评委比；封存时自动校正"
          onPress={nothing}
        />
        <Row
          lead={<Icon name="tick" size={22} className="jade" />}
          title="评分表 71/72"
          note="红林村缺彭志强一张，按 8 人算"
          end={<Text className="small quiet">已看</Text>}
        />
      </Card>
    </Screen>
  )
}

const Loading = () => <Screen title="待上传" state="loading" />
const Empty = () => (
  <Screen
    title="待上传"
    state={{
      empty: '没有要传的',
      text: '在村里打的分，没信号时会先存在这里，有信号自己传。',
      icon: 'upload',
      action: { label: '回到今日路线', onPress: nothing },
    }}
  />
)
const Failed = () => (
  <Screen
    title="待上传"
    state={{
      error: '没有读到今天的路线',
      text: '网络断了。有信号以后再试，已打的分都在这部手机里。',
      action: { label: '再试一次', onPress: nothing },
    }}
  />
)

function Icons() {
  const names = [
    'tick',
    'back',
    'forward',
    'cross',
    'plus',
    'minus',
    'undo',
    'pen',
    'lock',
    'microphone',
    'camera',
    'photo',
    'code',
    'clock',
    'recusal',
    'warning',
    'offline',
    'upload',
    'listen',
    'anonymous',
    'person',
    'people',
    'verified',
    'paper',
    'flag',
    'download',
    'place',
    'tick-bold',
    'cross-bold',
  ] as const
  return (
    <Screen title="图标">
      <View style="display:grid;grid-template-columns:repeat(5,1fr);grid-gap:16px">
        {names.map((name) => (
          <Press key={name} className="center" label={name}>
            <Icon name={name} size={28} />
          </Press>
        ))}
      </View>
    </Screen>
  )
}

export const SCREENS: Record<string, ComponentType> = {
  '01': Cover,
  '02': Question,
  '03': Thanks,
  '04': Route,
  '05': Arrival,
  '06': Scorecard,
  '07': Submit,
  '09': Board,
  '09b': Progress,
  '10': Village,
  '13': Sealing,
  '16a': Loading,
  '16b': Empty,
  '16d': Failed,
  icons: Icons,
}
