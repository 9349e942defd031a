import { ar } from './texts/ar.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { zh } from './texts/zh.ts'
import type { Phrases } from './template.ts'

export type Language = 'en' | 'ar' | 'fr' | 'de' | 'es' | 'zh'

export const phrases: Record<Language, Phrases> = { en, ar, fr, de, es, zh }

/** What staff write among themselves. */
export const amongStaff = {
  notes: [
    'The archive had it under the old booking number. Printing a fresh copy with the stamp now.',
    'Called the hub: the scanner was down since Sunday, they enter it by hand tonight.',
    'Finance confirms the payment, it was booked on the wrong container.',
    'A regular customer, please answer today.',
    'The driver says that the neighbour signed. Photo of the receipt is in the shared folder.',
    'اتصلت بالعميل وشرحت له ما سنفعله، وهو راضٍ بذلك.',
    'المستند في الأرشيف تحت رقم الحجز القديم، وسأطبع نسخة مختومة.',
    'Third time this month that the rate table was wrong for this lane.',
  ],
  returns: [
    'The link expires after an hour. Attach the PDF itself.',
    'Please also say what we do so that it does not happen again.',
    'The amount is net, the customer asked for gross.',
    'أرجو ذكر موعد الوصول بدقة، وألا نكتفي بكلمة «قريبًا».',
    'Too short. Say that we are sorry, and when the money arrives.',
  ],
  givingBack: [
    'I am away from tomorrow; whoever takes it finds the documents in the archive.',
    'Needs somebody who knows the new rate table.',
  ],
  withdrawals: ['The hub has just corrected the date; I am writing it anew.', 'The amount in it was wrong.'],
} as const

/** Fills the places of a text: {mf}, {inv}, {box}, {city}, {sum}, {rep}. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
