import { Text } from '@tarojs/components'
import { Fragment, useState } from 'react'
import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import type { ReviewWarning } from '../../contract/ranking'
import { AskWhy } from './ask-why'
import type { RoundView } from './use-round'
import type { RoundDeeds } from './use-round-deeds'

/** 封存前再看一眼: whom and what, in words, never a figure. A provisional village may be proposed to be ranked all the same. */
export function Review({ view: { review, round }, deeds }: { view: RoundView; deeds: RoundDeeds }) {
  const [asking, setAsking] = useState<string | null>(null)
  if (!review) return null
  return (
    <Section title={round.state === 'closed' ? '封存前再看一眼' : '封存时留意到的'} remark={remarkOn(review)}>
      <Card padded={review.length === 0}>
        {review.length === 0 && <Text className="quiet">评分表、评委和扣分没有要提醒的。</Text>}
        {review.map((one) => {
          const key = `${one.code} ${one.villageId} ${one.inspectorId}`
          const page = round.state === 'closed' ? doors[one.code] : undefined
          return (
            <Fragment key={key}>
              <Row
                strong
                lead={<Icon name="warning" size={22} className="amber" />}
                title={concerning(one)}
                note={one.text}
                {...(page && { onPress: () => go(page, { round: round.id }) })}
                {...(one.mayAccept && {
                  end: <Text className="nowrap">照常排名</Text>,
                  label: `${one.villageName}，${one.text}照常排名`,
                  onPress: () => setAsking(asking === key ? null : key),
                })}
              />
              {one.mayAccept && one.villageId !== null && asking === key && (
                <Accept villageId={one.villageId} name={one.villageName} deeds={deeds} onDone={() => setAsking(null)} />
              )}
            </Fragment>
          )
        })}
      </Card>
    </Section>
  )
}

/** Where something can still be seen to. */
const doors: Partial<Record<ReviewWarning['code'], string>> = {
  cardMissing: 'manage/progress/index',
  appealOpen: 'manage/deductions/index',
  deductionLapsed: 'manage/deductions/index',
}

function Accept({ villageId, name, deeds, onDone }: AcceptProps) {
  return (
    <AskWhy
      what={`${name}按规则要缓评。两人同意，就照现有的评分表和答卷排名次。谁也看不到得分，也不知道会排第几。`}
      title="为什么照常排名"
      placeholder="如：一位评委中途生病，另两位都打完了"
      act="提请照常排名"
      propose={(reason) => deeds.acceptVillage({ villageId, reason })}
      onDone={onDone}
    />
  )
}

type AcceptProps = { villageId: string; name: string; deeds: RoundDeeds; onDone: () => void }

/** 彭志强：红林村; a village or an inspector alone where it concerns no other. */
function concerning({ inspectorName, villageName }: ReviewWarning): string {
  return [inspectorName, villageName].filter((name) => name !== '').join('：')
}

function remarkOn(review: readonly ReviewWarning[]): string {
  return review.length === 0 ? '没有' : '只是提醒，不改分'
}
