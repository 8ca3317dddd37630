import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { ReactNode } from 'react';
import { shownHost } from '../../core/notes/shown-host.ts';
import { isWebAddress } from '../../core/notes/web-address.ts';

/**
 * Markdown drawn from its tree (CommonMark, by mdast-util-from-markdown), so that no HTML is ever made: what looks like
 * HTML is shown as text, pictures are shown as links, and only web addresses are linked.
 */
export default function MarkdownTree({ text }: { text: string }) {
  return draw(fromMarkdown(text), 'root');
}

function draw(node: Nodes, key: string): ReactNode {
  switch (node.type) {
    case 'root':
      return children(node);
    case 'paragraph':
      return <p key={key}>{children(node)}</p>;
    case 'heading':
      return (
        <p key={key}>
          <strong>{children(node)}</strong>
        </p>
      );
    case 'text':
    case 'html':
      return node.value;
    case 'emphasis':
      return <em key={key}>{children(node)}</em>;
    case 'strong':
      return <strong key={key}>{children(node)}</strong>;
    case 'inlineCode':
      return <code key={key}>{node.value}</code>;
    case 'code':
      return (
        <pre key={key}>
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br key={key} />;
    case 'thematicBreak':
      return <hr key={key} />;
    case 'blockquote':
      return <blockquote key={key}>{children(node)}</blockquote>;
    case 'list':
      return node.ordered ? (
        <ol key={key} start={node.start ?? 1}>
          {children(node)}
        </ol>
      ) : (
        <ul key={key}>{children(node)}</ul>
      );
    case 'listItem':
      return <li key={key}>{children(node)}</li>;
    case 'link':
      return (
        <WebLink address={node.url} key={key} words={wordsOf(node)}>
          {children(node)}
        </WebLink>
      );
    case 'image':
      return (
        <WebLink address={node.url} key={key} words={node.alt ?? node.url}>
          {node.alt ?? node.url}
        </WebLink>
      );
    default:
      return 'children' in node ? children(node) : null;
  }
}

const children = (parent: Parents): ReactNode[] =>
  parent.children.map((child, index) => draw(child, `${child.type} ${index}`));

/** The words of a link without what is set in them. */
function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  return 'value' in node ? node.value : '';
}

/** A link, and where it leads: a note may be anybody's, and its words may name another address. */
function WebLink(props: { address: string; words: string; children: ReactNode }) {
  const { address, words, children: shown } = props;
  if (!isWebAddress(address)) return shown;
  const host = shownHost(words, address);
  return (
    <>
      <a href={address} rel="noreferrer noopener" target="_blank">
        {shown}
      </a>
      {host !== null && <bdi> ({host})</bdi>}
    </>
  );
}
