import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row, Section } from '../../../components/card'
import { ChoiceRows } from '../../../components/choice-rows'
import { LineField } from '../../../components/line-field'
import { OptionKeys } from '../../../components/option-keys'
import { TextButton } from '../../../components/text-button'
import type { Responsibility } from '../../../contract/programme'
import { dutyName, dutyNames, dutyOf } from '../../../domain/duties'
import { personInWords } from '../../people/person-words'
import type { VillagesAndPeople } from './use-village'
import { isHalfWritten } from './village-form'

/** As the contract holds them. */
const MOST = 30
const OTHER = '其他'

type ResponsibilitiesProps = {
  rows: Responsibility[]
  data: VillagesAndPeople
  fault: string | undefined
  onChange: (rows: Responsibility[]) => void
}

/** 包联责任: who answers for the village; one is opened at a time. */
export function Responsibilities({ rows, data, fault, onChange }: ResponsibilitiesProps) {
  const [open, setOpen] = useState<number | null>(null)
  const put = (at: number, fields: Partial<Responsibility>) =>
    onChange(rows.map((row, n) => (n === at ? { ...row, ...fields } : row)))
  const add = () => {
    onChange([...rows, { duty: dutyOf(dutyNames[0]!), title: '', name: '', unit: '', memberId: null }])
    setOpen(rows.length)
  }
  return (
    <Section title="包联责任" remark={fault ?? (rows.length > 0 ? `${rows.length} 人` : '评委对自己包联的村回避')}>
      {rows.length > 0 && (
        <Card>
          {rows.map((row, n) =>
            n === open ? (
              <OpenRow
                key={String(n)}
                row={row}
                data={data}
                onChange={(fields) => put(n, fields)}
                onClose={() => setOpen(null)}
                onRemove={() => {
                  onChange(rows.filter((_, other) => other !== n))
                  setOpen(null)
                }}
              />
            ) : (
              <ClosedRow key={String(n)} row={row} onOpen={() => setOpen(n)} />
            ),
          )}
        </Card>
      )}
      {rows.length < MOST && open === null && (
        <TextButton icon="plus" plain onPress={add}>
          {rows.length > 0 ? '再加一个人' : '加一个包联的人'}
        </TextButton>
      )}
    </Section>
  )
}

function ClosedRow({ row, onOpen }: { row: Responsibility; onOpen: () => void }) {
  const { duty, title, name, unit, memberId } = row
  const who = `${dutyName(duty)}　${name || '没写姓名'}`
  const note = isHalfWritten(row)
    ? '没有写全，点开补上'
    : [unit, title, memberId ? '有账号' : '没有账号'].filter(Boolean).join('，')
  return <Row strong title={who} note={note} label={`${who}，${note}，修改`} onPress={onOpen} />
}

type OpenRowProps = {
  row: Responsibility
  data: VillagesAndPeople
  onChange: (fields: Partial<Responsibility>) => void
  onClose: () => void
  onRemove: () => void
}

function OpenRow({ row, data, onChange, onClose, onRemove }: OpenRowProps) {
  const { duty, title, name, unit, memberId } = row
  const [isPicking, setPicking] = useState(false)
  const isOther = !dutyNames.includes(dutyName(duty))
  const person = data.members.find((one) => one.memberId === memberId)
  return (
    <View className="responsibility">
      <View className="strong mb-2">责任</View>
      <OptionKeys
        question="责任"
        options={[...dutyNames, OTHER].map((key) => ({ key, label: key }))}
        chosen={isOther ? OTHER : dutyName(duty)}
        onChoose={(key) => onChange({ duty: key === OTHER ? '' : dutyOf(key) })}
      />
      {isOther && (
        <View className="mt-3">
          <LineField
            label="责任的名称"
            text={duty}
            placeholder="如 包村干部"
            most={40}
            onText={(text) => onChange({ duty: text })}
          />
        </View>
      )}
      <View className="mt-4">
        {/* An account of another name would recuse the wrong person. */}
        <LineField
          label="责任人姓名"
          text={name}
          placeholder="如 李强"
          most={30}
          onText={(text) => onChange({ name: text, ...(person && person.name !== text && { memberId: null }) })}
        />
        <LineField
          label="职务"
          text={title}
          placeholder="如 副科长"
          most={40}
          onText={(text) => onChange({ title: text })}
        />
        <LineField
          label="单位"
          hint="可以不填"
          text={unit}
          placeholder="如 市农业农村局"
          most={60}
          onText={(text) => onChange({ unit: text })}
        />
      </View>
      <View className="strong mt-4">系统里的账号</View>
      {memberId === null ? (
        <View className="small quiet">没有。是评委的话要选上，才会自动回避。</View>
      ) : (
        <View>{person ? `${person.name}，${personInWords(person, data)}` : `${memberId}，还没有登记`}</View>
      )}
      {isPicking ? (
        <PersonPicking
          data={data}
          chosen={memberId}
          onChoose={(chosen) => {
            const picked = data.members.find((one) => one.memberId === chosen)
            onChange(picked ? { memberId: picked.memberId, name: picked.name } : { memberId: null })
            setPicking(false)
          }}
        />
      ) : (
        <TextButton onPress={() => setPicking(true)}>{memberId === null ? '从登记过的人里选' : '换一个人'}</TextButton>
      )}
      <View className="line mt-3">
        <View className="grow">
          <TextButton icon="tick" plain onPress={onClose}>
            这一条写好了
          </TextButton>
        </View>
        <TextButton onPress={onRemove}>去掉这一条</TextButton>
      </View>
    </View>
  )
}

/** So many are found by looking. */
const FEW = 20
const NOBODY = ''

type PersonPickingProps = { data: VillagesAndPeople; chosen: string | null; onChoose: (memberId: string) => void }

function PersonPicking({ data, chosen, onChoose }: PersonPickingProps) {
  const [sought, setSought] = useState('')
  const found = data.members
    .map((person) => ({ key: person.memberId, title: person.name, note: personInWords(person, data) }))
    .filter(({ title, note }) => `${title}${note}`.includes(sought.trim()))
  return (
    <View className="mt-3">
      {data.members.length > FEW && (
        <View className="mb-2">
          <LineField label="找人" text={sought} placeholder="姓名或身份" most={30} onText={setSought} />
        </View>
      )}
      <ChoiceRows
        label="系统里的账号"
        choices={[{ key: NOBODY, title: '没有账号' }, ...found]}
        chosen={chosen ?? NOBODY}
        onChoose={onChoose}
      />
    </View>
  )
}
