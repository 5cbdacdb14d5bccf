import { go } from '../../client/navigate'
import { Row } from '../../components/card'

/** The way to the household cards; not in a rehearsal, which surveys nobody. */
export function CardsRow({ roundId }: { roundId: string }) {
  return (
    <Row
      title="户码"
      note="给没有智能手机的村民：印出来、剪开、装袋抽"
      onPress={() => go('manage/cards/index', { round: roundId })}
    />
  )
}
