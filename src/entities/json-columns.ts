import type { ColumnType, JSONColumnType } from 'kysely'
import type { MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'

/** Columns of jsonb: read as what they hold, written as its JSON. */
export type Json<T> = ColumnType<T, string, string>
export type NullableJson<T> = ColumnType<T | null, string | null, string | null>
export type Text = JSONColumnType<MultilingualText, string, string>
export type NullableText = NullableJson<MultilingualText>
