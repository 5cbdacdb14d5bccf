import { survey } from '../../src/contract/survey'
import { serve } from '../common/serve'
import { answer } from './answer'
import { answerByCard } from './answer-by-card'
import { openCard } from './open-card'
import { publicPage } from './public-page'
import { voices } from './voices'

/** No audit: a survey call leaves no line about who called (docs/domain.md, Survey rules). */
export const main = serve(survey, {
  answer: { roles: 'anybody', run: answer },
  openCard: { roles: 'anybody', run: openCard },
  answerByCard: { roles: 'anybody', run: answerByCard },
  voices: {
    roles: ['administrator', 'inspector'],
    states: ['sealed', 'announced', 'archived'],
    run: voices,
  },
  publicPage: { roles: 'everybody', run: publicPage },
})
