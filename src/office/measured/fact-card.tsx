import { Text, View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Card } from '../../components/card'
import { factNoun, factValue } from '../../components/fact-words'
import { PhotosSeen } from '../../components/photos-seen'
import { StateChip } from '../../components/state-chip'
import { TextButton } from '../../components/text-button'
import type { Measurement } from '../../contract/programme'
import { Returning } from '../returning'
import { measuredStates } from './measured-words'
import type { Checking, MeasuredIndicator } from './use-measured'

type FactCardProps = { fact: Measurement; indicator: MeasuredIndicator; roundId: string; checking: Checking }

/** One fact: its value, what it rests on, how it stands, and what this reader may do with it. */
export function FactCard({ fact, indicator: { title, unit }, roundId, checking }: FactCardProps) {
  const { words, ...look } = measuredStates[fact.state]
  const { villageId, indicatorId } = fact
  const isReturning = checking.returning?.indicatorId === indicatorId
  return (
    <View className="mt-3">
      <Card padded>
        <View className="apart">
          <Text className="strong grow">{title}</Text>
          <StateChip {...look}>{words}</StateChip>
        </View>
        <View>
          {factNoun({ unit })}
          {fact.value !== null && <Text className="strong">{` ${factValue({ value: fact.value, unit })}`}</Text>}
        </View>
        {fact.value !== null && <View>{fact.evidence ? `依据：${fact.evidence}` : '没有写依据'}</View>}
        <PhotosSeen photos={fact.photos} of={title} />
        {fact.enteredBy && <View className="small quiet">{saidBy(fact)}</View>}
        {fact.state === 'returned' && <View className="alarm mt-1">{`退回理由：${fact.reason}`}</View>}
        {fact.state === 'entered' && !fact.mayCheck && (
          <View className="small quiet">
            {fact.isMine ? '您填的，要由别人核对，自己不能核。' : '等管理员或评委核对。'}
          </View>
        )}
        <View className="line office-keys">
          {fact.mayEnter && (
            <TextButton
              label={`${fact.value === null ? '填' : '改'}“${title}”`}
              onPress={() =>
                go('office/measured/form/index', { round: roundId, village: villageId, indicator: indicatorId })
              }
            >
              {fact.value === null ? '填这一项' : fact.state === 'returned' ? '改好再填' : '改这一项'}
            </TextButton>
          )}
          {fact.mayCheck && fact.state !== 'returned' && !isReturning && (
            <TextButton label={`退回“${title}”`} onPress={() => checking.setReturning({ indicatorId, reason: '' })}>
              退回
            </TextButton>
          )}
        </View>
      </Card>
      {isReturning && (
        <Returning
          reason={checking.returning!.reason}
          placeholder="如：和财政所的报表对不上"
          onReason={(reason) => checking.setReturning({ indicatorId, reason })}
          onLeave={() => checking.setReturning(null)}
        />
      )}
    </View>
  )
}

function saidBy({ enteredBy, checkedBy, state }: Measurement): string {
  const checked = state === 'checked' && checkedBy && `${checkedBy}核对`
  return [`${enteredBy}填`, checked].filter(Boolean).join('，')
}
