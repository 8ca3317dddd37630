// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../src/ui/error-boundary.tsx';
import { Library } from '../../src/ui/library/library.tsx';
import { Missing } from '../../src/ui/library/missing.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('when drawing fails', () => {
  it('the article’s text stands in for the page, and what happened is said', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Broken = (): never => {
      throw new Error('no such voice');
    };
    render(
      <ErrorBoundary text={'A title\n\nFirst paragraph.\n\nSecond <b>paragraph</b>.'}>
        <Broken />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('alert').textContent).toMatch(
      /no such voice.*text is complete.*Loading the page again/s,
    );
    expect(screen.getByRole('heading', { name: 'A title' })).toBeTruthy();
    expect(screen.getByText('First paragraph.')).toBeTruthy();
    expect(screen.getByText('Second <b>paragraph</b>.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Library' }).getAttribute('href')).toBe('/library/');
  });

  it('a page without an article says so, and another address is another try', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Broken = (): never => {
      throw new Error('no such voice');
    };
    const { rerender } = render(
      <ErrorBoundary key="/a">
        <Broken />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('alert').textContent).toMatch(/no such voice.*nothing of yours is lost/s);
    expect(screen.queryByRole('article')).toBeNull();
    rerender(<ErrorBoundary key="/b">All is well</ErrorBoundary>);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('All is well')).toBeTruthy();
  });
});

describe('a page without an article', () => {
  it.each([
    ['unknown', /no article here/],
    ['unreachable', /could not be fetched/],
    ['broken', /file is broken/],
  ] as const)('says what happened and offers the library (%s)', (reason, title) => {
    render(<Missing detail="article.text: missing" reason={reason} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(title);
    expect(screen.getByText('(article.text: missing)')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the library' })).toBeTruthy();
  });
});

describe('the library', () => {
  it('lists what there is with its voices', () => {
    render(
      <Library
        listings={[
          { slug: 'a-b', title: 'A & B', lang: 'en', voices: ['Ann', 'Bob'], words: 1200, claims: 2 },
        ]}
      />,
    );
    expect(screen.getByRole('link', { name: 'A & B' }).getAttribute('href')).toBe('/a-b/');
    expect(screen.getByText('Ann · Bob')).toBeTruthy();
    expect(screen.getByText('1,200 words · 2 voices · 2 claims')).toBeTruthy();
  });
  it('says that it is empty, or that it could not be fetched', () => {
    render(<Library listings={[]} />);
    expect(screen.getByText(/No article is published here yet/)).toBeTruthy();
    cleanup();
    render(<Library failed listings={[]} />);
    expect(screen.getByRole('alert').textContent).toMatch(/could not be fetched/);
  });
});
