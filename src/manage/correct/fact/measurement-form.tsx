import { View } from '@tarojs/components'
import { useState } from 'react'
import { Section } from '../../../components/card'
import { factNoun, factSign, factValue } from '../../../components/fact-words'
import { NumberField } from '../../../components/number-field'
import { valueProblem } from '../../../domain/corrections'
import { typedNumber } from '../../../domain/typed-number'
import { recordedInWords } from '../correct-words'
import type { Measurement } from '../use-facts'
import { type Asked, CorrectionForm, type CorrectionPlace, TypedProblem } from './correction-form'

/** A measured value: as it stands, and what it is. */
export function MeasurementForm({ measurement, place }: { measurement: Measurement; place: CorrectionPlace }) {
  const { title, unit, value: now } = measurement
  const [text, setText] = useState('')
  const value = typedNumber(text)
  const problem = text === '' ? undefined : value === null ? '请写数字，如 78 或 77.5' : valueProblem(value, now)
  return (
    <CorrectionForm
      place={place}
      kind="实测数"
      title={title}
      now={<Now measurement={measurement} />}
      asked={asked()}
      placeholder="如：村里报表是 78，录入时看错了"
    >
      <Section title="改为">
        <NumberField label="改为" text={text} unit={factSign({ unit })} signed onText={setText} />
        <TypedProblem>{problem}</TypedProblem>
      </Section>
    </CorrectionForm>
  )

  function asked(): Asked {
    if (value === null) return { lacks: '先写改成多少' }
    if (problem) return { lacks: '先把数写对' }
    return {
      correction: { kind: 'measurement', villageId: place.village.id, indicatorId: measurement.id, value },
    }
  }
}

function Now({ measurement }: { measurement: Measurement }) {
  const { unit, value, entered } = measurement
  return (
    <>
      <View className="apart mt-2">
        <View>{`现在，${factNoun({ unit })}`}</View>
        <View className="number nowrap ml-2">{factValue({ unit, value })}</View>
      </View>
      <View className="small quiet">{recordedInWords(measurement)}</View>
      {value !== entered && (
        <View className="small quiet">{`原来录入 ${factValue({ unit, value: entered })}，已改正过`}</View>
      )}
    </>
  )
}
