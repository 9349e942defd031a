/** Someone or something with its name, as lists and tickets carry it. */
export type Named = { id: string; name: string }
