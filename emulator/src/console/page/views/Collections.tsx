import type { ReactNode } from 'react';
import type { CollectionSummary } from '../../types';
import { get } from '../client';
import { count } from '../format';
import { href, useLoaded, type Place } from '../hooks';
import { Choice, Heading, View } from '../parts';
import { CollectionCalls } from './CollectionCalls';
import { DocumentPanel, NewDocument } from './DocumentPanel';
import { Documents } from './Documents';
import { Indexes } from './Indexes';

type Tab = 'documents' | 'indexes' | 'calls';

const TABS = [
  ['documents', '文档'],
  ['indexes', '索引'],
  ['calls', '最近调用'],
] as const;

/** Collections, the documents of one of them, and one document. */
export function CollectionsView({ place }: { place: Place }): ReactNode {
  const loaded = useLoaded('collections', () => get<CollectionSummary[]>('collections'));
  return (
    <View
      loaded={loaded}
      isEmpty={(list) => list.length === 0}
      empty="还没有集合。用 --schema 声明，或由程序调用 createCollection 建立后，会列在这里。"
    >
      {(list) => <Body list={list} place={place} />}
    </View>
  );
}

function Body({ list, place }: { list: CollectionSummary[]; place: Place }): ReactNode {
  const [, name, tab = 'documents'] = place.parts;
  const collection = list.find((candidate) => candidate.name === name);
  const doc = place.query.get('doc');
  const panel = collection && (doc !== null || place.query.has('new'));
  return (
    <div className={`data ${panel ? 'with-panel' : ''} ${collection ? 'with-collection' : ''}`}>
      <CollectionList list={list} current={name} />
      <section className="pane">
        {collection ? (
          <>
            <Heading title={collection.name} note={`${count(collection.documents)} 个文档`}>
              <Choice<Tab>
                label="看什么"
                value={tab as Tab}
                options={TABS}
                onChange={(value) => {
                  location.hash = href(['data', collection.name, value]);
                }}
              />
            </Heading>
            {tab === 'indexes' && <Indexes collection={collection} />}
            {tab === 'calls' && <CollectionCalls collection={collection.name} />}
            {tab === 'documents' && <Documents key={collection.name} collection={collection} place={place} />}
          </>
        ) : (
          <div className="empty">{name ? `没有“${name}”这个集合。` : '选一个集合，看它的文档、索引和最近的调用。'}</div>
        )}
      </section>
      {collection && doc !== null && (
        <DocumentPanel key={`${collection.name}\n${doc}`} collection={collection.name} id={doc} place={place} />
      )}
      {collection && doc === null && place.query.has('new') && (
        <NewDocument key={collection.name} collection={collection.name} place={place} />
      )}
    </div>
  );
}

function CollectionList({ list, current }: { list: CollectionSummary[]; current?: string }): ReactNode {
  return (
    <aside className="list" aria-label="集合">
      <label className="only-narrow">
        集合
        <select
          value={current ?? ''}
          onChange={(event) => {
            location.hash = href(['data', event.target.value]);
          }}
        >
          {current === undefined && <option value="">请选择</option>}
          {list.map(({ name, documents }) => (
            <option key={name} value={name}>
              {name}（{count(documents)}）
            </option>
          ))}
        </select>
      </label>
      <ul className="only-wide">
        {list.map(({ name, documents }) => (
          <li key={name}>
            <a href={href(['data', name])} aria-current={name === current ? 'true' : undefined}>
              <span>{name}</span>
              <small>{count(documents)}</small>
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
