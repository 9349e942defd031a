import type { Language } from './phrases.ts'
import type { Knows } from './template.ts'

export type StaffMember = {
  key: string
  name: string
  /** As customers call them, in Latin and in Arabic letters. */
  called: [latin: string, arabic: string]
  language: string
  role: 'administrator' | 'supportDesk' | 'representative'
  knows?: Knows
}

export const organisation = { name: 'Marsa Freight', host: 'marsa.example', timeZone: 'Asia/Riyadh' }

/** One password for everybody of the demo; it is printed, and no place for real people. */
export const demoPassword = 'marsa-freight-demo'

export const groupNames: Record<Knows, string> = {
  documents: 'Documents',
  tracking: 'Tracking',
  billing: 'Billing',
  claims: 'Claims',
}

export const staff: readonly StaffMember[] = [
  { key: 'rana', name: 'Rana Khoury', called: ['Rana', 'رنا'], language: 'en', role: 'administrator' },
  { key: 'mariam', name: 'Mariam Al-Najjar', called: ['Mariam', 'مريم'], language: 'en', role: 'supportDesk' },
  { key: 'lina', name: 'Lina Haddad', called: ['Lina', 'لينا'], language: 'ar', role: 'supportDesk' },
  { key: 'faisal', name: 'فيصل الحربي', called: ['Faisal', 'فيصل'], language: 'ar', role: 'supportDesk' },
  {
    key: 'omar',
    name: 'Omar Siddiqui',
    called: ['Omar', 'عمر'],
    language: 'en',
    role: 'representative',
    knows: 'documents',
  },
  {
    key: 'noura',
    name: 'نورة القحطاني',
    called: ['Noura', 'نورة'],
    language: 'ar',
    role: 'representative',
    knows: 'documents',
  },
  {
    key: 'aisha',
    name: 'Aisha Rahman',
    called: ['Aisha', 'عائشة'],
    language: 'en',
    role: 'representative',
    knows: 'tracking',
  },
  {
    key: 'tomas',
    name: 'Tomás Herrera',
    called: ['Tomás', 'توماس'],
    language: 'en',
    role: 'representative',
    knows: 'tracking',
  },
  {
    key: 'jonas',
    name: 'Jonas Weber',
    called: ['Jonas', 'يوناس'],
    language: 'en',
    role: 'representative',
    knows: 'billing',
  },
  {
    key: 'claire',
    name: 'Claire Dubois',
    called: ['Claire', 'كلير'],
    language: 'en',
    role: 'representative',
    knows: 'billing',
  },
  {
    key: 'khaled',
    name: 'خالد منصور',
    called: ['Khaled', 'خالد'],
    language: 'ar',
    role: 'representative',
    knows: 'claims',
  },
  { key: 'mei', name: 'Mei Lin', called: ['Mei', 'مي'], language: 'en', role: 'representative', knows: 'claims' },
]

export type Customer = { key: string; name: string; email: string; language: Language; timeZone: string }

const lists: Record<Language, { timeZone: string; people: string }> = {
  en: {
    timeZone: 'Asia/Dubai',
    people:
      'Dana Saleh@bluedune.example, Rami Odeh@odehtrade.example, Maha Zein@zeinfoods.example, Sami Kattan@kattan.example, Layan Bakri@bakri.example, Priya Nair@nairtextiles.example, James Okafor@okaforlines.example, Emma Collins@collinsware.example, Bilal Ahmed@ahmedparts.example, Grace Wanjiru@wanjiru.example, Yusuf Demir@demirglass.example, Noor Farouk@farouk.example',
  },
  ar: {
    timeZone: 'Asia/Riyadh',
    people:
      'سلمى إدريس@qanadeel.example, خالد العامري@amri.example, هدى منصور@mansour.example, ليان بكري@layan.example, نور فاروق@noorgroup.example, عبد الرحمن الشمري@shammari.example, ريم الدوسري@reem.example, يوسف الحداد@haddadco.example, منى السعيد@saeed.example, طارق الزهراني@zahrani.example, أمل القاسم@qasim.example, سعاد بن علي@benali.example',
  },
  fr: {
    timeZone: 'Europe/Paris',
    people:
      'Pierre Lemaire@lemaire.example, Amélie Rousseau@rousseau.example, Karim Benali@benali-fils.example, Sophie Martin@moulinsmartin.example',
  },
  de: {
    timeZone: 'Europe/Berlin',
    people:
      'Hannah Brandt@brandt-licht.example, Uwe Krämer@kraemer.example, Sabine Vogt@vogt-maschinen.example, Emre Yıldız@yildiz.example',
  },
  es: {
    timeZone: 'Europe/Madrid',
    people:
      'Lucía Fernández@lfernandez.example, Javier Ortega@ortega.example, María del Mar Ruiz@ruizvinos.example, Diego Castro@castro.example',
  },
  zh: {
    timeZone: 'Asia/Shanghai',
    people: '李雯@wenli.example, 王建国@jianguo.example, 陈思远@siyuan.example, 刘芳@liufang.example',
  },
}

/** Forty customers in six languages. */
export const customers: readonly Customer[] = Object.entries(lists).flatMap(([language, { people, timeZone }]) =>
  people.split(', ').map((person, index) => {
    const [name, host] = person.split('@') as [string, string]
    const key = `${language}${index}`
    return { key, name, email: `contact@${host}`, language: language as Language, timeZone }
  }),
)
