import { useState } from 'react'
import { pageQuery } from '../../../client/navigate'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { Segments } from '../../../components/segments'
import { useScheme } from '../use-scheme'
import { CardPreview } from './card-preview'
import { DeductionPreview } from './deduction-preview'
import { SurveyPreview } from './survey-preview'

type What = 'card' | 'deductions' | 'survey'

/** As inspectors and villagers will see it, by their own components; nothing is kept or sent. */
export default function PreviewPage() {
  const [{ what: asked }] = useState(pageQuery)
  const [what, setWhat] = useState<What>(asked === 'survey' || asked === 'deductions' ? asked : 'card')
  const { data, screen, offline } = useScheme()
  if (!data) return <Screen title="预览" state={screen} offline={offline} />
  return (
    <Screen
      title="预览"
      offline={offline}
      top={
        <Segments
          choices={[
            { key: 'card', label: '评分表' },
            { key: 'deductions', label: '扣分项' },
            { key: 'survey', label: '村民测评' },
          ]}
          chosen={what}
          onChoose={setWhat}
        />
      }
    >
      <Notice title="这是预览，点了不算数">不会保存，也不会交上去。</Notice>
      {what === 'card' && <CardPreview rules={data.rules} />}
      {what === 'deductions' && <DeductionPreview rules={data.rules} />}
      {what === 'survey' && <SurveyPreview rules={data.rules} />}
    </Screen>
  )
}
