import type pg from 'pg'
import { normalise } from '../src/entities/ticket/normalise.ts'
import { configurationOf } from '../src/entities/ticket/search-languages.ts'
import type { MultilingualText } from '../src/fields/multilingual-text/multilingual-text.ts'
import { chance, type Chance } from '../src/start/demo/chance.ts'

const everyday: Record<string, string> = {
  en: 'the shipment delivery note invoice container customs is late we need address driver please tracking page says not found price wrong number yesterday again pallet warehouse door broken box claim',
  ar: 'الشحنة الفاتورة الحاوية الجمارك تأخرت نحتاج العنوان السائق رقم صفحة التتبع لا تعمل أمس مرة أخرى المستودع صندوق مكسور مطالبة السعر شكرا أرجو الرد بوليصة موعد التسليم',
  fr: 'la livraison facture conteneur douane est en retard nous avons besoin adresse chauffeur numéro page suivi introuvable prix hier encore palette entrepôt porte carton abîmé réclamation',
  de: 'die Lieferung Rechnung Container Zoll ist verspätet wir brauchen Adresse Fahrer Nummer Seite Sendung nicht gefunden Preis falsch gestern wieder Palette Lager Tor Karton beschädigt',
  es: 'el envío factura contenedor aduana llega tarde necesitamos dirección conductor número página seguimiento precio ayer otra vez palé almacén puerta caja rota reclamación',
}
const sounds: Record<string, string> = {
  en: 'bar con del fer gran hol in jun ker lim mor nel or pas quin ros sel ton ver wil',
  ar: 'با تو جي حا دو ري سا شو صي طا عو في قا كو لي ما نو هي وا يو',
  fr: 'beau cha dou fré gre jou lai mou né ou pré qui rou sau tré u vil',
  de: 'auf be dach ein frei gut hoch kur lang mög nacht ober rück stein tür un ver weg zeit',
  es: 'ba co da el fue gra hi ja la mo ni os pre que ri so tie un va yo',
}
/** In few titles: what somebody looks for who knows exactly what they look for. */
export const rareWords: Record<string, string> = { en: 'zirconia', ar: 'زمردة' }
export const commonWords: Record<string, string> = { en: 'shipment', ar: 'الشحنة' }

const languages = ['en', 'en', 'en', 'ar', 'ar', 'ar', 'fr', 'de', 'es']
const lengths = { title: 7, description: 60, message: 25, solution: 50, comment: 12 }
export type Kind = keyof typeof lengths

const vocabularySize = 3_000
const variants = 600

export type Texts = {
  text: (luck: Chance, kind: Kind) => MultilingualText
  rareTitle(luck: Chance): MultilingualText
  /** How many of the titles have a rare word. */
  rarely: number
  /** Its words as the product stores them. */
  wordsOf(text: MultilingualText): string
  /** Every word that stands in one of them. */
  vocabulary: string[]
  /** A request as somebody would send it. */
  plain(luck: Chance, kind: Kind): string
}

/**
 * Some thousand texts in five languages, few words often and many seldom, with their words as PostgreSQL cuts them: what
 * takes an hour for eight million texts takes a second for these.
 */
export async function makeTexts(client: pg.Client): Promise<Texts> {
  const luck = chance(11)
  const pools = new Map<string, MultilingualText[]>()
  for (const language of Object.keys(everyday)) {
    const vocabulary = vocabularyOf(language, luck)
    for (const kind of Object.keys(lengths) as Kind[])
      pools.set(
        `${language} ${kind}`,
        Array.from({ length: variants }, () => written(language, kind, vocabulary, luck)),
      )
    const rare = rareWords[language]
    const titles = pools.get(`${language} title`)!.slice(0, 20)
    if (rare)
      pools.set(
        `${language} rare`,
        titles.map((title) => of(language, `${textOf(title)} ${rare}`)),
      )
  }
  const words = await cut(client, [...pools.values()].flat())
  const text: Texts['text'] = (chance, kind) => chance.pick(pools.get(`${chance.pick(languages)} ${kind}`)!)
  return {
    text,
    rarely: 0.001,
    rareTitle: (chance) => chance.pick(pools.get(`${chance.pick(Object.keys(rareWords))} rare`)!),
    vocabulary: [...new Set([...pools.values()].flat().flatMap((one) => normalise(textOf(one)).split(/\s+/u)))],
    wordsOf: (one) => words.get(textOf(one))!,
    plain: (chance, kind) => textOf(text(chance, kind)),
  }
}

function vocabularyOf(language: string, luck: Chance): string[] {
  const pieces = sounds[language]!.split(' ')
  const made = new Set(everyday[language]!.split(' '))
  while (made.size < vocabularySize)
    made.add(luck.pick(pieces) + luck.pick(pieces) + (luck.is(0.6) ? luck.pick(pieces) : ''))
  return [...made]
}

function written(language: string, kind: Kind, vocabulary: readonly string[], luck: Chance): MultilingualText {
  const length = Math.max(2, Math.round(lengths[kind] * (0.4 + 1.8 * luck.next() ** 2)))
  return of(language, Array.from({ length }, () => vocabulary[luck.skewed(vocabulary.length)]).join(' '))
}

const of = (source: string, text: string): MultilingualText => ({ source, texts: { [source]: { text, rev: 1 } } })
const textOf = ({ source, texts }: MultilingualText): string => texts[source]!.text

async function cut(client: pg.Client, texts: readonly MultilingualText[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ text: string; words: string }>(
    `select text, to_tsvector(language::regconfig, said)::text as words
     from unnest($1::text[], $2::text[], $3::text[]) as given (text, language, said)`,
    [texts.map(textOf), texts.map(({ source }) => configurationOf(source)), texts.map((one) => normalise(textOf(one)))],
  )
  return new Map(rows.map(({ text, words }) => [text, words]))
}
