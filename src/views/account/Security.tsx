import { AccountPage } from './AccountPage.tsx'
import { Factor } from './Factor.tsx'
import { Password } from './Password.tsx'
import { Sessions } from './Sessions.tsx'

/** How one signs in, and where one is. */
export const Security = () => (
  <AccountPage>
    <Password />
    <Factor />
    <Sessions />
  </AccountPage>
)
