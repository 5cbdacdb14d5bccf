import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { StateChip, type StateChipProps } from '../../components/state-chip'
import { PhoneNotices } from './phone-notices'
import { useOutbox } from './use-outbox'
import type { WaitingRow } from './waiting-rows'
import './index.css'

/** 待上传: everything that is only on this phone, why it still is, and the ways to bring it out. */
export default function OutboxPage() {
  const { online, rows, health, takesNothing, failed, toRoute, sendNow, exportAll, importAll } = useOutbox()
  const isEmpty = rows.length === 0
  return (
    <Screen
      title="待上传"
      offline={online ? undefined : { waiting: 0 }}
      dock={
        isEmpty ? (
          <MainButton onPress={toRoute.onPress}>{toRoute.label}</MainButton>
        ) : (
          <MainButton onPress={sendNow}>立即上传</MainButton>
        )
      }
    >
      <PhoneNotices health={health} takesNothing={takesNothing} />
      {failed !== '' && (
        <Notice kind="error" title="没有成">
          {failed}
        </Notice>
      )}
      {isEmpty ? (
        <View className="outbox-empty">
          <Icon name="tick" size={40} className="jade" />
          <View className="title mt-3">都已上传</View>
          <View className="quiet mt-2">在村里打的分、记的事、拍的照片，没信号时先存在这里，有信号自己传。</View>
        </View>
      ) : (
        <>
          <View className="small quiet outbox-lead">都在这部手机里，关掉微信也不会丢。</View>
          <Card>
            {rows.map((row) => (
              <Waiting key={row.id} row={row} />
            ))}
          </Card>
        </>
      )}
      <Section title="换一部手机">
        <Card>
          {!isEmpty && (
            <Row
              title="导出到文件"
              note="手机快没电或坏了，把没传的东西存成文件，发到另一部手机导入。"
              label="导出到文件"
              onPress={exportAll}
            />
          )}
          <Row
            title="从文件导入"
            note="把另一部手机导出的文件接过来，由这部手机传。"
            label="从文件导入"
            onPress={importAll}
          />
        </Card>
      </Section>
    </Screen>
  )
}

function Waiting({ row }: { row: WaitingRow }) {
  const { words, ...look } = STATES[row.state]
  return (
    <Row title={row.title} strong tall note={row.why} end={<StateChip {...look}>{words}</StateChip>}>
      {row.problem !== '' && <View className="small alarm">{row.problem}</View>}
    </Row>
  )
}

const STATES: Record<WaitingRow['state'], { words: string } & Pick<StateChipProps, 'tone' | 'icon'>> = {
  waiting: { words: '待上传', tone: 'amber', icon: 'upload' },
  sending: { words: '正在传', tone: 'plain', icon: 'upload' },
  unknown: { words: '待上传', tone: 'amber', icon: 'upload' },
  refused: { words: '被退回', tone: 'alarm', icon: 'warning' },
}
