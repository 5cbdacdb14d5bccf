import { Text, View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Fact, Facts } from '../../components/facts'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Press } from '../../components/press'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { TextButton } from '../../components/text-button'
import { type ErrorCode, errors } from '../../contract/errors'
import type { SurveyForm } from '../../contract/member'
import { Keyboard } from './keyboard'
import { type CardEntry, type CardStand, useCard } from './use-card'
import './index.css'

const TITLE = '凭户码代填'

/** For those without a smartphone: the code of an unnamed card, on anybody's phone, then the same questions. */
export default function CardPage() {
  const entry = useCard()
  const { stand } = entry
  if (stand.kind === 'begun') return <Begun {...entry} answered={stand.answered} />
  if (stand.kind === 'good') return <GoodCard {...entry} form={stand.form} noRandom={stand.noRandom} />
  return <CodeEntry {...entry} stand={stand} />
}

function CodeEntry(entry: CardEntry & { stand: Exclude<CardStand, { kind: 'begun' | 'good' }> }) {
  const { stand, code, clear, checkAgain } = entry
  const refused = stand.kind === 'typing' ? stand.refused : undefined
  const count = code.groups.join('').length
  return (
    <Screen title={TITLE}>
      <View className="card-lead" {...aria({ role: 'heading' })}>
        照纸条输入户码
      </View>
      <View className="card-groups" {...aria({ role: 'group', label: '户码，三组，每组四个' })}>
        {code.groups.map((group, index) => (
          <Press
            key={String(index)}
            className={index === code.at && count < 12 ? 'card-group card-group-here' : 'card-group'}
            label={group ? `第 ${index + 1} 组，${[...group].join(' ')}，点这里重输` : `第 ${index + 1} 组，还没输`}
            onPress={() => clear(index)}
          >
            <Text>{group || ' '}</Text>
          </Press>
        ))}
      </View>
      <View className="card-hint" {...aria({ live: 'polite' })}>
        {stand.kind === 'checking' ? (
          '正在核对…'
        ) : refused ? (
          <Refused code={refused} again={checkAgain} />
        ) : (
          <Text className="quiet">
            {count === 0 ? '纸条上没有姓名，一张纸条答一份。' : `已输 ${count}/12，哪组输错就点哪组。`}
          </Text>
        )}
      </View>
      <View className="card-space" />
      <Keyboard {...entry} />
    </Screen>
  )
}

function Refused({ code, again }: { code: ErrorCode; again: () => void }) {
  const { title, text } = REFUSALS[code] ?? { title: '现在不能填', text: errors[code] }
  return (
    <Notice title={title}>
      {text}
      {code === 'tryAgain' && (
        <View>
          <TextButton onPress={again}>再核对一次</TextButton>
        </View>
      )}
    </Notice>
  )
}

const REFUSALS: Partial<Record<ErrorCode, { title: string; text: string }>> = {
  unknownCard: { title: '没有这个户码', text: '请对照纸条，哪组不对就点哪组重输。' },
  cardUsed: { title: '这个户码已经用过了', text: '一张纸条答一份。请从袋里另抽一张，点“全清”再输。' },
  hasRole: { title: '这部手机不能代填', text: '村干部的手机不能代填，请换一部手机。' },
  notOpen: { title: '测评还没有开始', text: '纸条请收好，开始以后再输。' },
  closed: { title: '这次测评已经结束', text: '答卷不再收了，谢谢关心。' },
  tryAgain: { title: '没连上', text: '请看看手机有没有信号。' },
}

function GoodCard({ form, noRandom, start }: CardEntry & { form: SurveyForm; noRandom: boolean }) {
  const dock = (
    <MainButton big label="我已满 18 周岁，开始答题" onPress={() => void start(form)}>
      <Text className="nowrap">我已满 18 周岁，</Text>
      <Text className="nowrap">开始答题</Text>
    </MainButton>
  )
  return (
    <Screen title={TITLE} dock={dock} dockBare>
      <SheetHead>
        <View className="apart small quiet card-head">
          <Text className="nowrap">第 {form.roundNumber} 次拉练 · 户码</Text>
          <Text className="nowrap">{form.organiser}</Text>
        </View>
      </SheetHead>
      <View className="card-village" {...aria({ role: 'heading', live: 'polite' })}>
        {form.village.name}
      </View>
      <View className="card-what">村民满意度测评</View>
      {noRandom && (
        <View className="mt-4">
          <Notice kind="error" title="这部手机现在答不了">
            微信版本太低，做不到不记名。请更新微信，或换一部手机输户码。
          </Notice>
        </View>
      )}
      <View className="card-who">
        <View>请把手机交给拿纸条的人，</View>
        <View>或者他说一句，您点一下。</View>
      </View>
      <View className="mt-4">
        <Facts>
          <Fact icon="anonymous" title="不记名" text="纸条是从袋里抽的，谁答的没人知道" />
          <Fact icon="clock" title="约 1 分钟" text={`${form.questions.length} 道题，点一下就答一道`} />
          <Fact icon="lock" title="答完不留" text="交上以后，这部手机里什么都不剩" />
        </Facts>
      </View>
    </Screen>
  )
}

/** What was begun before may be somebody else's: nothing of it is shown. */
function Begun({ answered, goOn, anotherOne }: CardEntry & { answered: number }) {
  const dock = (
    <>
      <MainButton big onPress={goOn}>
        继续答上一张
      </MainButton>
      <View className="center">
        <TextButton onPress={anotherOne}>不答了，删掉它，换一张</TextButton>
      </View>
    </>
  )
  return (
    <Screen title={TITLE} dock={dock} dockBare>
      <View className="number mt-4" {...aria({ role: 'heading' })}>
        上一张还没有答完
      </View>
      <View className="card-who">答了 {answered} 题，没有交。删掉以后，那张纸条还可以再用。</View>
    </Screen>
  )
}
