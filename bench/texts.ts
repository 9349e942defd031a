import type { MultilingualText } from '../src/fields/multilingual-text/multilingual-text.ts'
import type { Chance } from '../src/start/demo/chance.ts'

const words: Record<string, string[]> = {
  en: 'the shipment delivery note invoice container customs is late we need address driver please tracking page says not found price wrong number yesterday again pallet warehouse door broken box claim'.split(
    ' ',
  ),
  ar: 'الشحنة الفاتورة الحاوية الجمارك تأخرت نحتاج العنوان السائق رقم صفحة التتبع لا تعمل أمس مرة أخرى المستودع صندوق مكسور مطالبة السعر شكرا أرجو الرد بوليصة موعد التسليم'.split(
    ' ',
  ),
  fr: 'la livraison facture conteneur douane est en retard nous avons besoin adresse chauffeur numéro page suivi introuvable prix hier encore palette entrepôt porte carton abîmé réclamation'.split(
    ' ',
  ),
  de: 'die Lieferung Rechnung Container Zoll ist verspätet wir brauchen Adresse Fahrer Nummer Seite Sendung nicht gefunden Preis falsch gestern wieder Palette Lager Tor Karton beschädigt'.split(
    ' ',
  ),
  es: 'el envío factura contenedor aduana llega tarde necesitamos dirección conductor número página seguimiento precio ayer otra vez palé almacén puerta caja rota reclamación'.split(
    ' ',
  ),
  zh: '运单号 显示 未找到 发票 抬头 需要 修改 货柜 海关 延误 地址 司机 仓库 破损 索赔 请 尽快 回复'.split(' '),
}
const languages = ['en', 'en', 'en', 'ar', 'ar', 'ar', 'fr', 'de', 'es', 'zh']

/** A text of about so many words in one of six languages. */
export function text(chance: Chance, about: number): MultilingualText {
  const source = chance.pick(languages)
  const length = Math.max(2, Math.round(about * (0.4 + 1.8 * chance.next() ** 2)))
  const said = Array.from({ length }, () => chance.pick(words[source]!)).join(source === 'zh' ? '' : ' ')
  return { source, texts: { [source]: { text: said, rev: 1 } } }
}

/** A request as somebody would send it. */
export function plain(chance: Chance, about: number): string {
  const written = text(chance, about)
  return written.texts[written.source]!.text
}
