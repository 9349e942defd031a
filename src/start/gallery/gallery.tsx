// Every piece on one page, for looking at: ?lang=ar, ?scheme=dark, ?show=pieces|staff|customer|signin. Never part of a build.
import { createRoot } from 'react-dom/client'
import { UiProvider } from '../../web/ui/index.ts'
import { ar, en } from './words.ts'
import { CustomerPage, SignInPage, StaffPage } from './pages.tsx'
import { Pieces } from './pieces.tsx'

const asked = new URLSearchParams(location.search)
const words = asked.get('lang') === 'ar' ? ar : en
const scheme = asked.get('scheme') === 'dark' ? 'dark' : 'light'
const pages = { pieces: Pieces, staff: StaffPage, customer: CustomerPage, signin: SignInPage }
const Shown = pages[(asked.get('show') ?? 'pieces') as keyof typeof pages] ?? Pieces

const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <UiProvider dir={words === ar ? 'rtl' : 'ltr'} lang={words === ar ? 'ar' : 'en'} colorScheme={scheme}>
      <Shown words={words} />
    </UiProvider>,
  )
