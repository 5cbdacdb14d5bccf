import { View } from '@tarojs/components'
import { Card, Section } from '../../components/card'
import type { DeductionLine } from './deduction-lines'
import { DeductionRow } from './deduction-row'

/** What waits for me first, then what I proposed, then what else I had a part in. */
export function DeductionGroups({ roundId, lines, withVillage }: DeductionGroupsProps) {
  return (
    <View>
      {groupsOf(lines).map(({ title, remark, lines }) => (
        <Section key={title} title={title} remark={remark}>
          <Card>
            {lines.map((line) => (
              <DeductionRow key={line.id} roundId={roundId} line={line} withVillage={withVillage} />
            ))}
          </Card>
        </Section>
      ))}
    </View>
  )
}

export type DeductionGroupsProps = { roundId: string; lines: readonly DeductionLine[]; withVillage?: boolean }

function groupsOf(lines: readonly DeductionLine[]) {
  const mine = lines.filter(({ isMine }) => isMine)
  const asked = lines.filter(({ mayConfirm }) => mayConfirm)
  const others = lines.filter(({ isMine, mayConfirm }) => !isMine && !mayConfirm)
  return [
    { title: '等您确认', remark: `${asked.length} 条`, lines: asked },
    { title: '您提出的', remark: `${mine.length} 条`, lines: mine },
    { title: '别的评委提出的', remark: `${others.length} 条`, lines: others },
  ].filter(({ lines }) => lines.length > 0)
}
