import { member } from '../../src/contract/member'
import { serve } from '../common/serve'
import { bind } from './bind'
import { enter } from './enter'
import { invite, inviteLine } from './invite'
import { me } from './me'
import { members } from './members'
import { revoke, revokeLine } from './revoke'
import { saveMember, saveMemberLine } from './save-member'

export const main = serve(member, {
  bind: { roles: 'anybody', run: bind },
  enter: { roles: 'anybody', run: enter },
  me: { roles: 'anybody', run: me },
  members: { roles: ['administrator'], run: members },
  saveMember: { roles: ['administrator'], audit: saveMemberLine, run: saveMember },
  invite: { roles: ['administrator'], audit: inviteLine, run: invite },
  revoke: { roles: ['administrator'], audit: revokeLine, run: revoke },
})
