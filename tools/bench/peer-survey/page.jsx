import { createRoot } from 'react-dom/client'
import 'survey-core/survey-core.css'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'

/** The same ten questions in SurveyJS: one a screen, the next one after a tap. They come with the page: it makes no call. */
/* global QUESTIONS, LEVELS */

const survey = new Model({
  questionsOnPageMode: 'questionPerPage',
  autoAdvanceEnabled: true,
  showProgressBar: true,
  elements: QUESTIONS.map(({ id, title }) => ({
    type: 'radiogroup',
    name: id,
    title,
    choices: LEVELS.map(({ value, label }) => ({ value, text: label })),
  })),
})

createRoot(document.getElementById('app')).render(<Survey model={survey} />)
