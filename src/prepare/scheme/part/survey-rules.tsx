import { Card, Row, Section } from '../../../components/card'
import { StateChip } from '../../../components/state-chip'
import type { SchemeVersion } from '../../../contract/programme'
import { figure, percentage } from '../../../domain/scheme-words'
import { surveyRuleFaults } from '../entry/lenses'
import { standingOf } from '../scheme-words'

/** What of the survey is no list: quota, pass mark, channels, the open question. */
export function SurveyRules({ version, open }: { version: SchemeVersion; open: () => void }) {
  const { survey } = version.rules
  const { quota } = survey
  const { words, ...look } = standingOf(surveyRuleFaults(version.faults))
  const note = `户数的 ${percentage(quota.share)}，${figure(quota.min)} 到 ${figure(quota.max)} 份；及格分 ${figure(survey.passMark)}；${survey.openQuestion === null ? '不问最后一问' : '有最后一问'}`
  return (
    <Section title="怎么算">
      <Card>
        <Row
          strong
          title="份数、及格分、途径"
          note={note}
          end={<StateChip {...look}>{words}</StateChip>}
          onPress={open}
        />
      </Card>
    </Section>
  )
}
