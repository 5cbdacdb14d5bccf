import { View } from '@tarojs/components'
import { Card, Section } from '../../../components/card'
import type { SchemeVersion } from '../../../contract/programme'
import { partInWords } from '../../../domain/scheme-differences'
import type { SchemePart } from '../../../domain/scheme-faults'

/** All of a published part, to read. */
export function InWords({ version, part }: { version: SchemeVersion; part: SchemePart }) {
  const things = partInWords(part, version)
  if (things.length === 0) return <View className="mt-4 quiet">这一版没有这部分内容。</View>
  return (
    <>
      {things.map(({ heading, fields }) => (
        <Section key={heading} title={heading}>
          <Card>
            {Object.entries(fields)
              .filter(([, value]) => heading === '' || !heading.endsWith(` ${value}`))
              .map(([name, value]) => (
                <View className="scheme-fact" key={name}>
                  <View className="scheme-fact-name quiet">{name}</View>
                  <View className="grow">{value || '空着'}</View>
                </View>
              ))}
          </Card>
        </Section>
      ))}
    </>
  )
}
