import { LINKED_NOTE_SIZE } from '../core/limits.ts';

/** Packs a note for a link: UTF-8, compressed (`deflate-raw`, Compression Streams Standard). A lone surrogate becomes U+FFFD. */
export async function packNote(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * Unpacks a note that came with a link. Null where it is broken, is not UTF-8, or unpacks to more than a note may have:
 * it is read piece by piece, and no further than that.
 */
export async function unpackNote(packed: Uint8Array): Promise<string | null> {
  const bytes = new Blob([new Uint8Array(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = bytes.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let length = 0;
  try {
    for (;;) {
      // Each piece is asked for when the one before fitted.
      // oxlint-disable-next-line no-await-in-loop
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      length += value.length;
      if (length > LINKED_NOTE_SIZE) {
        void reader.cancel();
        return null;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return null;
  }
}
