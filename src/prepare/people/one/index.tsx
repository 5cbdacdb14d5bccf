import { View } from '@tarojs/components'
import { useState } from 'react'
import { backTo } from '../../../client/back-to'
import { pageQuery } from '../../../client/navigate'
import type { Refused } from '../../../client/use-deed'
import { Section } from '../../../components/card'
import { LineField } from '../../../components/line-field'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { OptionKeys } from '../../../components/option-keys'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { TextButton } from '../../../components/text-button'
import { personInWords, standingInWords, standingOf } from '../person-words'
import { type People, type Person, usePeople } from '../use-people'
import { InviteShown } from './invite-shown'
import { RoleRows } from './role-rows'
import { useInvite, useRevoking } from './use-invite'
import { namesake, usePersonForm } from './use-person-form'

/** One person: name, district, roles; the code that binds their phone; taking it all back. */
export default function PersonPage() {
  const [{ member }] = useState(pageQuery)
  const [memberId, setMemberId] = useState(member)
  const { data, screen, offline, reload } = usePeople()
  if (!data) return <Screen title="人员" broad state={screen} offline={offline} />
  const person = data.members.find((one) => one.memberId === memberId) ?? null
  if (memberId !== undefined && !person)
    return (
      <Screen
        title="人员"
        broad
        state={{
          empty: '没有这个人',
          text: '可能已经改了编号，请回到名单里再找。',
          icon: 'person',
          action: { label: '回到名单', onPress: () => backTo('prepare/people/index', {}) },
        }}
      />
    )
  // Read first, then shown under its id: a person just made is in the list by then.
  const onSaved = async (saved: string) => {
    await reload()
    setMemberId(saved)
  }
  return <OpenPerson people={data} person={person} offline={offline} reload={reload} onSaved={onSaved} />
}

type OpenPersonProps = {
  people: People
  person: Person | null
  offline: ReturnType<typeof usePeople>['offline']
  reload: () => Promise<void>
  onSaved: (memberId: string) => Promise<void>
}

function OpenPerson({ people, person, offline, reload, onSaved }: OpenPersonProps) {
  const editing = usePersonForm(person, { onSaved, reload })
  const inviting = useInvite(reload)
  const revoking = useRevoking(reload)
  const { form, change } = editing
  if (inviting.invite)
    return <InviteShown invite={inviting.invite} onCopy={() => void inviting.copyText()} onClose={inviting.close} />

  // What was lost to somebody faster is no matter any more once theirs is taken over.
  const notSaved = editing.refused?.code === 'changed' && !editing.isChanged ? null : editing.refused
  const refused = notSaved ?? inviting.refused ?? revoking.refused
  const same = namesake(form, person?.memberId, people)
  return (
    <Screen
      title={person ? '人员' : '登记一个人'}
      broad
      offline={offline}
      dock={<Dock person={person} editing={editing} inviting={inviting} />}
    >
      <SheetHead>
        <View className="title">{person ? person.name : '登记一个人'}</View>
        <View className="quiet">
          {person ? standingInWords(person, people.at) : '先登记，再发邀请码，本人用自己的微信绑定。'}
        </View>
      </SheetHead>
      {refused && (
        <View className="mt-3">
          <RefusedNotice
            refused={refused}
            now={person && personInWords(person, people)}
            onTakeTheirs={editing.takeTheirs}
          />
        </View>
      )}
      <View className="mt-4">
        <LineField
          label="姓名"
          hint="绑定时要填的就是它"
          text={form.name}
          placeholder="如 王敏"
          most={30}
          onText={(name) => change({ name })}
        />
      </View>
      {same !== null && (
        <View className="mt-2">
          <Notice title="已经有一位同名的">{`${same}。如果是同一个人，请回名单里改他，不用再登记。`}</Notice>
        </View>
      )}
      <DistrictKeys people={people} chosen={form.districtId} onChoose={(districtId) => change({ districtId })} />
      <RoleRows roles={form.roles} people={people} onChange={(roles) => change({ roles })} />
      {person && !person.revoked && (
        <Section title="不再参加">
          <View className="quiet">调走、退休、手机丢了：撤销以后，他的微信立刻进不来。</View>
          <TextButton onPress={() => void revoking.revoke(person)}>
            {revoking.revoking ? '正在撤销' : `撤销${person.name}`}
          </TextButton>
        </Section>
      )}
    </Screen>
  )
}

/** Recusal follows from it. */
function DistrictKeys({
  people,
  chosen,
  onChoose,
}: {
  people: People
  chosen: string | null
  onChoose: (districtId: string | null) => void
}) {
  if (people.districts.length === 0) return null
  return (
    <Section title="来自哪个区" remark="评委对本区的村回避">
      <OptionKeys
        question="来自哪个区"
        options={[
          { key: '', label: '不属于区' },
          ...people.districts.map(({ id, name }) => ({ key: id, label: name })),
        ]}
        chosen={chosen ?? ''}
        onChoose={(key) => onChoose(key === '' ? null : key)}
      />
    </Section>
  )
}

type DockProps = {
  person: Person | null
  editing: ReturnType<typeof usePersonForm>
  inviting: ReturnType<typeof useInvite>
}

/** What was changed is saved first; then there is a code to send. */
function Dock({ person, editing, inviting }: DockProps) {
  const { isChanged, lacks, saving, save, form } = editing
  if (saving) return <MainButton kind="off">正在保存</MainButton>
  if (inviting.issuing) return <MainButton kind="off">正在生成邀请码</MainButton>
  if (lacks !== null) return <MainButton kind="off">{lacks}</MainButton>
  if (!person) return <MainButton onPress={() => void save()}>{`登记${form.name.trim()}`}</MainButton>
  if (person.revoked) return <MainButton onPress={() => void save()}>{`把${form.name.trim()}登记回来`}</MainButton>
  if (isChanged) return <MainButton onPress={() => void save()}>保存改动</MainButton>
  const issue = () => void inviting.issue(person.memberId)
  if (standingOf(person, 0) === 'bound')
    return (
      <MainButton kind="outline" onPress={issue}>
        换了微信号：发新的邀请码
      </MainButton>
    )
  return <MainButton onPress={issue}>{person.invite ? '重新发邀请码' : '发邀请码'}</MainButton>
}

type RefusedNoticeProps = { refused: Refused; now: string | null; onTakeTheirs: () => void }

function RefusedNotice({ refused, now, onTakeTheirs }: RefusedNoticeProps) {
  const { code, sentence, details } = refused
  if (code === 'changed')
    return (
      <Notice kind="error" title="别人刚改过这个人">
        {`您的改动还没有存。现在存着的是：${now ?? ''}。再点保存，就用您的。`}
        <View>
          <TextButton onPress={onTakeTheirs}>不要我的改动，看现在的</TextButton>
        </View>
      </Notice>
    )
  return (
    <Notice kind="error" title="没有办成">
      {typeof details.problem === 'string' ? `${details.problem}。` : sentence}
    </Notice>
  )
}
