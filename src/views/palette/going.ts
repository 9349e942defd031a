// `g` and then a letter goes somewhere. By the key of the place in the rail, which says where and whether one may go at all.
import type { NavSection } from '../../web/shell/index.ts'

export const goingKeys: Readonly<Record<string, string>> = {
  new: 'g n',
  mine: 'g m',
  myGroups: 'g g',
  toReview: 'g v',
  waitingForCustomer: 'g w',
  customerAnswered: 'g r',
  allOpen: 'g a',
  newRequest: 'g q',
  closed: 'g c',
  statistics: 'g s',
  reports: 'g o',
  people: 'g p',
  settings: 'g e',
}

/** Two places in the rail have the key `new`: the queue, and writing a request. */
export const placesOf = (nav: readonly NavSection[]) =>
  nav.flatMap(({ key: section, items }) =>
    items.map((item) => {
      const place = section === 'requests' && item.key === 'new' ? 'newRequest' : item.key
      return { ...item, place, keys: goingKeys[place] }
    }),
  )
