import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Card, Row } from '../../components/card'
import { Icon } from '../../components/icon'
import { Notice } from '../../components/notice'
import { TextButton } from '../../components/text-button'
import { momentInWords } from '../clock-words'
import type { RouteView } from './use-route'

/** What is new since this inspector last looked: changes of the day, and deductions that wait for their word. */
export function DayNews({ roundId, changes, acknowledge, toConfirm }: DayNewsProps) {
  return (
    <>
      {changes.length > 0 && (
        <View className="route-part">
          <Notice title={changes.length > 1 ? `今天的安排有 ${changes.length} 处变动` : '今天的安排有变动'}>
            {changes.slice(0, MOST).map(({ id, at, text, reason }) => (
              <View className="route-change" key={id}>
                {`${text}：${reason} · ${momentInWords(at)}`}
              </View>
            ))}
            {changes.length > MOST && (
              <View className="route-change">{`还有更早的 ${changes.length - MOST} 处。`}</View>
            )}
            <TextButton onPress={acknowledge}>知道了</TextButton>
          </Notice>
        </View>
      )}
      {toConfirm > 0 && (
        <View className="route-part">
          <Card>
            <Row
              strong
              lead={<Icon name="pen" size={22} className="amber" />}
              title={`有 ${toConfirm} 条扣分等您确认`}
              note="没人确认的，收卷时失效"
              label={`有 ${toConfirm} 条扣分等您确认`}
              onPress={() => go('inspect/deduct/index', { round: roundId })}
            />
          </Card>
        </View>
      )}
    </>
  )
}

/** More than these nobody reads at once. */
const MOST = 4

type DayNewsProps = Pick<RouteView, 'roundId' | 'changes' | 'acknowledge' | 'toConfirm'>
