import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'

/** 户码: the way to printing them. */
export function HouseholdCards({ roundId }: { roundId: string }) {
  return (
    <Section title="村民答卷">
      <Card>
        <Row
          title="户码"
          note="给没有智能手机的村民：印出来、剪开、装袋抽"
          onPress={() => go('manage/cards/index', { round: roundId })}
        />
      </Card>
    </Section>
  )
}
