import { member } from '../../src/contract/member'
import { serve } from '../common/serve'
import { enter } from './enter'
import { me } from './me'

export const main = serve(member, {
  enter: { roles: 'anybody', run: enter },
  me: { roles: 'anybody', run: me },
})
