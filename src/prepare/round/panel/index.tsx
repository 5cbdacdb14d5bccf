import { Text, View } from '@tarojs/components'
import { go } from '../../../client/navigate'
import { Card, Row, Section } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { NotDone } from '../../../components/not-done'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { StaleNotice } from '../../../components/stale-notice'
import { TextButton } from '../../../components/text-button'
import { TwoVersions } from '../../../components/two-versions'
import type { Preparation } from '../../../contract/round'
import { SaveDock } from '../save-dock'
import { useDraft } from '../use-preparation'
import { CandidateRow } from './candidate-row'
import { type PanelState, usePanel } from './use-panel'

/** 评审组: who judges, whom they may not judge, and whether every village keeps enough of them. */
export default function PanelPage() {
  const { data, screen, offline, stale } = useDraft()
  if (!data) return <Screen title="评审组" broad state={screen} offline={offline} />
  if (data.inspectors.length === 0)
    return (
      <Screen
        title="评审组"
        broad
        offline={offline}
        state={{
          empty: '还没有登记评委',
          text: '先在“人员”里登记评委，不用等他绑定微信。',
          icon: 'people',
          action: { label: '去登记评委', onPress: () => go('prepare/people/index') },
        }}
      />
    )
  return <Open preparation={data} offline={offline} stale={stale} />
}

type OpenProps = { preparation: Preparation } & Pick<ReturnType<typeof useDraft>, 'offline' | 'stale'>

function Open({ preparation, offline, stale }: OpenProps) {
  const panel = usePanel(preparation)
  const { part, groups } = panel
  if (part.conflict) {
    const names = (ids: readonly string[]) => ids.map(panel.nameOf).join('、')
    return (
      <TwoVersions
        title="评审组"
        by=""
        lines={[{ what: '评审组', theirs: names(part.conflict.theirs), mine: names(part.conflict.mine) }]}
        busy={part.saving}
        onMine={part.takeMine}
        onTheirs={part.takeTheirs}
      />
    )
  }
  return (
    <Screen
      title="评审组"
      broad
      offline={offline}
      dock={<SaveDock part={part} save={`保存评审组，${part.value.length} 位`} unchanged="还没有改动" />}
    >
      <SheetHead>
        <View className="title">{`评审组 ${part.value.length} 位`}</View>
        <View className="quiet">打勾的参加。同区和有联系责任的村自动回避，不用另外设。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <NotDone title="没有保存上，改的还在" refused={part.refused} />
      {panel.gone.map((id) => (
        <View className="mt-3" key={id}>
          <Notice title={`${id}已经不是评委`}>
            <TextButton onPress={() => panel.toggle(id)}>从评审组去掉</TextButton>
          </Notice>
        </View>
      ))}
      <Rules panel={panel} />
      {groups.map(({ id, name, people }) => (
        <Section
          key={id}
          title={name}
          remark={`${people.filter(({ memberId }) => panel.isChosen(memberId)).length} 位参加，共 ${people.length} 位`}
        >
          <Card>
            {people.map((one) => (
              <CandidateRow
                key={one.memberId}
                candidate={one}
                chosen={panel.isChosen(one.memberId)}
                recused={panel.recusedOnRoute(one)}
                onToggle={() => panel.toggle(one.memberId)}
              />
            ))}
          </Card>
        </Section>
      ))}
      {part.isChanged && <TextButton onPress={part.giveUp}>不要这些改动，回到保存过的</TextButton>}
      <Eligible panel={panel} />
    </Screen>
  )
}

function Rules({ panel: { lines, route } }: { panel: PanelState }) {
  if (route.length === 0)
    return (
      <View className="mt-3">
        <Notice title="路线上还没有村">先排路线，这里才看得出每个村的评委够不够。</Notice>
      </View>
    )
  return (
    <View className="mt-3">
      <Card>
        {lines.map(({ code, state, text }) => (
          <Row
            key={`${code} ${text}`}
            title={text}
            lead={
              <Icon
                name={state === 'done' ? 'tick' : 'warning'}
                size={22}
                className={state === 'done' ? 'jade' : state === 'missing' ? 'alarm' : 'amber'}
              />
            }
          />
        ))}
      </Card>
    </View>
  )
}

function Eligible({ panel: { eligible, minInspectors } }: { panel: PanelState }) {
  if (eligible.length === 0) return null
  return (
    <Section title="每个村有几位能评" remark={`至少 ${minInspectors} 位`}>
      <Card>
        {eligible.map(({ id, name, count }) => (
          <Row
            key={id}
            title={name}
            end={
              count < minInspectors ? (
                <Text className="alarm strong">{`${count} 位，不够`}</Text>
              ) : (
                <Text className="strong">{`${count} 位`}</Text>
              )
            }
          />
        ))}
      </Card>
    </Section>
  )
}
