import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Bar } from '../../components/bar'
import { Card, Row } from '../../components/card'
import { Icon } from '../../components/icon'
import type { SealingProgress, SealingStep } from '../../contract/round'

/** The sealing job's seven steps by name. It stands where it stands when the page is left, and goes on when one is back, or by the timer. */
export function SealingSteps({ progress }: { progress: SealingProgress | null }) {
  const done = progress?.done ?? 0
  const of = progress?.of ?? steps.length
  return (
    <View className="mt-4">
      <View className="apart" {...aria({ role: 'status', live: 'polite' })}>
        <View className="title">正在封存</View>
        <View className="small quiet">{`${done} / ${of} 步`}</View>
      </View>
      <View className="mt-2">
        <Bar part={done / of} big />
      </View>
      <Card className="mt-3">
        {steps.map(({ step, title }, index) => (
          <Row
            key={step}
            lead={
              index < done ? (
                <Icon name="tick" size={22} className="jade" />
              ) : (
                <View className={index === done ? 'sealing-dot sealing-now' : 'sealing-dot'} />
              )
            }
            strong={index === done}
            title={title}
          />
        ))}
      </Card>
      <View className="small quiet mt-3">
        离开这一页也不要紧：有人回来就接着办，没人回来，十几分钟内系统自己接着办。删除以前出了错，会退回收卷，数据不丢。
      </View>
    </View>
  )
}

const words: Record<SealingStep, string> = {
  freeze: '锁定评分表、答卷和扣分',
  compute: '算分、排名次',
  draw: '反复抽样，看名次稳不稳',
  write: '写下榜单和两份存档',
  readBack: '读回来重算一遍，核对一致',
  delete: '删除原始答卷和密钥',
  shuffle: '打乱留言的次序',
  done: '完成',
}

const steps = (Object.keys(words) as SealingStep[]).map((step) => ({ step, title: words[step] }))
