import { logoAlong, logoAttachment } from '../../channels/email/letter-logo.ts'
import type { Attachment, Mail } from '../../channels/email/mail.ts'
import type { Prepared } from '../../channels/email/outbox.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { logoPicture } from '../../settings/logo-picture.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { chartPng } from '../../statistics/chart-png.server.ts'
import { loadPeople } from '../../users/people.server.ts'
import { paperFor, printed } from './pdf/report-pdf.server.ts'
import { readReport } from './read-report.server.ts'
import { printOnce, type Print } from './print-once.server.ts'
import { reportLetter } from './send-report-letter.ts'
import type { ReportMail } from './send-report.write.server.ts'

const picture = 'days@report'

/**
 * Puts a queued report into its recipient's words, with the PDF and the picture of its days. Asked anew at every try: whoever
 * may no longer read reports gets none, and what someone may not see of it is in none of the three.
 */
export const prepareReport = (desk: Desk, publicUrl: string, print: Print = printed) => {
  const once = printOnce(print)
  return async ({ recipient_id: recipient, says }: Mail): Promise<Prepared> => {
    const reader = recipient === null ? undefined : (await loadPeople(desk.read(), [recipient])).get(recipient)
    if (!reader?.permissions.has('report.read')) return 'dropped'
    const { month, version, askedFor } = says as ReportMail
    const { page, ...whole } = await setFor({ desk, print: once }, reader, month, version)
    const address = new URL(`/reports/${month}${page}`, publicUrl).toString()
    const drawn = whole.attachments.some(({ cid }) => cid === picture)
    const logo = await logoPicture(desk.read(), await readSettings(desk.read()), 'mail')
    const words = reportLetter({
      paper: whole.paper,
      t: whole.t,
      page: address,
      picture: drawn ? picture : null,
      logo: logo && logoAlong(logo),
      askedFor,
    })
    const attachments = [...whole.attachments, ...(logo ? [logoAttachment(logo)] : [])]
    return { words, address: reader.email, confidential: false, attachments }
  }
}

type Press = { desk: Desk; print: Print }

async function setFor({ desk, print }: Press, reader: Person, month: string, version: number) {
  const report = await readReport(desk, reader, month, version === 0 ? undefined : version)
  const { paper, toPrint, t } = await paperFor(desk, reader, report)
  const attachments: Attachment[] = [
    {
      name: `monthly-performance-${month}.pdf`,
      type: 'application/pdf',
      content: await print(toPrint, report.madeAt),
    },
  ]
  if (paper.daily)
    attachments.push({
      name: `monthly-performance-${month}.png`,
      type: 'image/png',
      content: await chartPng(paper.daily, paper, { width: 560, height: 240 }),
      cid: picture,
    })
  const newest = report.versions[0] === report.version || report.version === 0
  return { paper, t, attachments, page: newest ? '' : `?version=${report.version}` }
}
