import type { Phrases } from '../template.ts'

export const es: Phrases = {
  templates: [
    {
      group: 'tracking',
      title: 'El envío {mf} figura como entregado y no ha llegado',
      english: 'Shipment {mf} is shown as delivered and has not arrived',
      description:
        'El seguimiento dice que se entregó ayer a las 18:20. El almacén cierra a las 17:00, así que nadie pudo firmar.',
      solution:
        'El envío {mf} se quedó en el camión por error y se marcó como entregado. Sale hoy en el primer reparto y llega antes de las 12:00. Disculpe las molestias.',
    },
    {
      group: 'billing',
      title: 'La factura {inv} está en dólares y el contrato en euros',
      english: 'Invoice {inv} is in dollars and the contract in euros',
      description: 'Con el cambio de ayer la diferencia es de {sum}. Necesitamos la factura en la moneda del contrato.',
      solution:
        'La factura {inv} se ha emitido de nuevo en euros, al importe del contrato. La moneda de su cuenta queda fijada, de modo que no volverá a ocurrir.',
    },
    {
      group: 'claims',
      title: 'Faltan dos cajas del envío {mf}',
      english: 'Two boxes of shipment {mf} are missing',
      description: 'Llegaron dieciocho de veinte. El conductor anotó la falta en el albarán.',
      solution: 'Las dos cajas estaban en {city}, sin etiqueta. Se entregan mañana por la mañana sin coste.',
    },
    {
      group: 'documents',
      title: 'El albarán de {mf} no se puede abrir',
      english: 'The delivery note of {mf} cannot be opened',
      description: 'El PDF tiene cero páginas en todos los ordenadores de la oficina.',
      solution: 'El archivo se había dañado al subirlo. Ya está el correcto en la página de {mf}, con el sello.',
    },
  ],
  staffReplies: ['Lo tengo; le respondo antes de que acabe el día.', '¿Podría enviarme una foto de la etiqueta?'],
  customerReplies: ['¿Hay alguna novedad? El cliente está esperando.', 'Gracias, quedo a la espera.'],
  declines: ['Llegó una caja; la otra sigue sin aparecer.', 'El PDF se abre, pero es de otro envío.'],
  reopenings: ['Ha vuelto a pasar con el envío siguiente.'],
  cancellations: ['Ya lo he encontrado, gracias.'],
  closings: ['Lo hemos resuelto por teléfono.'],
  pleased: ['Rápido y claro. Gracias, {rep}.', 'Excelente atención.'],
  halfPleased: ['Resuelto, aunque tardó más de lo prometido.'],
  displeased: ['Cuatro correos para una caja.'],
}
