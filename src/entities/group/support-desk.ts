/** The Support Desk group is there from the first start (migration 0001); new tickets belong to it. */
export const supportDeskId = '01900000-0000-7000-8000-000000000001'
