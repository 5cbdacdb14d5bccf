import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { useNow } from '../../client/use-now'
import { Card, Row } from '../../components/card'
import { isOpenToAppeal } from '../../components/deduction-state'
import { Icon } from '../../components/icon'
import { timeLeft } from '../../components/time-left'
import type { Notice } from './doors'

/** What a village officer is asked to answer, and how long there is for it. `ahead`: the server's clock less the phone's. */
export function Notices({ notices, ahead }: { notices: readonly Notice[]; ahead: number }) {
  const confirmed = notices.filter(({ state }) => state === 'confirmed')
  const now = useNow(confirmed.length > 0) + ahead
  const open = confirmed.filter((one) => isOpenToAppeal({ ...one, now }))
  return (
    <>
      {byVillage(open).map(({ roundId, villageId, villageName, count, until }) => {
        const asked = `${villageName} · ${count} 条扣分等您回应`
        const left = `${timeLeft(until, now)}，不申诉即视为认可`
        return (
          <View key={`${roundId} ${villageId}`} className="home-waiting">
            <Card>
              <Row
                tall
                strong
                title={asked}
                note={left}
                label={`${asked}，${left}`}
                end={<Icon name="clock" size={22} className="amber" />}
                onPress={() => go('office/deductions/index', { round: roundId, village: villageId })}
              />
            </Card>
          </View>
        )
      })}
    </>
  )
}

type Asked = Pick<Notice, 'roundId' | 'villageId' | 'villageName'> & { count: number; until: number }

/** `until`: when the first of them can no longer be answered. */
function byVillage(open: readonly Notice[]): Asked[] {
  const asked = new Map<string, Asked>()
  for (const { roundId, villageId, villageName, appealUntil } of open) {
    const before = asked.get(`${roundId} ${villageId}`) ?? {
      roundId,
      villageId,
      villageName,
      count: 0,
      until: Infinity,
    }
    const until = Math.min(before.until, appealUntil ?? Infinity)
    asked.set(`${roundId} ${villageId}`, { ...before, count: before.count + 1, until })
  }
  return [...asked.values()]
}
