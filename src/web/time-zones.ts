/** Browsers list zones by names that their cities have given up; PostgreSQL and Intl understand both. */
const nowCalled: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
}

const zones = [...new Set(Intl.supportedValuesOf('timeZone').map((zone) => nowCalled[zone] ?? zone))].toSorted()

/** To choose from, with how each is shown. The one that is set may be one that the list leaves out. */
export const timeZonesToChoose = (own?: string | null): { value: string; label: string }[] =>
  [...new Set([...(own ? [own] : []), 'UTC', ...zones])].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }))
