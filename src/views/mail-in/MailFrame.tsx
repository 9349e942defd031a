import { classes } from '../../web/ui/classes.ts'
import { framed } from '../settings/framed.ts'
import list from '../staff/mail-list.module.css'
import styles from './MailIn.module.css'

type Props = { readonly html: string; readonly title: string }

/**
 * Somebody else's HTML, cleaned before and all the same kept apart: a page of its own that may run nothing, fetch nothing and
 * send nothing. Its links open beside us, and tell nobody where they were pressed.
 */
export const MailFrame = ({ html, title }: Props) => (
  <iframe
    className={classes(list['frame'], styles['frame'])}
    title={title}
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    referrerPolicy="no-referrer"
    srcDoc={framed(`<div dir="auto" style="${look}">${html}</div>`, title)}
  />
)

const look = 'font: 15px/1.6 system-ui, sans-serif; color: #23201c; overflow-wrap: anywhere'
