import { Card, Row } from '../../components/card'
import { ChoiceRows } from '../../components/choice-rows'
import { TextButton } from '../../components/text-button'
import type { DeductionItem } from '../../contract/round'
import { priceInWords, priceOf } from './deduction-words'

/** 扣哪一条: all of the catalogue, or the one that was chosen. */
export function CatalogueChoice({ items, chosen, onChoose }: CatalogueChoiceProps) {
  if (chosen)
    return (
      <Card>
        <Row
          title={chosen.title}
          strong
          note={priceInWords(priceOf(chosen))}
          end={<TextButton onPress={() => onChoose(null)}>换一条</TextButton>}
        />
      </Card>
    )
  return (
    <ChoiceRows
      label="扣哪一条"
      choices={items.map((each) => ({ key: each.id, title: each.title, note: priceInWords(priceOf(each)) }))}
      chosen={null}
      onChoose={onChoose}
    />
  )
}

type CatalogueChoiceProps = {
  items: readonly DeductionItem[]
  chosen: DeductionItem | null
  /** Null: another one is to be chosen. */
  onChoose: (id: string | null) => void
}
