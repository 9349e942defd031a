import { describe, expect, test } from 'vitest'
import { detectLanguage } from './detect-language.server.ts'

const said: Record<string, string[]> = {
  ar: ['لا أستطيع تسجيل الدخول', 'الفاتورة خاطئة', 'متى يصل الطلب؟', 'شكرًا جزيلًا', 'التطبيق لا يعمل على هاتفي منذ أمس'],
  en: [
    'I cannot sign in to my account',
    'The invoice is wrong',
    'When will my order arrive?',
    'The app crashes when I open it',
    'Please cancel my subscription',
  ],
  fr: [
    'Je ne peux pas me connecter à mon compte',
    'La facture est incorrecte',
    'Quand ma commande arrivera-t-elle ?',
    'L’application ne fonctionne plus depuis hier',
    'Veuillez annuler mon abonnement',
  ],
  de: [
    'Ich kann mich nicht anmelden',
    'Die Rechnung ist falsch',
    'Wann kommt meine Bestellung an?',
    'Die App stürzt beim Öffnen ab',
    'Bitte kündigen Sie mein Abonnement',
  ],
  es: [
    'No puedo iniciar sesión en mi cuenta',
    'La factura está equivocada',
    '¿Cuándo llegará mi pedido?',
    'La aplicación no funciona desde ayer',
    'Por favor, cancelen mi suscripción',
  ],
  zh: ['我无法登录', '发票有误', '我的订单什么时候到？', '应用打不开', '请取消我的订阅'],
}
const short = Object.entries(said).flatMap(([language, texts]) =>
  texts.map((text): [string, string] => [language, text]),
)

describe('short texts, whoever writes them', () => {
  test.each(short)('%s: %s', (language, text) => {
    for (const writer of ['en', 'ar', 'ja']) expect(detectLanguage(text, writer)).toBe(language)
  })
})

test.each([
  ['no word at all', '1042 :-) 👍', 'fr', 'fr'],
  ['a word that is many languages’', 'OK', 'es', 'es'],
  ['a region of the writer', 'الفاتورة خاطئة', 'ar-EG', 'ar-EG'],
  ['another script of the writer', '發票有誤，請重新開立', 'zh-Hant-TW', 'zh-Hant-TW'],
  ['Japanese, which has Han too', '注文はいつ届きますか', 'en', 'ja'],
  ['Korean', '로그인할 수 없습니다', 'en', 'ko'],
  ['Hebrew', 'אני לא מצליח להתחבר', 'en', 'he'],
  ['Persian by its letters', 'گزارش چاپ نمی‌شود', 'en', 'fa'],
  ['Persian without them, by a Persian', 'سلام', 'fa', 'fa'],
  ['Urdu by its letters', 'میرا آرڈر کب پہنچے گا؟', 'en', 'ur'],
  ['Arabic with a product’s name', 'تطبيق Sanad Desktop لا يفتح على جهازي الجديد', 'en', 'ar'],
  ['English with an Arabic word', 'The word شكرًا is missing on the last page of the report', 'ar', 'en'],
])('%s', (_what, text, writer, language) => expect(detectLanguage(text, writer)).toBe(language))

test('what an Arab writes in Latin letters is not Arabic, however short', () => {
  expect(detectLanguage('Error 404', 'ar')).not.toBe('ar')
})
