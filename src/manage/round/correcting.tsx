import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'

/** 改正录入: the way to what is on record, while it may be corrected. */
export function Correcting({ roundId }: { roundId: string }) {
  return (
    <Section title="录入有错">
      <Card>
        <Row
          title="改正录入"
          note="实测数、示范目标的名称和难度系数；两人同意才改"
          onPress={() => go('manage/correct/index', { round: roundId })}
        />
      </Card>
    </Section>
  )
}
