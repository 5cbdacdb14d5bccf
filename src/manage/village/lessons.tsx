import { Text, View } from '@tarojs/components'
import { Card, Section } from '../../components/card'
import { TextButton } from '../../components/text-button'
import type { Lesson, VillageResult } from '../../contract/ranking'
import { markText } from '../../domain/cents-text'

/** 对标: the indicators furthest below the best of all, and who stands there. */
export function Lessons({ comparison, onVillage }: LessonsProps) {
  const { lessons } = comparison
  return (
    <Section title="对标" remark="别人之长 · 自己之短">
      {lessons.length === 0 && <Card padded>共性目标每一项，本村都是最好的，没有更高的可以对标。</Card>}
      {lessons.map((lesson) => (
        <LessonCard key={lesson.id} lesson={lesson} onVillage={onVillage} />
      ))}
      {lessons.length > 0 && (
        <View className="small quiet mt-2">
          离最好的村最远的 {lessons.length} 项，按占满分的比例比；点村名看那个村。
        </View>
      )}
    </Section>
  )
}

function LessonCard({ lesson: { title, full, mean, best, bestVillages, bestCount }, onVillage }: LessonCardProps) {
  return (
    <Card>
      <View className="lesson-head">
        <View>{title}</View>
        <View className="lesson-marks">
          <Text className="small quiet">本村</Text>
          <Text className="strong ml-1">{markText(mean)}</Text>
          <Text className="small quiet ml-2">最好</Text>
          <Text className="strong ml-1">{markText(best)}</Text>
          <Text className="small quiet push">满分 {markText(full)}</Text>
        </View>
      </View>
      <View className="lesson-best">
        <Text className="small quiet">最好的村</Text>
        {bestVillages.map(({ id, name }) => (
          <View className="ml-2" key={id}>
            <TextButton label={`${title}最好的村，${name}`} onPress={() => onVillage(id)}>
              {name}
            </TextButton>
          </View>
        ))}
        {bestCount > bestVillages.length && <Text className="small quiet ml-2">等 {bestCount} 村</Text>}
      </View>
    </Card>
  )
}

type OnVillage = { onVillage: (villageId: string) => void }
type LessonsProps = { comparison: NonNullable<VillageResult['comparison']> } & OnVillage
type LessonCardProps = { lesson: Lesson } & OnVillage
