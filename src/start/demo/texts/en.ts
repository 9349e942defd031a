import type { Phrases } from '../template.ts'

export const en: Phrases = {
  templates: [
    {
      group: 'documents',
      title: 'Delivery note of shipment {mf} cannot be downloaded',
      description:
        'When I press “Delivery note” for {mf} the page says “document not found”. Customs in {city} want it before 15:00, otherwise the lorry stays there overnight. I need it with the company stamp; a photo of it is not accepted.',
      solution:
        'The stamped delivery note of {mf} is attached to the shipment now, and customs accept it as it is. It was filed under your old booking number when you changed the delivery date. From today the tracking page follows a booking when its number changes. I am sorry for the trouble.',
    },
    {
      group: 'documents',
      title: 'Where do I upload the customs declaration?',
      description:
        'The broker sent me the declaration for {mf} as a PDF. I find no place for it on the shipment’s page.',
      solution:
        'Open {mf}, choose “Documents” and then “Add”. The button appears as soon as the shipment has a customs office, which yours did not have; I entered {city} for you, so it is there now.',
    },
    {
      group: 'documents',
      title: 'Certificate of origin for {mf} has the wrong consignee',
      description:
        'It names our Dubai branch. The goods go to {city}, and the bank will not pay on a certificate with another name.',
      solution:
        'A corrected certificate for {city} is issued and stamped; the former one is void. The original leaves by courier today, the copy is on the page of {mf}.',
    },
    {
      group: 'documents',
      title: 'Proof of delivery for {mf} has somebody else’s signature',
      description: 'Nobody of that name works at our warehouse. Please find out where the three pallets were left.',
      solution:
        'The driver left the pallets with the neighbour at gate 4, who signed. They are being brought to you today before 17:00, and you get a new proof of delivery with your own signature.',
    },
    {
      group: 'tracking',
      title: 'Tracking of {mf} has stood still for three days',
      description:
        'The last entry is “Arrived at {city}” on Sunday. The customer asks me every hour. Is it moving at all?',
      solution:
        'It is. The scanner at the {city} hub was out of order from Sunday on, so nothing was written down. {mf} left yesterday at 21:40 and arrives tomorrow morning; the missing entries are there now.',
    },
    {
      group: 'tracking',
      title: 'Driver’s phone number is missing on the tracking page',
      description: 'For {mf} the page shows a name and no number. Our gate needs to call him half an hour ahead.',
      solution:
        'The number is on the page now. It had been hidden because the driver changed on the way; from now on the new driver’s number replaces the former one by itself.',
    },
    {
      group: 'tracking',
      title: 'Change the delivery address of {mf} before Wednesday',
      description:
        'The site in {city} is closed from Wednesday. Please deliver to our yard instead, the address is in my account.',
      solution:
        'Done: {mf} goes to your yard. The route is four kilometres shorter, so there is no surcharge, and the delivery window stays as it was.',
    },
    {
      group: 'billing',
      title: 'Invoice {inv} names the wrong company',
      description:
        'It should be made out to Qanadeel Trading LLC and not to Qanadeel Holding. We cannot book it like this.',
      solution:
        'Invoice {inv} was cancelled and issued anew with the right name; nothing else changed in it. The company of your account is corrected too, so the next invoices will be right.',
    },
    {
      group: 'billing',
      title: 'Invoice {inv} is {sum} higher than the quote',
      description: 'The quote for {mf} had a fixed price. The invoice adds a “fuel adjustment” that nobody spoke of.',
      solution:
        'You are right: a fixed price is fixed. The adjustment of {sum} is credited, the credit note is in your account, and the rule that added it no longer applies to fixed-price quotes.',
    },
    {
      group: 'billing',
      title: 'Refund for the cancelled pickup of {mf}',
      description:
        'We cancelled two days ahead, which is free of charge by the contract. {sum} were taken all the same.',
      solution:
        'The {sum} are on their way back to your card and should be there within three working days. The cancellation had been entered with the date on which it was read instead of the one on which it was sent.',
    },
    {
      group: 'claims',
      title: 'Two cartons of {mf} arrived crushed',
      description:
        'Cartons 7 and 8 of 12. The glasses inside are broken, I have photographs of everything, and the driver noted it on the receipt.',
      solution:
        'Your claim is accepted in full: {sum} for both cartons. Nothing more is needed from you. The payment goes out on Thursday; we have also moved your glassware to a route without transshipment.',
    },
    {
      group: 'claims',
      title: 'Container {box} was held at the gate though the fee is paid',
      description:
        'The port says the fee for {box} is open. We paid it on Monday and the bank confirms. Each day costs us demurrage.',
      solution:
        'The payment had been booked on another container. {box} was released at 11:20, and we bear the demurrage of the two days; the credit is in your account.',
    },
  ],
  staffReplies: [
    'I have it. You will hear from me before the end of the day.',
    'Could you tell me which browser you use, and whether it happens with other shipments too?',
    'I have asked the hub and expect their answer within two hours.',
    'Thank you, this helps. I am looking into it right now.',
  ],
  customerReplies: [
    'Any news? The customer is waiting at the gate.',
    'It happens with every shipment of this week, in Chrome and in Edge.',
    'Thank you for the quick answer. Please let me know as soon as you have heard from them.',
    'One more thing: the same is true of the shipment before.',
  ],
  declines: [
    'The link opens now, but the stamp is missing, and without it customs will not take it.',
    'It worked yesterday; this morning it is back as it was.',
    'You corrected the name and not the address. Both were wrong.',
  ],
  reopenings: [
    'It has happened again with the next shipment, in exactly the same way.',
    'The credit has still not arrived.',
  ],
  cancellations: ['I found it myself, thank you.', 'The customer cancelled the order, so it is no longer needed.'],
  closings: [
    'We talked on the phone, and everything is settled.',
    'This is a question for your customs broker; I have sent you their number.',
  ],
  pleased: [
    'Quick and friendly. I only wish the tracking page had told me itself.',
    '{rep} called within ten minutes. This is how it should be.',
    'Solved before the lorry reached the border. Thank you.',
  ],
  halfPleased: ['Solved in the end, after I had explained it twice.'],
  displeased: ['Three days for one line in an address.', 'I had to send the same photographs three times.'],
}
