import { day, files, leftOut, name, number, ticketNumber, word, type Raw } from './raw.ts'

const written = (en: string, ar: string): Raw => ({
  text: { source: 'en', texts: { en: { text: en }, ar: { text: ar } } },
})

const inDays = (now: Date, days: number): Raw | undefined => day(new Date(now.getTime() + days * 86_400_000))

/** What the variables of the templates look like, for a preview without a ticket. People's names stay as they are. */
export function sampleOf(variable: string, now: Date): Raw | undefined {
  switch (variable) {
    case 'number':
      return ticketNumber(1042)
    case 'original':
      return ticketNumber(1031)
    case 'title':
      return written('The delivery note cannot be downloaded', 'لا يمكن تنزيل إشعار التسليم')
    case 'solution':
    case 'reply':
      return written('The link works again. Please try it once more.', 'الرابط يعمل من جديد. يُرجى المحاولة مرة أخرى.')
    case 'excerpt': {
      const { text } = written(
        'Since this morning the page says that the file is missing.',
        'منذ الصباح تقول الصفحة إن الملف غير موجود.',
      ) as { text: never }
      return { excerpt: text }
    }
    case 'reason':
    case 'comment':
      return written('The file opens, but it is last month’s.', 'يُفتح الملف لكنه ملف الشهر الماضي.')
    case 'leftOut':
      return leftOut([{ why: 'tooLarge', name: 'film.mp4', size: 30_000_000 }])
    case 'files':
      return files([{ name: 'form.pdf', size: 122_880 }])
    case 'customer':
      return name('Salma Idris')
    case 'actor':
    case 'assignee':
    case 'member':
      return name('Omar Siddiqui')
    case 'group':
      return name('Documents')
    case 'round':
      return number(2)
    case 'score':
      return number(2)
    case 'max':
      return number(5)
    case 'scoreWord':
      return word('rating:score.2')
    case 'status':
    case 'pending':
      return word('glossary:status.inProgress')
    case 'openedOn':
    case 'offeredOn':
    case 'closedOn':
      return inDays(now, -3)
    case 'spokeOn':
      return inDays(now, -2)
    case 'answerBy':
    case 'closesOn':
      return inDays(now, 4)
    case 'reopenUntil':
    case 'rateUntil':
      return inDays(now, 14)
    default:
      return undefined
  }
}
