import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { ownSlug, type OwnArticle } from '../storage/own-article.ts';
import type { PublishedArticle } from '../storage/published-article.ts';
import type { ArticlePage } from '../ui/article-pages.ts';
import { BringPage } from '../ui/bring/bring-page.tsx';
import { ownFromPage } from '../ui/bring/own-from-page.ts';
import { useKeeping } from '../ui/keeping.ts';
import { Missing } from '../ui/library/missing.tsx';
import { arriving } from './arriving.ts';
import { PageOfArticle, titleOf } from './routes.tsx';
import { useTitle } from './use-title.ts';

const ownKey = (id: string): readonly string[] => ['own', id];

/** The page to bring a text in; `?of=<id>` makes it a new version of an article that is there. */
export function NewArticlePage() {
  const search = new URLSearchParams(useSearch());
  const of = search.get('of');
  const { library, store, now, newId } = useKeeping();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [arrived] = useState(() => arriving(search));
  const before = useQuery({
    queryKey: ownKey(of ?? ''),
    queryFn: async () => library?.article(of ?? '') ?? null,
    enabled: of !== null && library !== null,
  });
  useTitle('Bring an article');
  if (of !== null && before.isPending) return null;
  if (of !== null && !before.data) return <Missing reason="unknown" />;
  return (
    <BringPage
      arrived={arrived}
      keep={async (own, original) => {
        if (!library) throw new Error('there is no library yet');
        await library.put(own, original);
      }}
      keepPage={async (page) => {
        if (!library || !store) throw new Error('there is no library yet');
        const { own, notes } = ownFromPage(page, { id: idFrom(newId()), now: now(), newId });
        await library.put(own, null);
        if (notes.length > 0) await store.saveAll(notes, newId);
        if (page.corrections.length > 0) await store.saveCorrections(ownSlug(own.id), page.corrections);
        return own;
      }}
      newId={() => idFrom(newId())}
      now={now}
      of={before.data ?? null}
      onKept={(own) => {
        client.setQueryData(ownKey(own.id), own);
        navigate(`/own/?a=${own.id}`);
      }}
    />
  );
}

/** An id that stands in addresses. */
const idFrom = (unique: string): string => unique.replaceAll('-', '');

/** A page about an article of the reader's own: `?a=<id>`. */
export function OwnArticlePage({ page }: { page: ArticlePage }) {
  const id = new URLSearchParams(useSearch()).get('a') ?? '';
  const { library, now } = useKeeping();
  const client = useQueryClient();
  const { data, error, isPending } = useQuery({
    queryKey: ownKey(id),
    queryFn: async () => library?.article(id) ?? null,
    enabled: library !== null,
  });
  // Synchronises the library with what is open, and the page with what other tabs change.
  useEffect(() => {
    if (!library || !id) return undefined;
    // The place in a list is no loss to speak of.
    library.opened(id, now()).catch(() => undefined);
    return library.watch((ids) => {
      if (ids === null || ids.includes(id)) void client.invalidateQueries({ queryKey: ownKey(id) });
    });
  }, [client, id, library, now]);
  useTitle(data ? titleOf(page, data.title) : undefined);
  if (data) return <OwnPage own={data} page={page} />;
  if (error) return <Missing detail={error.message} reason="broken" />;
  return isPending ? null : <Missing reason="unknown" />;
}

function OwnPage({ own, page }: { own: OwnArticle; page: ArticlePage }) {
  const published = useMemo(() => publishedFrom(own), [own]);
  return <PageOfArticle key={`${own.id} ${own.changed}`} page={page} published={published} />;
}

/** An own article as the reader shows every article. It has no notes of a publisher. */
function publishedFrom({ id, title, about, article, formatting, created }: OwnArticle): PublishedArticle {
  const { author, date, source } = about;
  const brought = { label: 'Your copy', known: `Brought into this browser on ${created.slice(0, 10)}.` };
  const from = source && { label: source.name, known: 'The page that the text came from.', url: source.url };
  return {
    format: 1,
    slug: ownSlug(id),
    title,
    author,
    translator: null,
    date,
    source,
    provenance: from ? [from, brought] : [brought],
    article,
    notes: [],
    relations: [],
    formatting,
  };
}
