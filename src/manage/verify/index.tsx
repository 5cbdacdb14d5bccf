import { Text, View } from '@tarojs/components'
import { copyAddress } from '../../client/copy-text'
import { back } from '../../client/navigate'
import { shanghaiDay } from '../../client/shanghai-day'
import { aria } from '../../components/aria'
import { Card, Section } from '../../components/card'
import { DigestLine } from '../../components/digest-line'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { TextButton } from '../../components/text-button'
import { dayInWords, shanghaiClock } from '../../domain/shanghai-clock'
import type { Line } from './compare'
import './index.css'
import { type Step, steps, useVerify, type Verdict, type Verifying } from './use-verify'

/** 本机验算: this phone recomputes the announced ranking from the public edition and says whether it agrees. */
export default function VerifyPage() {
  const verifying = useVerify()
  const { verdict, again } = verifying
  return (
    <Screen
      title="本机验算"
      broad
      dock={
        verdict &&
        (verdict.kind === 'agrees' ? (
          <MainButton kind="outline" onPress={back}>
            回到榜单
          </MainButton>
        ) : (
          <MainButton onPress={again}>再算一次</MainButton>
        ))
      }
    >
      {verdict ? <Told verdict={verdict} /> : <Working {...verifying} />}
    </Screen>
  )
}

const STEP_WORDS: Record<Step, string> = {
  download: '取公开版',
  read: '逐项核对格式',
  compute: '照规则重算名次',
  digest: '重算摘要',
}

function Working({ doing, bytes }: Verifying) {
  const at = steps.indexOf(doing)
  return (
    <>
      <View className="title mt-4" {...aria({ role: 'status', live: 'polite' })}>
        正在验算：{STEP_WORDS[doing]}
      </View>
      <View className="verify-track mt-3">
        <View className="verify-runner" />
      </View>
      <Card className="mt-4">
        {steps.map((step, i) => (
          <View className={i > at ? 'verify-step quiet' : 'verify-step'} key={step}>
            <View className="verify-sign jade">{i < at && <Icon name="tick" size={20} />}</View>
            <Text className={i === at ? 'grow strong' : 'grow'}>{STEP_WORDS[step]}</Text>
            <Text className="small quiet">{stepState(step, i - at, bytes)}</Text>
          </View>
        ))}
      </Card>
      <View className="small quiet mt-3">
        在这部手机上照公开的规则重算一遍，不用信服务器。要几秒钟，旧手机久一些，可以放着等。
      </View>
    </>
  )
}

function stepState(step: Step, ahead: number, bytes: number | null): string {
  if (ahead > 0) return '等着'
  if (ahead === 0) return '正在做'
  return step === 'download' && bytes !== null ? `${Math.ceil(bytes / 1024)} KB` : '好了'
}

function Told({ verdict }: { verdict: Verdict }) {
  if (verdict.kind === 'cannot')
    return (
      <View {...aria({ role: 'status' })}>
        <View className="hero mt-4">不能验算</View>
        <View className="mt-2">{verdict.why}</View>
        <View className="small quiet mt-3">没有算成，不说明榜单对还是错。</View>
      </View>
    )
  return verdict.kind === 'agrees' ? <Agrees verdict={verdict} /> : <Differs verdict={verdict} />
}

type Compared = { verdict: Exclude<Verdict, { kind: 'cannot' }> }

function Agrees({ verdict }: Compared) {
  const { board, comparison } = verdict
  return (
    <>
      <View className="verify-head mt-4" {...aria({ role: 'status' })}>
        <View className="verify-tick jade">
          <Icon name="tick" size={28} />
        </View>
        <Text className="hero">一致</Text>
      </View>
      <View className="mt-2">
        这部手机用公开版重算了第 {board.round.number} 次拉练：{comparison.lines.length}{' '}
        个村的名次、总分和四卷得分，都和公布的榜单一样，摘要也对得上。
      </View>
      <Lines lines={comparison.lines} />
      <Digests verdict={verdict} />
    </>
  )
}

function Differs({ verdict }: Compared) {
  const { differences, lines } = verdict.comparison
  return (
    <>
      <View className="hero alarm mt-4" {...aria({ role: 'alert' })}>
        不一致
      </View>
      <View className="mt-2">
        这部手机用公开版重算，和公布的榜单对不上。请再算一次；还是这样，请把这一页给管理员看。
      </View>
      <View className="mt-3">
        <Notice kind="error" title={`${differences.length} 处不同`}>
          {differences.map((difference) => (
            <View key={difference}>{difference}</View>
          ))}
        </Notice>
      </View>
      <Lines lines={lines} />
      <Digests verdict={verdict} />
    </>
  )
}

/** What was announced and what this phone came to, side by side. */
function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <Section title="逐村对照" remark="榜单 · 重算">
      <Card>
        {lines.map(({ villageId, name, announced, recomputed, agrees }) => (
          <View className="verify-line" key={villageId}>
            <View className="apart">
              <Text className="strong">{name}</Text>
              <Text className={agrees ? 'small jade' : 'small alarm strong'}>{agrees ? '一样' : '不同'}</Text>
            </View>
            <View className="apart small">
              <Text className="quiet">榜单 {announced}</Text>
              <Text className={agrees ? 'quiet' : ''}>重算 {recomputed}</Text>
            </View>
          </View>
        ))}
      </Card>
    </Section>
  )
}

/** The board's digest is over every card and answer, which only the audit edition holds; the audit's is no part of it. */
function Digests({ verdict: { board, file, digest } }: Compared) {
  return (
    <Section title="摘要">
      <View className="small quiet">公布的榜单，连着每张评分表和每份答卷；公开版里写着出自它</View>
      <DigestLine digest={board.digest} />
      <View className="small quiet mt-2">公开版，这部手机刚算的</View>
      <DigestLine digest={digest} />
      <TextButton onPress={() => void copyAddress(file)}>复制公开版下载地址，在电脑上也能重算</TextButton>
      {board.auditLog && (
        <>
          <View className="small quiet mt-2">
            操作记录，到 {dayInWords(shanghaiDay(board.auditLog.until))} {shanghaiClock(board.auditLog.until)} 共{' '}
            {board.auditLog.count} 条；和通报上印的一样，就没有改过、少过、多过一条
          </View>
          <DigestLine digest={board.auditLog.head} />
        </>
      )}
    </Section>
  )
}
