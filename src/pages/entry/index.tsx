import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { typeSize } from '../../client/device'
import { go, replace } from '../../client/navigate'
import { inviteOfThisPage, withInvite } from '../../client/scanned-code'
import { drawerThatWaits } from '../../client/survey-answers'
import { aria } from '../../components/aria'
import { Fact, Facts } from '../../components/facts'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { TextButton } from '../../components/text-button'
import type { SurveyForm } from '../../contract/member'
import { dayInWords } from '../../domain/shanghai-clock'
import type { Cover } from './cover'
import { type Entry, sendFirst, useEntry } from './use-entry'
import './index.css'

/** A browser has no scanner we could promise. */
const canScan = process.env.TARO_ENV === 'weapp'

/** Every code leads here; whoever is no villager is shown on. The cover of the survey: whose it is, and start. */
export default function EntryPage() {
  const [waits] = useState(() => drawerThatWaits() === 'own')
  const [invite] = useState(inviteOfThisPage)
  useEffect(() => {
    if (waits) sendFirst()
    else if (invite) replace('join/bind/index', withInvite(invite))
  }, [waits, invite])
  return waits || invite ? <CoverSkeleton /> : <EntryCover />
}

function EntryCover() {
  const entry = useEntry()
  const { cover, screen } = entry
  if (screen === 'loading') return <CoverSkeleton />
  // With large type nothing but the button lies over what is read; the rest comes after it.
  const large = typeSize() === 'large'
  const rest = cover && <CoverRest {...cover} />
  const hasButton = cover?.stand.kind !== 'refused' || cover.stand.code === 'hasRole'
  const dock = cover && (hasButton || !large) && (
    <>
      {!large && <CoverCloses {...cover} />}
      <CoverButton {...entry} cover={cover} />
      {!large && rest}
    </>
  )
  return (
    <Screen title="乡村振兴拉练" state={screen} dock={dock} dockBare>
      {cover && (
        <>
          <CoverSheet {...entry} cover={cover} />
          {large && (
            <View className="cover-rest">
              <CoverCloses {...cover} />
              {rest}
            </View>
          )}
        </>
      )}
    </Screen>
  )
}

function CoverSheet({ cover, noRandom, notACode, scanAgain }: Entry & { cover: Cover }) {
  const { form, stand, counted, village } = cover
  return (
    <>
      <SheetHead>
        <View className="apart small quiet cover-head">
          <Text className="nowrap">
            {form ? `第 ${form.roundNumber} 次拉练 · ${monthInWords(form.closesDay)}` : '一村一码'}
          </Text>
          <Text className="nowrap cover-organiser">{form?.organiser}</Text>
        </View>
      </SheetHead>
      <View className="cover-village" {...aria({ role: 'heading' })}>
        {village}
      </View>
      <View className="cover-what">村民满意度测评</View>
      {noRandom && (
        <View className="mt-5">
          <Notice kind="error" title="这部手机现在答不了">
            微信版本太低，做不到不记名。请更新微信，或换一部手机扫码。
          </Notice>
        </View>
      )}
      {stand.kind === 'refused' ? (
        <View className="mt-5">
          <Notice title={stand.title}>{stand.text}</Notice>
        </View>
      ) : (
        <>
          {!counted ? (
            <View className="mt-5">
              <Notice title="您是从图片打开的">
                这份答卷会看，但不计入得分。要计分，请扫村里公示栏上的码，或请评委出示现场码。
                {canScan && (
                  <View>
                    <TextButton onPress={scanAgain}>
                      {notACode ? '扫到的不是村里的码，再扫一次' : '现在就扫'}
                    </TextButton>
                  </View>
                )}
              </Notice>
            </View>
          ) : (
            <View className="cover-lead">
              {leadOf(cover).map((line) => (
                <View key={line}>{line}</View>
              ))}
            </View>
          )}
          {form && <CoverFacts form={form} />}
        </>
      )}
    </>
  )
}

function CoverFacts({ form }: { form: SurveyForm }) {
  return (
    <View className="mt-5">
      <Facts>
        <Fact icon="anonymous" title="不记名" text="不登录，不留姓名，不定位" />
        <Fact icon="clock" title="约 1 分钟" text={`${form.questions.length} 道题，点一下就答一道`} />
        <Fact mark="18" title="年满 18 周岁" text="一个微信，每次拉练答一份" />
      </Facts>
    </View>
  )
}

/** Two lines, broken where one would breathe. */
function leadOf({ stand, form }: Cover): [string, string] {
  switch (stand.kind) {
    case 'goOn':
      return [`${form?.questions.length} 道题，上次答了 ${stand.answered} 道，`, '都在这部手机里。']
    case 'again':
      return ['您已经填过了。改主意了，', '可以从头再答，替换上一份。']
    default:
      return ['这半年村里变好了没有，', '请您说一说。']
  }
}

/** The one thing to do; of a refusal there is nothing, but for those who have a page of their own. */
function CoverButton({ cover: { stand }, start, goOn, home }: Entry & { cover: Cover }) {
  switch (stand.kind) {
    case 'start':
      return <AdultButton onPress={start}>开始答题</AdultButton>
    case 'again':
      return <AdultButton onPress={start}>重新作答</AdultButton>
    case 'goOn':
      return (
        <>
          <MainButton big onPress={goOn}>
            继续答题
          </MainButton>
          <View className="center">
            <TextButton onPress={start}>从头再答</TextButton>
          </View>
        </>
      )
    case 'refused':
      if (stand.code !== 'hasRole') return null
      return (
        <MainButton kind="outline" big onPress={home}>
          回首页
        </MainButton>
      )
  }
}

function CoverCloses({ form, stand }: Cover) {
  if (stand.kind === 'refused')
    return stand.code === 'hasRole' ? null : <View className="cover-closes quiet">可以关掉这一页了</View>
  return <View className="cover-closes small quiet">{form && `${dayInWords(form.closesDay)}收卷，当晚揭榜`}</View>
}

/** For neighbours without a smartphone: any phone will do while the survey is open, also one whose account has answered. */
function CoverRest({ form, stand }: Cover) {
  if (!form || stand.kind === 'goOn') return null
  return (
    <View className="center">
      <TextButton onPress={() => go('survey/card/index')}>没有智能手机？凭户码代填</TextButton>
    </View>
  )
}

/** With large type it breaks after the comma. */
function AdultButton({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <MainButton big label={`我已满 18 周岁，${children}`} onPress={onPress}>
      <Text className="nowrap">我已满 18 周岁，</Text>
      <Text className="nowrap">{children}</Text>
    </MainButton>
  )
}

/** The cover's shape while the one call is under way. */
function CoverSkeleton() {
  return (
    <Screen title="乡村振兴拉练">
      <View {...aria({ role: 'status', label: '正在打开' })}>
        <SheetHead>
          <View className="cover-line skeleton-bar" />
        </SheetHead>
        <View className="cover-line cover-line-village skeleton-bar" />
        <View className="cover-line cover-line-what skeleton-bar" />
        <View className="cover-line cover-line-fact skeleton-bar" />
        <View className="cover-line cover-line-fact skeleton-bar" />
        <View className="cover-line cover-line-fact skeleton-bar" />
      </View>
    </Screen>
  )
}

/** 2025 年 3 月 */
function monthInWords(day: string): string {
  const [year, month] = day.split('-').map(Number)
  return `${year} 年 ${month} 月`
}
