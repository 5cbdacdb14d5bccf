import { Screen } from '../../components/screen'
import { StrangerHome } from './stranger-home'
import { useHome } from './use-home'
import { WorkHome } from './work-home'

/** Opened without a code: home by role; without a role, the way in. */
export default function HomePage() {
  const home = useHome()
  if (home.loading) return <Screen title="乡村振兴拉练" state="loading" />
  return home.me?.member ? <WorkHome home={home} me={home.me} member={home.me.member} /> : <StrangerHome home={home} />
}
