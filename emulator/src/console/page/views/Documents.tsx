import { useState, type ReactNode } from 'react';
import type { CollectionSummary, DocumentPage } from '../../types';
import { get } from '../client';
import { draftKey, useDrafts } from '../drafts';
import { count, duration } from '../format';
import { href, useLoaded, type Place } from '../hooks';
import { Choice, Tag, View } from '../parts';
import { Preview } from '../Tree';
import { IndexName } from './CollectionCalls';

const PAGE = 20;
const FIELDS = ['query', 'field', 'text', 'sort', 'skip'] as const;

type Search = Partial<Record<(typeof FIELDS)[number], string>>;

const searchOf = (place: Place): Search =>
  Object.fromEntries(FIELDS.flatMap((name) => (place.query.get(name) ? [[name, place.query.get(name)!]] : [])));

/** The address of a search, with a document open beside it or not. */
export function documentsHref(collection: string, place: Place, more: Record<string, string | undefined>): string {
  return href(['data', collection], { ...searchOf(place), ...more });
}

/** Search, the page of documents it finds, and how it was served. */
export function Documents({ collection, place }: { collection: CollectionSummary; place: Place }): ReactNode {
  const { name } = collection;
  const search = searchOf(place);
  const key = `documents ${name} ${JSON.stringify(search)}`;
  const loaded = useLoaded(key, () => get<DocumentPage>('documents', { collection: name, ...search, limit: PAGE }));
  const fields = new Set(loaded.data?.documents.flatMap(({ text }) => Object.keys(JSON.parse(text) as object)));
  return (
    <>
      <SearchForm key={JSON.stringify(search)} search={search} fields={[...fields]} collection={name} />
      <View
        loaded={loaded}
        isEmpty={({ total }) => total === 0}
        empty={Object.keys(search).length > 0 ? '没有符合条件的文档。换个条件试试。' : '这个集合是空的。'}
      >
        {(page) => <Found page={page} collection={name} place={place} skip={Number(search.skip ?? 0)} />}
      </View>
    </>
  );
}

function SearchForm(props: { search: Search; fields: string[]; collection: string }): ReactNode {
  const { search, fields, collection } = props;
  const [mode, setMode] = useState<'field' | 'query'>(search.query ? 'query' : 'field');
  const [values, setValues] = useState({ query: '', field: '', text: '', sort: '', ...search });
  const set = (name: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [name]: event.target.value });
  const submit = (): void => {
    const { query, field, text, sort } = values;
    const chosen = mode === 'query' ? { query } : { field: text && (field || '_id'), text };
    location.hash = href(['data', collection], { ...chosen, sort });
  };
  return (
    <form
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Choice
        label="怎样找"
        value={mode}
        options={[
          ['field', '按字段'],
          ['query', '按条件'],
        ]}
        onChange={setMode}
      />
      {mode === 'field' ? (
        <>
          <input
            aria-label="字段"
            list="fields"
            placeholder="字段，如 _id"
            value={values.field}
            onChange={set('field')}
          />
          <datalist id="fields">
            {fields.map((field) => (
              <option key={field} value={field} />
            ))}
          </datalist>
          <input
            aria-label="含有的文字"
            className="grow"
            data-search
            type="search"
            placeholder="含有的文字，或一个数"
            value={values.text}
            onChange={set('text')}
          />
        </>
      ) : (
        <input
          aria-label="查询条件，JSON"
          className="grow mono"
          data-search
          placeholder='{"status": "open", "left": {"$gt": 0}}'
          value={values.query}
          onChange={set('query')}
        />
      )}
      <input
        aria-label="排序，JSON"
        className="mono sort"
        placeholder='排序 {"createdAt": -1}'
        value={values.sort}
        onChange={set('sort')}
      />
      <button type="submit" className="primary">
        查找
      </button>
      {Object.keys(search).length > 0 && <a href={href(['data', collection])}>清除</a>}
      <a className="button new" href={href(['data', collection], { ...search, new: '1' })}>
        新建文档
      </a>
    </form>
  );
}

function Found(props: { page: DocumentPage; collection: string; place: Place; skip: number }): ReactNode {
  const { page, collection, place, skip } = props;
  const drafts = useDrafts();
  const current = place.query.get('doc');
  const last = skip + page.documents.length;
  const to = (start: number): string =>
    documentsHref(collection, place, { skip: start > 0 ? String(start) : undefined });
  return (
    <>
      <p className="served">
        {page.index !== undefined && (
          <>
            <IndexName index={page.index} orderOnly={page.orderOnly} /> · 检查 {count(page.examined)} 个 ·{' '}
          </>
        )}
        符合 {count(page.total)} 个 · {duration(page.ms)}
      </p>
      <ul className="documents">
        {page.documents.map(({ id, text }) => (
          <li key={id}>
            <a
              href={documentsHref(collection, place, { doc: id, skip: skip > 0 ? String(skip) : undefined })}
              aria-current={id === current ? 'true' : undefined}
            >
              <b className="mono">{id.replace(/^"|"$/g, '')}</b>
              {drafts[draftKey(collection, id)] && <Tag>编辑中</Tag>}
              <Preview text={text} />
            </a>
          </li>
        ))}
      </ul>
      <nav className="pages" aria-label="翻页">
        {skip > 0 && <a href={to(Math.max(0, skip - PAGE))}>上一页</a>}
        <span>
          {count(skip + 1)}–{count(last)} / {count(page.total)}
        </span>
        {last < page.total && <a href={to(last)}>下一页</a>}
      </nav>
    </>
  );
}
