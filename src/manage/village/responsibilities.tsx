import { Text, View } from '@tarojs/components'
import { Card, Row, Section } from '../../components/card'
import type { VillageResult } from '../../contract/ranking'
import { dutyName } from '../../domain/duties'

type Responsibility = VillageResult['responsibilities'][number]

/** 谁负责: by duty, as the programme has it recorded. */
export function Responsibilities({ responsibilities }: { responsibilities: readonly Responsibility[] }) {
  return (
    <Section title="谁负责" remark="包联责任">
      <Card padded={responsibilities.length === 0}>
        {responsibilities.length === 0 && <View className="quiet">还没有登记谁负责这个村。</View>}
        {responsibilities.map((one) => (
          <Row
            key={JSON.stringify(one)}
            title={dutyName(one.duty)}
            note={postOf(one)}
            end={<Text className="strong">{one.name}</Text>}
          />
        ))}
      </Card>
    </Section>
  )
}

/** 西岭区，区委组织部部长; a title that only repeats the duty says nothing. */
function postOf({ duty, title, unit }: Responsibility): string {
  return [unit, title === dutyName(duty) ? '' : title].filter(Boolean).join('，')
}
