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
// as people head their requests: two words, half of them names
const titles: Record<string, string[]> = {
  en: [
    ...[
      'Password reset',
      'Reset password',
      'Printer error',
      'Slow internet',
      'Broken link',
      'App crash',
      'VPN down',
      'Help',
    ],
    ...[
      'Invoice missing',
      'Login problem',
      'Refund',
      'Order late',
      'Delivery status',
      'Cannot print',
      'Account locked',
    ],
    ...['Change of address', 'Missing parcel', 'Damaged item', 'No sound', 'Invoice 8841', 'Where is my parcel?'],
  ],
  fr: [
    ...[
      'Mot de passe oublié',
      'Facture introuvable',
      'Colis perdu',
      'Problème de connexion',
      'Remboursement',
      'Erreur 500',
    ],
    ...['Compte bloqué', 'Adresse erronée', 'Imprimante en panne', 'Facture 8841', 'Bonjour', 'Lien cassé'],
  ],
  de: [
    ...['Passwort vergessen', 'Rechnung fehlt', 'Paket verloren', 'Anmeldung nicht möglich', 'Erstattung', 'Hilfe'],
    ...['Konto gesperrt', 'Falsche Adresse', 'Drucker defekt', 'Rechnung 8841', 'Kein Ton', 'Bestellung stornieren'],
  ],
  es: [
    ...['Contraseña olvidada', 'Factura perdida', 'Paquete perdido', 'Problema de acceso', 'Reembolso', 'Factura 8841'],
    ...[
      'Cuenta bloqueada',
      'Dirección incorrecta',
      'Impresora averiada',
      'Ayuda',
      'Cancelar pedido',
      'Entrega retrasada',
    ],
  ],
  ar: ['كلمة المرور', 'فاتورة', 'طرد مفقود', 'استرداد', 'مساعدة', 'الطابعة', 'و', 'خطأ 500'],
  zh: ['密码', '发票', '退款', '包裹丢失', '帮助', '打印机故障', '我', '错误 500'],
}
const headed = Object.entries(titles).flatMap(([language, each]) =>
  each.map((title): [string, string] => [language, title]),
)

describe('titles of a few words', () => {
  test.each(headed)('%s: “%s” is that to its own people', (language, title) => {
    for (const writer of [language, `${language}-XX`]) expect(detectLanguage(title, writer)).toBe(writer)
  })

  test('“Password reset” was Italian: what is not sure is the writer’s own language, never a third', () => {
    const strangers = (writers: string[], otherwise?: string) =>
      headed.flatMap(([language, title]) =>
        writers
          .map((writer) => [title, writer, detectLanguage(title, writer)] as const)
          .filter(([, writer, found]) => found !== language && found !== (otherwise ?? writer)),
      )
    expect(strangers(['en', 'fr', 'de', 'es', 'tr', 'pt'])).toEqual([])
    expect(strangers(['ar', 'zh', 'ru'], 'en')).toEqual([])
  })

  test('Arabic and Chinese are sure by their letters, whoever writes them', () => {
    for (const language of ['ar', 'zh'])
      for (const title of titles[language]!)
        for (const writer of ['en', 'de', 'ru']) expect(detectLanguage(title, writer)).toBe(language)
  })

  test.each(['a', 'b', 'x', 'é', 'ñ', 'ß', 'OK', 'Hi', 'asdf', 'test', 'PDF', 'Wi-Fi', 'iPhone 15', 'Outlook 365'])(
    '“%s” is in no language that its writer does not write',
    (text) => {
      for (const writer of ['en', 'fr', 'de', 'es', 'tr']) expect(detectLanguage(text, writer)).toBe(writer)
      for (const writer of ['ar', 'zh']) expect(detectLanguage(text, writer)).toBe('en')
    },
  )
})

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
  ['Russian of one word', 'Пароль', 'en', 'ru'],
  ['Cyrillic by a Bulgarian', 'Паролата ми не работи', 'bg', 'bg'],
  ['a language that is not ours, at length', 'Ho dimenticato la password del mio conto', 'en', 'it'],
  ['Urdu by its letters', 'میرا آرڈر کب پہنچے گا؟', 'en', 'ur'],
  ['Arabic with a product’s name', 'تطبيق Sanad Desktop لا يفتح على جهازي الجديد', 'en', 'ar'],
  ['English with an Arabic word', 'The word شكرًا is missing on the last page of the report', 'ar', 'en'],
])('%s', (_what, text, writer, language) => expect(detectLanguage(text, writer)).toBe(language))

test('what an Arab writes in Latin letters is not Arabic, however short', () => {
  expect(detectLanguage('Error 404', 'ar')).not.toBe('ar')
})
