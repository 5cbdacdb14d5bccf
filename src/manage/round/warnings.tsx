import { Text } from '@tarojs/components'
import { Fragment, useState } from 'react'
import { Card, Row, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import type { Warning } from '../../contract/ranking'
import { AskWhy } from './ask-why'
import type { RoundView } from './use-round'
import type { RoundDeeds } from './use-round-deeds'

/** 封存前要看的: which village and what, never a figure. What was excluded by rule may be proposed to count, unseen. */
export function Warnings({ view: { warnings, round }, deeds }: { view: RoundView; deeds: RoundDeeds }) {
  const [asking, setAsking] = useState<string | null>(null)
  if (!warnings) return null
  const title = round.state === 'closed' ? '答卷里要看的' : '封存时答卷里要看的'
  return (
    <Section title={title} remark={warnings.length === 0 ? '没有' : '只是提醒，不扣不删'}>
      <Card padded={warnings.length === 0}>
        {warnings.length === 0 && <Text className="quiet">各村答卷没有要提醒的。</Text>}
        {warnings.map((one) => {
          const key = `${one.villageId} ${one.code} ${one.excludedFor}`
          return (
            <Fragment key={key}>
              <Row
                strong
                lead={<Icon name="warning" size={22} className="amber" />}
                title={one.villageName}
                note={one.text}
                {...(one.mayRestore && {
                  end: <Text className="nowrap">恢复计分</Text>,
                  label: `${one.villageName}，${one.text}恢复计分`,
                  onPress: () => setAsking(asking === key ? null : key),
                })}
              />
              {one.mayRestore && asking === key && (
                <Restore warning={one} deeds={deeds} onDone={() => setAsking(null)} />
              )}
            </Fragment>
          )
        })}
      </Card>
    </Section>
  )
}

type RestoreProps = { warning: Warning; deeds: RoundDeeds; onDone: () => void }

function Restore({ warning: { villageId, villageName, excludedFor }, deeds, onDone }: RestoreProps) {
  return (
    <AskWhy
      what={`${villageName}因这个原因没计入的答卷，要恢复就全部恢复。谁也不看内容，也不知道会帮到谁。`}
      title="为什么恢复"
      placeholder="如：村里停电，由镇干部转发了码，都是本村人填的"
      act="提请恢复计分"
      propose={async (reason) => excludedFor && deeds.restore({ villageId, excludedFor, reason })}
      onDone={onDone}
    />
  )
}
