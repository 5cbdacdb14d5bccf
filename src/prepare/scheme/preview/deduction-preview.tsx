import { View } from '@tarojs/components'
import { useState } from 'react'
import { CountStepper } from '../../../components/count-stepper'
import { markText } from '../../../domain/cents-text'
import type { Scheme } from '../../../domain/round-file'
import { toUnits } from '../../../domain/units'
import { CatalogueChoice } from '../../../inspect/deduct/catalogue-choice'
import { FormPart } from '../../../inspect/form-part'

/** The catalogue as an inspector chooses from it in a village. */
export function DeductionPreview({ rules: { deductionItems, deductionCap } }: { rules: Scheme }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [occurrences, setOccurrences] = useState(1)
  const item = deductionItems.find(({ id }) => id === chosen) ?? null
  if (deductionItems.length === 0) return <View className="mt-4 quiet">没有扣分项，评委在村里不能提扣分。</View>
  return (
    <View className="mt-3">
      <CatalogueChoice items={deductionItems} chosen={item} onChoose={setChosen} />
      {item && (
        <FormPart title="看到几次">
          <CountStepper title="次数" count={occurrences} most={99} unit="次" onCount={setOccurrences} />
        </FormPart>
      )}
      <View className="small quiet mt-3">
        {`一位评委提出，另一个区的评委确认才扣。一个村合起来最多扣 ${markText(toUnits(deductionCap) ?? 0)} 分。`}
      </View>
    </View>
  )
}
