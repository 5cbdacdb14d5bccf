import { useState } from 'react'
import { Card, Row } from '../../components/card'
import { ChoiceRows } from '../../components/choice-rows'
import { TextButton } from '../../components/text-button'

type Item = { id: string; title: string }

/** Which indicator or goal a highlight speaks for; closed until somebody wants to say. */
export function AboutItem({ items, itemId, onChoose }: AboutItemProps) {
  const [isOpen, setOpen] = useState(false)
  const chosen = items.find(({ id }) => id === itemId)
  if (isOpen) {
    return (
      <ChoiceRows
        label="说的是哪一项"
        choices={[{ key: NONE, title: '不说哪一项' }, ...items.map(({ id, title }) => ({ key: id, title }))]}
        chosen={itemId ?? NONE}
        onChoose={(id) => {
          onChoose(id === NONE ? null : id)
          setOpen(false)
        }}
      />
    )
  }
  if (!chosen) {
    return (
      <Card>
        <Row title="选一项评分指标" onPress={() => setOpen(true)} />
      </Card>
    )
  }
  return (
    <Card>
      <Row title={chosen.title} strong end={<TextButton onPress={() => setOpen(true)}>换一项</TextButton>} />
    </Card>
  )
}

const NONE = ''

export type AboutItemProps = {
  items: readonly Item[]
  itemId: string | null
  onChoose: (itemId: string | null) => void
}
