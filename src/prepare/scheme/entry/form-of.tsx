import type { Scheme } from '../../../domain/round-file'
import type { SchemeFault } from '../../../domain/scheme-faults'
import type { FormProps } from './form-props'
import { ActionForm } from './forms/action'
import { DeductionForm } from './forms/deduction'
import { IndicatorForm } from './forms/indicator'
import { LevelForm } from './forms/level'
import { QuestionForm } from './forms/question'
import { RulesForm } from './forms/rules'
import { SettingsForm } from './forms/settings'
import { SurveyRulesForm } from './forms/survey-rules'
import type { Kind } from './lenses'

type AnyForm = {
  form: unknown
  faults: readonly SchemeFault[]
  change: (fields: never) => void
  replace: (form: never) => void
}

export function FormOf({ kind, form, rules }: { kind: Kind; form: AnyForm; rules: Scheme }) {
  // The page read it by the kind: it is what this kind's form takes.
  const { faults, change, replace } = form
  const props = { form: form.form, faults, change, replace, rules } as FormProps<never>
  const Form = forms[kind] as unknown as (props: FormProps<never>) => JSX.Element
  return <Form {...props} />
}

const forms = {
  rules: RulesForm,
  settings: SettingsForm,
  surveyRules: SurveyRulesForm,
  actions: ActionForm,
  indicators: IndicatorForm,
  deductions: DeductionForm,
  questions: QuestionForm,
  levels: LevelForm,
}
