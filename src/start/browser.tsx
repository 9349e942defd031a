import { createRoot } from 'react-dom/client'
import { SignedOutShell } from '../web/shell/SignedOutShell.tsx'
import { UiProvider } from '../web/ui/index.ts'

const place = document.getElementById('root')
if (place) createRoot(place).render(<UiProvider dir="ltr"><SignedOutShell organisation="Sanad" title="Sanad">{null}</SignedOutShell></UiProvider>)
