import { View } from '@tarojs/components'
import { openProposal } from '../../client/proposals'
import { Card, Row, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import type { Proposal } from '../../contract/member'

/** Decisions on appeals that wait for their second person; where one may agree, the page of it is the place. */
export function Decisions({ decisions }: { decisions: readonly Proposal[] }) {
  if (decisions.length === 0) return null
  return (
    <Section title="申诉的处理" remark="等第二个人同意">
      <Card>
        {decisions.map((one) => (
          <Row
            key={one.id}
            strong
            lead={<Icon name="pen" size={22} className={one.mayAgree ? 'amber' : 'quiet'} />}
            title={one.about}
            note={
              <>
                <View>{`${one.isMine ? `${one.byName}（你）` : one.byName}提请：${one.reason}`}</View>
                <View className={one.mayAgree ? 'amber' : ''}>
                  {one.mayAgree ? '等您同意' : '等另一位管理员或评委同意'}
                </View>
              </>
            }
            onPress={() => openProposal(one)}
          />
        ))}
      </Card>
    </Section>
  )
}
