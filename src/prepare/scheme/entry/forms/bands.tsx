import { View } from '@tarojs/components'
import { Card, Section } from '../../../../components/card'
import { TextButton } from '../../../../components/text-button'
import type { Band, MeasuredIndicator } from '../../../../domain/round-file'
import type { SchemeFault } from '../../../../domain/scheme-faults'
import { bandsInWords } from '../../../../domain/scheme-words'
import { FaultLines } from '../../fault-lines'
import { NumberPart, ofPlace } from '../fields'

type BandsProps = { form: MeasuredIndicator; faults: readonly SchemeFault[]; onChange: (bands: Band[]) => void }

/** As many as the contract takes. */
const MOST = 20

/** 分档: from how much on a value is worth which mark. The first has no start: whatever is below the second. */
export function Bands({ form: { bands }, faults, onChange }: BandsProps) {
  const put = (at: number, fields: Partial<Band>) =>
    onChange(bands.map((band, i) => (i === at ? { ...band, ...fields } : band)))
  const isTold = bands.every(({ from, mark }) => !Number.isNaN(from ?? 0) && !Number.isNaN(mark))
  return (
    <Section title="分档" remark="从小到大">
      <FaultLines faults={ofPlace(faults, 'bands')} />
      {bands.map(({ from, mark }, i) => (
        <View className="mt-3" key={String(i)}>
          <Card padded>
            <View className="scheme-pair">
              <View className="grow">
                <NumberPart
                  title={i === 0 ? '第 1 档，不写起点' : `第 ${i + 1} 档从多少起`}
                  value={from}
                  mayBeEmpty={i === 0}
                  placeholder={i === 0 ? '低于第 2 档的' : ''}
                  signed
                  faults={faults}
                  at={`bands.${i}.from`}
                  onChange={(to) => put(i, { from: to })}
                />
              </View>
              <View className="scheme-pair-gap" />
              <View className="scheme-pair-narrow">
                <NumberPart
                  title="得几分"
                  value={mark}
                  faults={faults}
                  at={`bands.${i}.mark`}
                  onChange={(to) => put(i, { mark: to! })}
                />
              </View>
            </View>
            {i > 0 && (
              <View className="mt-2">
                <TextButton
                  onPress={() => onChange(bands.filter((_, k) => k !== i))}
                >{`删掉第 ${i + 1} 档`}</TextButton>
              </View>
            )}
          </Card>
        </View>
      ))}
      {bands.length < MOST && (
        <View className="mt-2">
          <TextButton
            plain
            icon="plus"
            onPress={() => onChange([...bands, { from: bands.length === 0 ? null : Number.NaN, mark: Number.NaN }])}
          >
            加一档
          </TextButton>
        </View>
      )}
      {isTold && bands.length > 0 && <View className="quiet mt-2">{`也就是：${bandsInWords(bands)}。`}</View>}
    </Section>
  )
}
