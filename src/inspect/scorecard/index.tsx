import { View } from '@tarojs/components'
import { keptMark } from '../../client/kept-card'
import { CardProgress } from '../../components/card-progress'
import { MainButton } from '../../components/main-button'
import { Screen } from '../../components/screen'
import { Segments } from '../../components/segments'
import { CardTroubles } from '../card-troubles'
import { DeductionsSegment } from './deductions-segment'
import { JudgedCard } from './judged-card'
import { MeasuredCard } from './measured-card'
import { RecordsSegment } from './records-segment'
import { type ScorecardView, useScorecard } from './use-scorecard'
import './index.css'

/** 评分表: one item a card, marked against its rubric. Only my own marks, kept at every touch. */
export default function ScorecardPage() {
  const { screen, offline, view } = useScorecard()
  if (!view) return <Screen title="评分表" state={screen} offline={offline} />
  const { village, segment, counts, standing, next } = view
  return (
    <Screen
      title={`${village}评分表`}
      offline={offline}
      top={
        <Segments
          choices={[
            { key: 'common', label: '共性', count: counts.common },
            { key: 'demonstration', label: '示范', count: counts.demonstration },
            { key: 'deductions', label: '扣分', count: counts.deductions },
            { key: 'records', label: '亮点问题', count: counts.records },
          ]}
          chosen={segment}
          onChoose={view.chooseSegment}
        />
      }
      dock={
        <CardProgress done={standing.marked} of={standing.of}>
          <MainButton onPress={next.onPress}>{next.label}</MainButton>
        </CardProgress>
      }
    >
      <CardTroubles card={view.card} state={view.state} isPhoneFull={view.isPhoneFull} onTryAgain={view.tryAgain} />
      <Chosen view={view} />
    </Screen>
  )
}

/** Only what is looked at is drawn: the largest card has to stay light on an old phone. */
function Chosen({ view }: { view: ScorecardView }) {
  const { segment, roundId, villageId } = view
  if (segment === 'deductions') return <DeductionsSegment roundId={roundId} villageId={villageId} />
  if (segment === 'records') return <RecordsSegment roundId={roundId} villageId={villageId} />
  return (
    <>
      <Rows view={view} />
      {view.notApplicable.length > 0 && (
        <View className="small quiet not-applicable">
          {view.notApplicable.map(({ title }) => title).join('、')}：本村不适用，所有评委都不评。
        </View>
      )}
    </>
  )
}

function Rows({ view }: { view: ScorecardView }) {
  const { roundId, villageId, rows, card, lastTouch, mark, note, addPhoto, removePhoto, undo, choose } = view
  return (
    <View>
      {rows.map((row) =>
        row.kind === 'measured' ? (
          <MeasuredCard key={row.id} fact={row.fact} roundId={roundId} villageId={villageId} />
        ) : (
          <JudgedCard
            key={row.id}
            item={row.item}
            kept={keptMark(card, row.id)}
            undoFrom={lastTouch?.itemId === row.id ? lastTouch.from : undefined}
            onMark={mark}
            onNote={note}
            onPhoto={addPhoto}
            onPhotoRemoved={removePhoto}
            onUndo={undo}
            onChoose={choose}
          />
        ),
      )}
    </View>
  )
}
