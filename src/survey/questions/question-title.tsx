import { Text } from '@tarojs/components'

/** Chinese breaks anywhere: the last four characters stay together, so that no line begins with 意吗？ */
export function QuestionTitle({ children: title }: { children: string }) {
  return (
    <>
      <Text>{title.slice(0, -4)}</Text>
      <Text className="question-end">{title.slice(-4)}</Text>
    </>
  )
}
