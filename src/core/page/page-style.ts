/**
 * The look of the page that `formatPage` makes: that of the reader, in what every browser knows. Colours are those of
 * the site's tokens by day and by night; a test holds them equal. Notes stand beside the text where the window is wide
 * and the browser can place one thing by another, and follow it everywhere else.
 */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--page:#fbfaf7;--ink:#1c1b19;--quiet:#55524c;--line:#8b877d;--yellow:#ffe58a;--green:#bfe8b8;--blue:#bcdcff;--rose:#ffd0d8;
--v1:#10058d; --v2:#521706; --v3:#017c6c; --v4:#914de6; --v5:#786a04; --v6:#d82269; --v7:#053548; --v8:#435e3e; --v9:#651ac7; --v10:#af4f96; --v11:#6c4106; --v12:#3c3c3c;}
@media (prefers-color-scheme:dark){:root{--page:#16171a;--ink:#e6e3dc;--quiet:#a8a59e;--line:#74767d;--yellow:#4d3f14;--green:#1f4527;--blue:#1d3b5e;--rose:#582937;
--v1:#b8e1ff; --v2:#f99564; --v3:#379183; --v4:#b18afb; --v5:#fceabe; --v6:#ef3879; --v7:#8bb1c5; --v8:#659004; --v9:#9065f0; --v10:#c559a8; --v11:#cbaf98; --v12:#bfbfbf;}}
[data-slot]{--voice:var(--line);--pattern:solid}
[data-slot='1']{--voice:var(--v1);--pattern:solid}
[data-slot='2']{--voice:var(--v2);--pattern:double}
[data-slot='3']{--voice:var(--v3);--pattern:dashed}
[data-slot='4']{--voice:var(--v4);--pattern:dotted}
[data-slot='5']{--voice:var(--v5);--pattern:solid}
[data-slot='6']{--voice:var(--v6);--pattern:double}
[data-slot='7']{--voice:var(--v7);--pattern:dashed}
[data-slot='8']{--voice:var(--v8);--pattern:dotted}
[data-slot='9']{--voice:var(--v9);--pattern:solid}
[data-slot='10']{--voice:var(--v10);--pattern:double}
[data-slot='11']{--voice:var(--v11);--pattern:dashed}
[data-slot='12']{--voice:var(--v12);--pattern:dotted}
body{margin:0;background:var(--page);color:var(--ink);font:400 1.125rem/1.6 Georgia,'Times New Roman',serif}
main{position:relative;max-width:36rem;margin:0 auto;padding:2rem 1.25rem 5rem;overflow-wrap:break-word}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 1rem}
h2,h3,h4,h5,h6{font-size:1.25rem;line-height:1.3;margin:1.6em 0 .6em}
p{margin:0 0 .9em}
a{color:inherit}
a[data-leads]::after{content:' (' attr(data-leads) ')'}
.standfirst{font-size:1.2rem;color:var(--quiet)}
.caption,.back-matter{font-size:.9rem;color:var(--quiet)}
div.back-matter{margin-top:2rem;padding-top:1rem;border-top:1px solid var(--line)}
.about,.voices,.who,.notes,.number,.quiet{font-family:system-ui,sans-serif;font-size:.85rem;line-height:1.45}
.about{margin:1.5rem 0}
.about div{display:flex;gap:.75rem;margin-bottom:.3rem}
.about dt{flex:0 0 7rem;color:var(--quiet)}
.about dd{margin:0;min-width:0}
.quiet{color:var(--quiet)}
.voices{list-style:none;margin:0 0 2rem;padding:0}
.voices li{display:flex;align-items:center;gap:.6rem;margin-bottom:.4rem}
.badge{flex:none;display:inline-block;min-width:1.9rem;box-sizing:border-box;padding:.1rem .25rem;border:2px var(--pattern) var(--voice);border-radius:.4rem;color:var(--voice);font:600 .7rem/1.4 system-ui,sans-serif;text-align:center}
.turn{margin-top:1.6em}
.voiced{margin-inline-start:-1.1rem;padding-inline-start:calc(1.1rem - 4px);border-inline-start:4px var(--pattern) var(--voice)}
.question>p:not(.who){font-weight:600}
.who{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem .6rem;margin-bottom:.5rem}
.number{color:var(--quiet);font-weight:600;margin:2.5rem 0 -1rem}
.label{color:var(--quiet)}
.quoted{text-decoration:underline var(--pattern) 2px var(--voice);text-underline-offset:.3em}
.nested{text-decoration:underline dotted 2px var(--voice);text-underline-offset:.3em}
blockquote{margin:0 0 .9em;padding-inline-start:1.5rem}
.items{margin-block:0 .4em;padding-inline-start:1.75rem}
mark{background:none;color:inherit}
mark.claim{border-bottom:2px dotted currentcolor}
mark.yellow{background:var(--yellow)}
mark.green{background:var(--green)}
mark.blue{background:var(--blue)}
mark.rose{background:var(--rose)}
.ref{padding:.25em .1em;font:600 .7em/1 system-ui,sans-serif;vertical-align:super;text-decoration:none}
.notes{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line)}
.notes>ol,.notes>ul{list-style:none;margin:0;padding:0}
.notes>*>li{position:relative;margin-bottom:1.25rem;padding-inline-start:2.25rem}
.notes p,.notes ul ul,.notes ol ul{margin:0 0 .3rem}
.back{position:absolute;inset-inline-start:0;min-width:1.5rem;font-weight:600;text-decoration:none}
.body{margin-bottom:.3rem;white-space:pre-wrap}
.words{font-family:Georgia,'Times New Roman',serif;font-style:italic}
:target{outline:2px solid currentcolor;outline-offset:3px}
@media screen and (min-width:72rem){@supports (top:anchor(--x top,0px)){
main:has(.beside){margin-inline-start:max(1.25rem,calc(50vw - 30rem));margin-inline-end:0}
.beside{margin:0;padding:0;border:0}
.beside>h2{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
.beside>ol>li{position:absolute;inset-inline-start:calc(100% + 2rem);width:18rem;margin:0}
.beside .words{display:none}
}}
@media (max-width:40rem){.voiced{margin-inline-start:-.75rem;padding-inline-start:calc(.75rem - 4px)}.about div{display:block}}
@media print{:root{--page:#fff;--ink:#000;--quiet:#333}body{font-size:11pt}main{max-width:none;padding:0}h1,h2,h3,h4,h5,h6,.who{break-after:avoid}p{orphans:3;widows:3}.notes>*>li,.badge{break-inside:avoid}.voiced{margin-inline-start:0}}
`;
