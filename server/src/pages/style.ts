import type { RequestHandler } from 'express';

const CSS = `:root { color-scheme: light dark; --line: #d6d3cc; --ink: #24211c; --paper: #fbfaf7; --link: #0b5a6b; }
@media (prefers-color-scheme: dark) { :root { --line: #45423c; --ink: #e8e5de; --paper: #1d1b18; --link: #7cc4d6; } }
body { margin: 0; font: 16px/1.5 "Noto Sans", system-ui, sans-serif; color: var(--ink); background: var(--paper); }
nav { display: flex; flex-wrap: wrap; gap: 1.25rem; padding: .75rem 1.5rem; border-bottom: 1px solid var(--line); }
main { max-width: 72rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
h1 { font-size: 1.5rem; font-weight: 600; } h2 { font-size: 1.1rem; font-weight: 600; margin-top: 2rem; }
a { color: var(--link); } a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1rem; margin: .25rem 0; }
dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
.number { font-variant-numeric: tabular-nums; } .none, .rel, .type { opacity: .6; } .rel, .type { font-size: .8rem; }
ul.links { padding-left: 1.1rem; } code, pre { font-size: .875rem; }
details { border-bottom: 1px solid var(--line); padding: .4rem 0; } summary { cursor: pointer; }
.method { display: inline-block; min-width: 4rem; font-weight: 600; }
`;

/** `GET /pages.css`: the one style sheet of the service's own pages. */
export const pageStyle: RequestHandler = (_request, response) => {
  response.type('text/css').set('Cache-Control', 'public, max-age=3600').send(CSS);
};
