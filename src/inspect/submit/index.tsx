import { Text, View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { SumLine, SumSheet } from '../../components/sum-sheet'
import { CardTroubles } from '../card-troubles'
import { SealedVerdict, type SealedVerdictProps } from './sealed-verdict'
import { useSubmission } from './use-submission'
import './index.css'

/** 核对并提交: what the card comes to, what is missing, and the one button that does what is next. */
export default function SubmitPage() {
  const { screen, offline, view } = useSubmission()
  if (!view) return <Screen title="核对并提交" state={screen} offline={offline} />
  const { village, inspector, standing, lacking, submitted, action } = view
  return (
    <Screen
      title="核对并提交"
      offline={offline}
      dock={
        <View>
          {view.mayChange && <View className="dock-remark">收卷前都能改，每次修改留痕</View>}
          <MainButton kind={action.onPress ? 'accent' : 'off'} onPress={action.onPress}>
            {action.label}
          </MainButton>
        </View>
      }
    >
      <SheetHead open>
        <View className="apart">
          <Text className="title">{village}</Text>
          <Text className="small quiet">
            评委 {inspector} · {standing.marked}/{standing.of} 已评
          </Text>
        </View>
      </SheetHead>
      {view.isOver ? (
        <Sealed sealed={view.sealed} changedSince={view.changedSince} />
      ) : (
        <CardTroubles card={view.card} state={view.state} isPhoneFull={view.isPhoneFull} onTryAgain={view.tryAgain} />
      )}
      {submitted && submitted.kind !== 'changed' && <Submitted {...submitted} />}
      {submitted?.kind === 'changed' && (
        <View className="submit-part">
          <Notice title={submitted.title}>{submitted.text}</Notice>
        </View>
      )}
      {lacking && (
        <View className="submit-part">
          <Notice title={lacking.title}>{lacking.text}</Notice>
        </View>
      )}
      {view.papers.map(({ id, title, remark, sum, lines }) => (
        <SumSheet key={id} title={title} remark={remark} sum={sum}>
          {lines.map((line) => (
            <SumLine key={line.id} name={line.name} figure={line.figure} rest={line.rest} />
          ))}
        </SumSheet>
      ))}
      <View className="line submit-besides quiet">
        <Text>另记</Text>
        <Text className="push">{view.besides.words}</Text>
      </View>
      {view.besides.photosWaiting > 0 && (
        <View className="small amber">{`${view.besides.photosWaiting} 张照片还在等着传，不影响提交。`}</View>
      )}
      {view.notes.length > 0 && (
        <SumSheet title="理由" remark={`${view.notes.length} 条`}>
          {view.notes.map(({ id, title, mark, full, note }) => (
            <View className="submit-note" key={id}>
              <View className="apart">
                <Text>{title}</Text>
                <Text className="nowrap ml-2">
                  {mark === null ? '未评' : String(mark)} / {full}
                </Text>
              </View>
              <View className="small quiet">{note}</View>
            </View>
          ))}
        </SumSheet>
      )}
    </Screen>
  )
}

/** What became of the card; without a signal only that it is over. */
function Sealed({ sealed, changedSince }: { sealed: SealedVerdictProps | null; changedSince: boolean }) {
  return (
    <View>
      {sealed ? (
        <SealedVerdict {...sealed} />
      ) : (
        <Notice title="已封存">有信号时，在这里看您的评分表计入了没有。</Notice>
      )}
      {changedSince && <View className="small quiet submit-since">后来改的没有计入，下面是现在的得分。</View>}
    </View>
  )
}

function Submitted({ kind, title, text }: { kind: 'waiting' | 'done'; title: string; text: string }) {
  return (
    <View className={`submit-done ${kind === 'done' ? 'jade' : 'amber'}`} {...aria({ role: 'status' })}>
      <Icon name={kind === 'done' ? 'tick' : 'upload'} size={24} className="submit-done-sign" />
      <View>
        <View className="title">{title}</View>
        <View className="small quiet">{text}</View>
      </View>
    </View>
  )
}
