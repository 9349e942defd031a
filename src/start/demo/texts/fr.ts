import type { Phrases } from '../template.ts'

export const fr: Phrases = {
  templates: [
    {
      group: 'tracking',
      title: 'Deux colis sur trois livrés, où est le dernier ?',
      english: 'Two of three parcels delivered, where is the last one?',
      description:
        'L’expédition {mf} comptait trois colis. Le suivi indique « livré » pour les trois, mais je n’en ai reçu que deux.',
      solution:
        'Le troisième colis de {mf} avait été déchargé à {city} par erreur. Il repart ce soir et vous sera livré demain avant midi, sans frais.',
    },
    {
      group: 'billing',
      title: 'Facture {inv} introuvable dans mon espace',
      english: 'Invoice {inv} is not to be found in my account',
      description: 'Votre e-mail annonce la facture {inv}, mais la page « Factures » est vide depuis lundi.',
      solution:
        'La facture {inv} est de nouveau visible. Votre compte avait été rattaché à deux sociétés ; il n’y en a plus qu’une, et toutes vos factures y sont.',
    },
    {
      group: 'documents',
      title: 'Lettre de voiture illisible pour {mf}',
      english: 'Illegible consignment note for {mf}',
      description:
        'Le document numérisé est coupé à droite : le poids et le cachet manquent. La douane de {city} le refuse.',
      solution:
        'La lettre de voiture a été numérisée à nouveau, en entier et en couleur. Elle est sur la page de {mf} et la douane l’a déjà acceptée.',
    },
    {
      group: 'claims',
      title: 'Palette {mf} arrivée mouillée',
      english: 'Pallet {mf} arrived wet',
      description: 'Le film était déchiré et six sacs de farine sont perdus. Le chauffeur a signé les réserves.',
      solution:
        'Votre réclamation est acceptée : {sum} vous seront versés vendredi. La bâche de la remorque a été changée le jour même.',
    },
    {
      group: 'billing',
      title: 'Remise annuelle absente de la facture {inv}',
      english: 'Yearly discount missing on invoice {inv}',
      description: 'Le contrat prévoit 8 % à partir de cinquante envois. Nous en avons fait soixante-deux.',
      solution:
        'Vous avez raison, la remise s’applique depuis mars. Un avoir de {sum} est dans votre espace et la facture {inv} a été recalculée.',
    },
  ],
  staffReplies: [
    'Je m’en occupe et je vous réponds avant ce soir.',
    'Pourriez-vous m’envoyer une photo de l’étiquette ?',
  ],
  customerReplies: ['Avez-vous des nouvelles ? Le client attend.', 'Voici le numéro de l’étiquette : 88 204 117.'],
  declines: [
    'Le document est lisible, mais ce n’est pas le bon : il s’agit de l’envoi précédent.',
    'Rien n’est arrivé ce matin.',
  ],
  reopenings: ['Le même problème se reproduit avec l’envoi suivant.'],
  cancellations: ['C’est réglé, merci : le colis était chez le voisin.'],
  closings: ['Tout a été réglé par téléphone.'],
  pleased: ['Réponse claire et rapide, merci à {rep}.', 'Parfait, livré avant midi comme promis.'],
  halfPleased: ['Réglé, mais il a fallu relancer deux fois.'],
  displeased: ['Une semaine pour une numérisation.'],
}
