import type { Phrases } from '../template.ts'

export const de: Phrases = {
  templates: [
    {
      group: 'billing',
      title: 'Rechnung {inv} nennt die falsche USt-IdNr.',
      english: 'Invoice {inv} names the wrong VAT number',
      description:
        'Auf der Rechnung {inv} steht die Nummer unserer früheren GmbH. So bekommen wir die Vorsteuer nicht zurück.',
      solution:
        'Die Rechnung {inv} ist storniert und mit der richtigen Nummer neu ausgestellt. Die Nummer ist auch in Ihrem Konto berichtigt, die nächsten Rechnungen stimmen also.',
    },
    {
      group: 'billing',
      title: 'Rechnung {inv} doppelt abgebucht',
      english: 'Invoice {inv} was debited twice',
      description: 'Am Montag wurden {sum} zweimal eingezogen, beide Male mit demselben Verwendungszweck.',
      solution:
        'Die zweite Abbuchung von {sum} ist zurückgegeben und morgen auf Ihrem Konto. Ursache war eine Zeitüberschreitung bei der Bank; solche Einzüge werden jetzt erst geprüft und dann wiederholt.',
    },
    {
      group: 'claims',
      title: 'Paket {mf} angekommen, aber der Karton ist eingedrückt',
      english: 'Parcel {mf} arrived, but the box is dented',
      description: 'Eine Ecke ist eingedrückt und zwei von sechs Lampen sind gebrochen. Fotos habe ich.',
      solution:
        'Wir ersetzen beide Lampen: {sum} gehen am Donnerstag raus. Bitte bewahren Sie den Karton noch eine Woche auf, danach kann er weg.',
    },
    {
      group: 'documents',
      title: 'Ablieferbeleg zu {mf} fehlt',
      english: 'Proof of delivery for {mf} is missing',
      description: 'Unser Kunde in {city} bestreitet die Lieferung. Ohne den unterschriebenen Beleg bezahlt er nicht.',
      solution: 'Der Beleg lag noch beim Fahrer. Er ist jetzt mit Unterschrift und Uhrzeit auf der Seite von {mf}.',
    },
    {
      group: 'tracking',
      title: 'Sendung {mf} fährt in die falsche Richtung',
      english: 'Shipment {mf} is going the wrong way',
      description: 'Gestern stand sie in {city}, heute dreihundert Kilometer weiter weg. Das kann nicht stimmen.',
      solution:
        'Es stimmt: Der Umweg führt über das Zolllager, weil die Papiere dort geprüft werden. {mf} kommt trotzdem am zugesagten Tag an, und die Seite erklärt den Umweg jetzt.',
    },
  ],
  staffReplies: [
    'Ich kümmere mich darum und melde mich heute noch.',
    'Können Sie mir bitte die Nummer auf dem Etikett nennen?',
  ],
  customerReplies: ['Gibt es schon etwas Neues?', 'Auf dem Etikett steht 77 310 946.'],
  declines: ['Die Nummer stimmt jetzt, aber das Datum ist das alte.', 'Die Gutschrift ist nicht angekommen.'],
  reopenings: ['Bei der nächsten Rechnung steht wieder die alte Nummer.'],
  cancellations: ['Hat sich erledigt, danke.'],
  closings: ['Am Telefon geklärt.'],
  pleased: ['Schnell und freundlich, vielen Dank.', '{rep} hat noch am selben Tag geantwortet.'],
  halfPleased: ['Am Ende gelöst, aber erst beim zweiten Anlauf.'],
  displeased: ['Dreimal dieselbe Frage beantwortet, bevor jemand die Rechnung angesehen hat.'],
}
