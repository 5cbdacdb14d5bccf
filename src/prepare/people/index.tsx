import { View } from '@tarojs/components'
import { useState } from 'react'
import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { LineField } from '../../components/line-field'
import { MainButton } from '../../components/main-button'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { StateChip } from '../../components/state-chip'
import { personInWords, standingChips, standingGroups, standingOf } from './person-words'
import { type People, type Person, usePeople } from './use-people'

/** So many are found by looking. */
const FEW = 20

/** 人员: everybody who works here, whether their phone is bound, and what waits. */
export default function PeoplePage() {
  const { data, screen, offline, stale } = usePeople()
  const [sought, setSought] = useState('')
  if (!data) return <Screen title="人员" broad state={screen} offline={offline} />
  const found = data.members.filter((person) => matches(person, data, sought))
  const now = data.at
  return (
    <Screen title="人员" broad offline={offline} dock={<MainButton onPress={addPerson}>登记一个人</MainButton>}>
      <SheetHead>
        <View className="title">{countsInWords(data)}</View>
        <View className="quiet">登记以后发邀请码，本人用自己的微信绑定。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <View className="mt-4">
        <Card>
          <Row title="用 Excel 导入导出" onPress={() => go('prepare/table/index', { kind: 'members' })} />
        </Card>
      </View>
      {data.members.length > FEW && (
        <View className="mt-4">
          <LineField
            label="找人"
            hint="姓名、身份、区、村都行"
            text={sought}
            placeholder="如 评委 西岭区"
            most={30}
            onText={setSought}
          />
        </View>
      )}
      {found.length === 0 && <View className="mt-5 quiet">没有找到。换一个词，或者登记一个人。</View>}
      {standingGroups.map(({ title, standings }) => {
        const people = found.filter((person) => standings.includes(standingOf(person, now)))
        if (people.length === 0) return null
        return (
          <Section key={title} title={title} remark={`${people.length} 人`}>
            <Card>
              {people.map((person) => (
                <PersonRow key={person.memberId} person={person} people={data} />
              ))}
            </Card>
          </Section>
        )
      })}
    </Screen>
  )
}

function PersonRow({ person, people }: { person: Person; people: People }) {
  const { words, ...look } = standingChips[standingOf(person, people.at)]
  const held = personInWords(person, people)
  return (
    <Row
      strong
      title={person.name}
      note={held}
      label={`${person.name}，${held}，${words}`}
      end={<StateChip {...look}>{words}</StateChip>}
      onPress={() => go('prepare/people/one/index', { member: person.memberId })}
    />
  )
}

function addPerson(): void {
  go('prepare/people/one/index')
}

function countsInWords({ members }: People): string {
  const people = members.filter(({ revoked }) => !revoked)
  const bound = people.filter(({ boundAt }) => boundAt !== null).length
  return `登记了 ${people.length} 人，${bound} 人已绑定微信`
}

/** Every word somewhere in what stands in the row. */
function matches(person: Person, people: People, sought: string): boolean {
  const row = `${person.name} ${personInWords(person, people)} ${standingChips[standingOf(person, people.at)].words}`
  return sought
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => row.includes(word))
}
