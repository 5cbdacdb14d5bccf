import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row, Section } from '../../components/card'
import { MainButton } from '../../components/main-button'
import { isReason, ReasonField } from '../../components/reason-field'
import { SignLines } from '../../components/step-line'
import { TextButton } from '../../components/text-button'
import { RefusedNotice } from './refused-notice'
import { type ExportFile, useExports } from './use-exports'
import type { RoundView } from './use-round'

/** 公开版 for anybody once announced; 审计版 with every mark and answer, which two persons let out for a reason. */
export function Exports({ view, reload }: { view: RoundView; reload: () => Promise<void> }) {
  const { round, me } = view
  const exports = useExports(round.id, reload)
  const isAnnounced = round.state === 'announced' || round.state === 'archived'
  return (
    <Section title="导出存档">
      {exports.refused && <RefusedNotice refused={exports.refused} />}
      <Card>
        {isAnnounced ? (
          <Row
            title="公开版"
            note="评委用代号，答卷只有合计，谁都可以拿去重算"
            label="取公开版的下载地址"
            onPress={exports.fetchPublic}
          />
        ) : (
          <Row title="公开版" note="公布以后才有" />
        )}
        {exports.files.public && <FileRow file={exports.files.public} onCopy={exports.copyAddress} />}
        {(me.isAdministrator || view.auditExport) && <AuditRows view={view} exports={exports} />}
      </Card>
    </Section>
  )
}

type ExportsOf = ReturnType<typeof useExports>

function AuditRows({ view: { auditExport, me }, exports }: { view: RoundView; exports: ExportsOf }) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const waiting = auditExport && auditExport.agreedBy === null ? auditExport : null
  const agreed = auditExport && auditExport.agreedBy !== null ? auditExport : null

  async function propose() {
    if (!(await exports.proposeAudit(reason.trim()))) return
    setAsking(false)
    setReason('')
  }

  return (
    <>
      <Row
        title="审计版"
        note="有每位评委的每一个分，两人同意才能取，给指定的审计人"
        label="审计版，要两人同意"
        onPress={me.isAdministrator && !waiting ? () => setAsking(!asking) : undefined}
      />
      {asking && !waiting && (
        <View className="export-part">
          <ReasonField
            title="给谁看、为什么"
            hint="写进操作记录"
            placeholder="如：市审计局张工，核对第 2 次拉练算分"
            value={reason}
            onChange={setReason}
          />
          <View className="mt-2">
            {isReason(reason) ? (
              <MainButton kind="outline" onPress={propose}>
                提请导出审计版
              </MainButton>
            ) : (
              <MainButton kind="off">先写给谁看、为什么</MainButton>
            )}
          </View>
        </View>
      )}
      {waiting && (
        <View className="export-part">
          <View>{waiting.reason}</View>
          <View className="mt-2">
            <SignLines
              signs={[
                { act: '提请', by: waiting.isMine ? `${waiting.byName}（你）` : waiting.byName },
                { act: '同意', may: waiting.mayAgree ? '你可以' : '管理员或评委' },
              ]}
            />
          </View>
          {waiting.mayAgree && (
            <MainButton kind="outline" onPress={() => exports.agree(waiting)}>
              同意导出审计版
            </MainButton>
          )}
          {waiting.isMine && <TextButton onPress={() => exports.withdraw(waiting)}>撤回提请</TextButton>}
        </View>
      )}
      {agreed && (
        <Row
          title="取审计版"
          note={`${agreed.byName}提请，${agreed.agreedByName}同意：${agreed.reason}`}
          label="取审计版的下载地址"
          onPress={() => exports.fetchAudit(agreed)}
        />
      )}
      {exports.files.audit && <FileRow file={exports.files.audit} onCopy={exports.copyAddress} />}
    </>
  )
}

function FileRow({ file, onCopy }: { file: ExportFile; onCopy: (file: ExportFile) => void }) {
  return (
    <View className="export-part">
      <View className="apart">
        <View className="small">{file.fileName}</View>
        <View className="small quiet nowrap">{kilobytes(file.bytes)}</View>
      </View>
      <View className="small quiet export-address">{file.url}</View>
      <TextButton onPress={() => onCopy(file)}>复制下载地址，一小时内有效</TextButton>
    </View>
  )
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`
}
