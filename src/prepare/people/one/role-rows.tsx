import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row, Section } from '../../../components/card'
import { ChoiceRows } from '../../../components/choice-rows'
import { LineField } from '../../../components/line-field'
import { heldInWords, roleDoes, roleInWords } from '../../../components/role-words'
import { TextButton } from '../../../components/text-button'
import type { HeldRole } from '../../../contract/member'
import { Role } from '../../../contract/parts'
import { CITY, scopeName } from '../../../domain/role-scope'
import type { People } from '../use-people'

type RoleRowsProps = { roles: HeldRole[]; people: People; onChange: (roles: HeldRole[]) => void }

/** What somebody is here, each with how far it reaches; more can be added, one at a time. */
export function RoleRows({ roles, people, onChange }: RoleRowsProps) {
  const [isAdding, setAdding] = useState(false)
  const add = (held: HeldRole) => {
    if (!roles.some(({ role, scope }) => role === held.role && scope === held.scope)) onChange([...roles, held])
    setAdding(false)
  }
  return (
    <Section title="身份" remark={roles.length > 1 ? `${roles.length} 个` : undefined}>
      {roles.length > 0 && (
        <Card>
          {roles.map((held) => {
            const words = heldInWords({ ...held, scopeName: scopeName(held, people) })
            return (
              <Row
                key={`${held.role} ${held.scope}`}
                strong
                title={words}
                note={roleDoes[held.role]}
                end={
                  <TextButton label={`去掉${words}`} onPress={() => onChange(roles.filter((one) => one !== held))}>
                    去掉
                  </TextButton>
                }
              />
            )
          })}
        </Card>
      )}
      {isAdding || roles.length === 0 ? (
        <View className="mt-2">
          <RoleAdding people={people} onAdd={add} />
          {roles.length > 0 && <TextButton onPress={() => setAdding(false)}>不加了</TextButton>}
        </View>
      ) : (
        <TextButton icon="plus" plain onPress={() => setAdding(true)}>
          再加一个身份
        </TextButton>
      )}
    </Section>
  )
}

function RoleAdding({ people, onAdd }: { people: People; onAdd: (held: HeldRole) => void }) {
  const [role, setRole] = useState<Role | null>(null)
  const choose = (chosen: Role) => {
    setRole(chosen)
    if (chosen !== 'leader' && chosen !== 'officer') onAdd({ role: chosen, scope: CITY })
  }
  return (
    <>
      <ChoiceRows
        label="加哪个身份"
        chosen={role}
        onChoose={choose}
        choices={Role.options.map((key) => ({ key, title: roleInWords[key], note: roleDoes[key] }))}
      />
      {role === 'leader' && (
        <View className="mt-3">
          <View className="strong mb-2">管到哪里</View>
          <ChoiceRows
            label="管到哪里"
            chosen={null}
            onChoose={(scope) => onAdd({ role, scope })}
            choices={[
              { key: CITY, title: '全市' },
              ...people.districts.map(({ id, name }) => ({
                key: id,
                title: name,
                note: '本区的村都能看，别区看公布的',
              })),
            ]}
          />
        </View>
      )}
      {role === 'officer' && <OfficerScope people={people} onChoose={(scope) => onAdd({ role, scope })} />}
    </>
  )
}

/** Towns and villages that fit on a screen or two are found by looking. */
const FEW = 20

/** A village, or a town with all of its villages. */
function OfficerScope({ people, onChoose }: { people: People; onChoose: (scope: string) => void }) {
  const [sought, setSought] = useState('')
  const towns = [...new Set(people.villages.map(({ town }) => town).filter(Boolean))]
  const villagesOf = (town: string) => people.villages.filter((village) => village.town === town)
  const choices = towns.flatMap((town) => {
    const villages = villagesOf(town)
    return [
      { key: town, title: `整个${town}`, note: `全部 ${villages.length} 个村` },
      ...villages.map(({ id, name }) => ({ key: id, title: name, note: town })),
    ]
  })
  const found = choices.filter(({ title, note }) => `${title}${note}`.includes(sought.trim()))
  if (choices.length === 0) return <View className="mt-3 quiet">还没有登记村。先在“筹备”里登记村，再来给他选。</View>
  return (
    <View className="mt-3">
      <View className="strong mb-2">管哪个村</View>
      {choices.length > FEW && (
        <View className="mb-2">
          <LineField label="找村" text={sought} placeholder="村名或镇名" most={30} onText={setSought} />
        </View>
      )}
      {found.length > 0 ? (
        <ChoiceRows label="管哪个村" chosen={null} onChoose={onChoose} choices={found} />
      ) : (
        <View className="quiet">没有找到这个村。</View>
      )}
    </View>
  )
}
