import { READY } from '../dom/receive-page.ts';

/**
 * The address of a bookmark that sends the page its reader is on to Sidegloss: it opens `<site>own/new/?from=page`, and
 * when that says it is ready, posts the page's markup (what is selected, where something is), address and title to
 * it, and to no other site. `site` is this site's absolute address with its base, as `https://example.org/`. No
 * server is asked. Throws a TypeError for a site that is no address.
 */
export function bookmarkletAddress(site: string): string {
  const { href, origin } = new URL('own/new/?from=page', site);
  const code = SCRIPT.split('\n')
    .map((line) => line.trim())
    .join('')
    .replaceAll('$ADDRESS', () => JSON.stringify(href))
    .replaceAll('$ORIGIN', () => JSON.stringify(origin))
    .replaceAll('$READY', () => JSON.stringify(READY));
  // A browser decodes what stands behind `javascript:` before it runs it, so percent signs and quotes are encoded.
  return `javascript:${encodeURIComponent(code)}`;
}

/*
 * It runs in pages of others, whatever they are: so only what is oldest, and nothing put into the page. `void` keeps
 * the page from being replaced by the result. A selection is copied to an element that is in no document. Markup is
 * read before the new window is opened, because opening it may take the selection away.
 */
const SCRIPT = `
void function(){
  var s=getSelection(),d=document,h=d.documentElement.outerHTML,e,i,w;
  if(s&&!s.isCollapsed){
    e=d.implementation.createHTMLDocument('').createElement('div');
    for(i=0;i<s.rangeCount;i++)e.appendChild(s.getRangeAt(i).cloneContents());
    h=e.innerHTML
  }
  addEventListener('message',function f(m){
    if(m.source!==w||m.origin!==$ORIGIN||m.data!==$READY)return;
    removeEventListener('message',f);
    w.postMessage({html:h,address:location.href,title:d.title},$ORIGIN)
  });
  w=open($ADDRESS)
}()
`;
