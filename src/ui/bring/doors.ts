import type { Brought } from '../../core/text/brought.ts';

export async function takeFile(file: File): Promise<Brought> {
  return takePaste({ text: await file.text(), html: '' });
}

export async function takePaste({ text }: { text: string; html: string }): Promise<Brought> {
  return {
    ok: true,
    imported: {
      text,
      formatting: [],
      about: { title: null, lang: null, author: null, date: null, source: null },
      original: { name: null, type: 'text/plain', content: text },
      leftOut: [],
    },
  };
}
