import { useQuery } from '@tanstack/react-query';
import { ownId } from '../storage/own-article.ts';
import type { PublishedArticle } from '../storage/published-article.ts';
import ExportDialog from './export-dialog.tsx';
import { useKeeping } from './keeping.ts';

/** Hands an article out with what the reader has written on it. `published` is null for an article of their own. */
export default function ExportArticle(props: {
  slug: string;
  published: PublishedArticle | null;
  onClose: () => void;
}) {
  const { slug, published, onClose } = props;
  const { store, library, state } = useKeeping();
  const id = ownId(slug);
  const { data } = useQuery({
    queryKey: ['export', slug],
    queryFn: async () => ({
      own: id === null ? null : ((await library?.article(id)) ?? null),
      notes: (await store?.notes(slug)) ?? [],
      corrections: (await store?.corrections(slug)) ?? [],
    }),
    // Nothing is handed out without the notes on it, but where none can be read at all.
    enabled: store !== null || state === 'missing',
    // What is handed out is what is there now.
    gcTime: 0,
    staleTime: 0,
  });
  const article = id === null ? published : data?.own;
  if (!data || !article) return null;
  return (
    <ExportDialog article={article} corrections={data.corrections} notes={data.notes} onClose={onClose} />
  );
}
